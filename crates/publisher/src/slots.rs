//! Slots such as `{{hue}}` in a text, and their content.
//!
//! A slot for elements is in a comment, `<!--{{head}}-->`, so that the text with
//! its slots is valid HTML; the content replaces the comment too.

/// Fills the slots for which `content` returns a text, in one pass: slots within
/// that text stay as they are.
pub fn fill<T: AsRef<str>>(html: &str, content: impl Fn(&str) -> Option<T>) -> String {
    let mut parts = html.split(OPEN);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let slot = part.split_once(CLOSE);
        let slot = slot.and_then(|(name, rest)| Some((content(name)?, rest)));
        let Some((text, rest)) = slot else {
            filled.push_str(OPEN);
            filled.push_str(part);
            continue;
        };
        let comment = filled.strip_suffix("<!--").zip(rest.strip_prefix("-->"));
        let (length, rest) =
            comment.map_or((filled.len(), rest), |(before, rest)| (before.len(), rest));
        filled.truncate(length);
        filled.push_str(text.as_ref());
        filled.push_str(rest);
    }
    filled
}

const OPEN: &str = "{{";
const CLOSE: &str = "}}";

/// The number of slots with this name.
pub fn count(html: &str, name: &str) -> usize {
    html.matches(&format!("{OPEN}{name}{CLOSE}")).count()
}

#[cfg(test)]
mod tests {
    use super::{count, fill};

    #[test]
    fn fills_attributes_texts_and_comments() {
        let html = "<p lang=\"{{a}}\">{{a}}</p><!--{{a}}--><!-- {{a}} -->";
        let filled = fill(html, |name| (name == "a").then_some("b"));
        assert_eq!(filled, "<p lang=\"b\">b</p>b<!-- b -->");
        assert_eq!(count(html, "a"), 4);
    }

    #[test]
    fn leaves_unknown_slots_and_slots_in_content() {
        let html = "{{a}} {{b}} {{ if (x) { y() }}";
        let filled = fill(html, |name| (name == "a").then_some("<!--{{a}}-->"));
        assert_eq!(filled, "<!--{{a}}--> {{b}} {{ if (x) { y() }}");
    }
}
