//! Validates BCP 47 language tags, given for the site and for foreign words.

/// Whether a tag has the form of BCP 47: `en`, `pt-BR`, `zh-Hant-TW`. It is not
/// looked up in a registry.
pub fn is_valid(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_language && parts.all(is_part)
}

/// What to write instead of an invalid tag.
pub fn suggestion(tag: &str) -> String {
    let hyphenated = tag.replace('_', "-");
    match is_valid(&hyphenated) {
        true => format!("`{hyphenated}`"),
        false => "a tag such as `en`, `de` or `pt-BR`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validates_language_tags() {
        for tag in ["de", "gsw", "pt-BR", "zh-Hant-TW", "es-419", "de-CH-1996"] {
            assert!(is_valid(tag), "{tag}");
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
            assert!(!is_valid(wrong), "{wrong}");
        }
    }
}
