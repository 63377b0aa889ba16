//! A title to the name of a writer's file, which becomes a page's address.

use unicode_normalization::UnicodeNormalization;

/// Longer addresses are cut at a word: they are read, typed and spoken.
const LONGEST: usize = 60;

/// `Mission: Impossible – Fallout` is `mission-impossible-fallout`. `None` where
/// the title has no letter that an address could hold.
pub fn of(title: &str) -> Option<String> {
    let mut slug = String::new();
    for c in title.to_lowercase().nfkd() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // An accent that was part of its letter, and an apostrophe, part no words.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' => {}
            _ => match letters(c) {
                Some(letters) => slug.push_str(letters),
                None if slug.is_empty() || slug.ends_with('-') => {}
                None => slug.push('-'),
            },
        }
    }
    if slug.len() > LONGEST {
        // Where the next word begins at the limit, the cut is at a word already.
        let end = slug[..=LONGEST].rfind('-').unwrap_or(LONGEST);
        slug.truncate(end);
    }
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// Small letters, digits and single hyphens: the same address on every host.
pub fn is_slug(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Letters that Unicode does not take for another one with a mark.
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
    fn a_title_becomes_an_address_that_one_can_type() {
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
            ("Đorđe, Eyðís, Þór, Kırmızı", "dorde-eydis-thor-kirmizi"),
        ] {
            assert_eq!(of(title).as_deref(), Some(slug));
        }
    }

    #[test]
    fn a_title_without_such_letters_has_none() {
        assert_eq!(of("千と千尋の神隠し"), None);
        assert_eq!(of("…"), None);
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        let slug = of(&"storm ".repeat(20)).unwrap();
        assert_eq!(
            slug,
            "storm-storm-storm-storm-storm-storm-storm-storm-storm-storm"
        );
    }

    #[test]
    fn a_title_of_just_the_length_stays_whole() {
        let whole = "a".repeat(LONGEST);
        assert_eq!(of(&whole).as_ref(), Some(&whole));
        assert_eq!(of(&(whole.clone() + "b")), Some(whole));
    }

    #[test]
    fn an_address_is_small_letters_digits_and_single_hyphens() {
        for name in ["a", "john-wick-4", "2049"] {
            assert!(is_slug(name), "{name}");
        }
        for name in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a.md"] {
            assert!(!is_slug(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_out_is_an_address(title in "\\PC{0,100}") {
            if let Some(slug) = of(&title) {
                prop_assert!(is_slug(&slug), "{}", slug);
            }
        }
    }
}
