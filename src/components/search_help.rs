//! The search help: a popover that the "?" beside the search box opens, with
//! examples that match the album's own tracks. Only the publisher renders it. Each
//! example links to its search; the browser handles the link without a reload.

use super::markup::{Markup, element};
use model::{
    Album, Length,
    payload::SEARCH_HELP_ID,
    text::{concat, number},
};
use search::{Query, SearchParams};

/// The help, with examples that find tracks of this album.
pub fn search_help(album: &Album) -> Markup {
    element("div", |m| {
        m.attribute("id", SEARCH_HELP_ID);
        m.attribute("popover", "auto");
        m.attribute("role", "dialog");
        m.attribute("aria-labelledby", "search-help-heading");
        m.element("h3", |m| {
            m.attribute("id", "search-help-heading");
            m.text("What you can type");
        });
        m.element("dl", |m| {
            for (text, meaning) in examples(album) {
                example(m, text, meaning);
            }
        });
        m.element("p", |m| {
            m.text_element("kbd", "/");
            m.text(" goes to the search box. ");
            m.text_element("kbd", "Esc");
            m.text(" clears it; press it again to reset the lengths. Words may be in any order, and all must match.");
        });
        m.element("button", |m| {
            m.attribute("type", "button");
            m.attribute("popovertarget", SEARCH_HELP_ID);
            m.attribute("popovertargetaction", "hide");
            m.text("Close");
        });
    })
}

fn example(m: &mut Markup, text: String, meaning: &str) {
    let search = SearchParams {
        text,
        ..SearchParams::default()
    };
    m.element("dt", |m| {
        m.element("a", |m| {
            m.attribute("href", &search.to_address(""));
            m.text(&search.text);
        });
    });
    m.text_element("dd", meaning);
}

/// Ten searches, each with its meaning; each finds a track of the album.
fn examples(album: &Album) -> [(String, &'static str); 10] {
    let tracks = &album.tracks;
    let middle = &tracks[tracks.len() / 2];
    let (title, last) = (&tracks[0].title, &tracks[tracks.len() - 1]);
    let (word, other) = (longest_word(title), longest_word(&last.title));
    let minutes = Length::from_seconds(middle.length.seconds() / 60 * 60);
    let next = minutes + Length::from_seconds(60);
    let time = album.starts().nth(tracks.len() / 2).unwrap_or_default();
    let (from, to) = (minutes.text(), next.text());
    [
        (
            word.to_owned(),
            "titles that contain it; accents and capitals do not matter",
        ),
        (Query::phrase_for(title), "these words in this order"),
        (concat(&["-", word]), "titles without it"),
        (concat(&[word, " OR ", other]), "one or the other"),
        (
            concat(&[">=", &from]),
            "this length or longer; also <, <=, >",
        ),
        (concat(&[&from, "..", &to]), "from one length to another"),
        (
            concat(&["under ", &number(next.seconds() / 60), " minutes"]),
            "in words, too",
        ),
        (
            concat(&["#", &middle.place().label()]),
            "the track of this number",
        ),
        ("longest".to_owned(), "or shortest"),
        (
            concat(&["at:", &time.text()]),
            "what plays at this time of the album",
        ),
    ]
}

/// The longest word of a title, or the whole title if it has no word.
fn longest_word(title: &str) -> &str {
    let (mut longest, mut letters) = (title, 0);
    let (mut start, mut count) = (0, 0);
    // The space ends the last word.
    for (at, c) in title.char_indices().chain([(title.len(), ' ')]) {
        if is_in_word(c) {
            count += 1;
            continue;
        }
        if count > letters {
            (longest, letters) = (&title[start..at], count);
        }
        (start, count) = (at + c.len_utf8(), 0);
    }
    longest
}

/// Not `char::is_alphanumeric`, whose tables would enlarge the wasm.
fn is_in_word(c: char) -> bool {
    match c {
        '‘' | '’' | '“' | '”' | '„' | '–' | '—' | '…' | '«' | '»' => false,
        _ => c.is_ascii_alphanumeric() || !c.is_ascii(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use model::{Date, Track};
    use search::{Filter, Form, Index, Query};

    fn normalize(text: &str, form: Form) -> String {
        match form {
            Form::Decomposed => text.nfkd().collect(),
            Form::Composed => text.nfc().collect(),
            Form::LowerCase => text.to_lowercase(),
        }
    }

    fn album(discs: bool, tracks: &[(&str, u32)]) -> Album {
        let tracks = tracks
            .iter()
            .zip(1..)
            .map(|(&(title, seconds), number)| Track {
                disc: discs.then_some(2),
                number,
                title: title.to_owned(),
                length: Length::from_seconds(seconds),
            });
        Album {
            title: String::new(),
            composer: String::new(),
            released: Date {
                iso: String::new(),
                words: String::new(),
            },
            label: None,
            edition: None,
            tracks: tracks.collect(),
        }
    }

    #[test]
    fn each_example_finds_a_track() {
        let albums = [
            album(
                false,
                &[("A Storm Is Coming", 72), ("“4:33”", 273), ("Fallout", 90)],
            ),
            album(
                true,
                &[
                    ("Ænima", 30),
                    ("…", 3723),
                    ("Suite, Pt. 2", 59),
                    ("1917", 61),
                ],
            ),
        ];
        for album in albums {
            let index = Index::new(&album.tracks, normalize);
            let examples = examples(&album);
            assert_eq!(examples.len(), 10);
            for (text, _) in examples {
                let query = Query::parse(&text, normalize);
                let filter = Filter {
                    query,
                    ..Filter::default()
                };
                let (filter, selection) = index.answer(filter, &text, normalize);
                assert!(selection.count > 0, "{text}: {:?}", filter.describe());
            }
        }
    }
}
