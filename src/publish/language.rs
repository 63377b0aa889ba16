//! Language tags, as a writer gives them for the site and for foreign words.

use super::link::Wrong;

/// A language tag in the form of BCP 47: `en`, `pt-BR`, `zh-Hant-TW`. Whether
/// such a language exists is not looked up.
///
/// # Errors
/// Where it has another form.
pub fn checked(tag: &str) -> Result<String, Wrong> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match is_language && parts.all(is_part) {
        true => Ok(tag.to_owned()),
        false => Err(Wrong {
            what: format!("`{tag}` is not a language tag"),
            expected: "expected one such as `fr`, `de` or `pt-BR`".to_owned(),
        }),
    }
}
