//! The rules by which a browser fetches a page ahead when the reader points at its
//! link, on a site of several reviews
//! (<https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API>).
//!
//! They apply on pages without the app, such as the list of all reviews, and until
//! the app goes from review to review itself: then it removes them, because the data
//! of a page is smaller than the page.

/// As JSON. Links to pages of this site, without the feed; the next and the previous review
/// are rendered, too.
pub const RULES: &str = r#"{"prefetch":[{"where":{"selector_matches":"a[href]:not([href^='#'],[href^='?'],[href*='//'],[href$='.xml'],[download])"},"eagerness":"moderate"}],"prerender":[{"where":{"selector_matches":"[rel=prev],[rel=next]"},"eagerness":"moderate"}]}"#;

#[cfg(test)]
mod tests {
    use super::RULES;
    use serde_json::Value;

    #[test]
    fn the_rules_are_json() {
        let json: Value = serde_json::from_str(RULES).unwrap();
        assert_eq!(json["prerender"][0]["eagerness"], "moderate");
    }
}
