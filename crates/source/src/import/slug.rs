//! Converts a title into the name of a review file, which is also its page's
//! address, and back.

use any_ascii::any_ascii;
use unicode_normalization::UnicodeNormalization;

/// In characters. Longer slugs are cut at a word, because addresses are read,
/// typed and spoken.
const LONGEST: usize = 60;

/// `Mission: Impossible – Fallout` becomes `mission-impossible-fallout`; a title
/// in another script is romanized. `None` if it has no letter and no digit.
pub fn of(title: &str) -> Option<String> {
    in_latin(title).or_else(|| in_latin(&any_ascii(title)))
}

fn in_latin(title: &str) -> Option<String> {
    let mut slug = String::new();
    for c in title.to_lowercase().nfkd() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // Combining accents and apostrophes do not separate words.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' => {}
            _ => match letters(c) {
                Some(letters) => slug.push_str(letters),
                None if slug.is_empty() || slug.ends_with('-') => {}
                None => slug.push('-'),
            },
        }
    }
    if slug.len() > LONGEST {
        // If the next word begins at the limit, the slug is cut there.
        let end = slug[..=LONGEST].rfind('-').unwrap_or(LONGEST);
        slug.truncate(end);
    }
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// Lower-case ASCII letters, digits and single hyphens, which every host serves
/// under the same address.
pub fn is_slug(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// The title that a slug suggests: `Night Trains` for `night-trains`.
pub fn title_of(slug: &str) -> String {
    let mut title = String::new();
    for word in slug.split('-') {
        if !title.is_empty() {
            title.push(' ');
        }
        let mut letters = word.chars();
        title.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        title.push_str(letters.as_str());
    }
    title
}

/// ASCII spellings of letters that Unicode does not decompose.
fn letters(c: char) -> Option<&'static str> {
    match c {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        'ø' => Some("o"),
        'ł' => Some("l"),
        'đ' | 'ð' => Some("d"),
        'þ' => Some("th"),
        'ı' => Some("i"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn title_becomes_an_ascii_slug() {
        for (title, slug) in [
            (
                "Mission: Impossible – Fallout",
                "mission-impossible-fallout",
            ),
            ("  Schindler’s List ", "schindlers-list"),
            ("Amélie / Łódź / Groß", "amelie-lodz-gross"),
            ("Blade Runner 2049!", "blade-runner-2049"),
            ("ﬁre & ice", "fire-ice"),
            ("Æon Œuvre Ørsted", "aeon-oeuvre-orsted"),
            ("Андрей Рублёв", "andrey-rublev"),
            ("Đorđe, Eyðís, Þór, Kırmızı", "dorde-eydis-thor-kirmizi"),
        ] {
            assert_eq!(of(title).as_deref(), Some(slug));
        }
    }

    #[test]
    fn slug_suggests_a_title() {
        assert_eq!(title_of("night-trains"), "Night Trains");
        assert_eq!(title_of("2049"), "2049");
    }

    #[test]
    fn title_without_letters_has_no_slug() {
        assert_eq!(of("…"), None);
        assert_eq!(of("!?"), None);
    }

    #[test]
    fn long_title_is_cut_at_a_word() {
        let slug = of(&"storm ".repeat(20)).unwrap();
        assert_eq!(
            slug,
            "storm-storm-storm-storm-storm-storm-storm-storm-storm-storm"
        );
    }

    #[test]
    fn title_at_the_limit_is_not_cut() {
        let whole = "a".repeat(LONGEST);
        assert_eq!(of(&whole).as_ref(), Some(&whole));
        assert_eq!(of(&(whole.clone() + "b")), Some(whole));
    }

    #[test]
    fn slug_is_lower_case_letters_digits_and_single_hyphens() {
        for name in ["a", "john-wick-4", "2049"] {
            assert!(is_slug(name), "{name}");
        }
        for name in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a.md"] {
            assert!(!is_slug(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_result_is_a_slug(title in "\\PC{0,100}") {
            if let Some(slug) = of(&title) {
                prop_assert!(is_slug(&slug), "{}", slug);
            }
        }
    }
}
