//! Validates BCP 47 language tags, given for the site and for foreign words.

use super::link::LinkError;

/// Checks that a tag has the form of BCP 47: `en`, `pt-BR`, `zh-Hant-TW`. It is
/// not looked up in a registry.
///
/// # Errors
/// The tag has another form.
pub fn checked(tag: &str) -> Result<String, LinkError> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match is_language && parts.all(is_part) {
        true => Ok(tag.to_owned()),
        false => Err(LinkError {
            what: format!("`{tag}` is not a language tag"),
            expected: "expected one such as `fr`, `de` or `pt-BR`".to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validates_language_tags() {
        for tag in ["de", "gsw", "pt-BR", "zh-Hant-TW", "es-419", "de-CH-1996"] {
            assert!(checked(tag).is_ok(), "{tag}");
        }
        for wrong in [
            "",
            "d",
            "german",
            "d3",
            "12",
            "pt_BR",
            "pt-",
            "-pt",
            "pt--BR",
            "de-ß",
            "de-abcdefghi",
        ] {
            let error = checked(wrong).map_err(|wrong| wrong.what);
            assert_eq!(error, Err(format!("`{wrong}` is not a language tag")));
        }
    }
}
