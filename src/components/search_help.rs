//! The search help: a popover that the "?" beside the search box opens, with
//! examples that match the album's own tracks. Only the publisher renders it. Each
//! example links to its search; the browser handles the link without a reload.

use leptos::prelude::*;

use model::{Album, Length, payload::SEARCH_HELP_ID};
use search::SearchParams;

#[component]
pub fn SearchHelp(
    /// The album whose tracks the examples find.
    album: Album,
) -> impl IntoView {
    let examples = examples(&album)
        .into_iter()
        .map(|(text, meaning)| example(text, meaning))
        .collect_view();
    view! {
        <div id=SEARCH_HELP_ID popover="auto" role="dialog" aria-labelledby="search-help-heading">
            <h3 id="search-help-heading">"What you can type"</h3>
            <dl>{examples}</dl>
            <p>
                <kbd>"/"</kbd>
                " goes to the search box. "
                <kbd>"Esc"</kbd>
                " clears it; press it again to reset the lengths. Words may be in any order, and all must match."
            </p>
            <button type="button" popovertarget=SEARCH_HELP_ID popovertargetaction="hide">
                "Close"
            </button>
        </div>
    }
}

fn example(text: String, meaning: String) -> impl IntoView {
    let search = SearchParams {
        text: text.clone(),
        ..SearchParams::default()
    };
    view! {
        <dt>
            <a href=search.to_address("")>{text}</a>
        </dt>
        <dd>{meaning}</dd>
    }
}

/// Ten searches, each with its meaning; each finds a track of the album.
fn examples(album: &Album) -> Vec<(String, String)> {
    let tracks = &album.tracks;
    let middle = &tracks[tracks.len() / 2];
    let (title, last) = (&tracks[0].title, &tracks[tracks.len() - 1]);
    let (word, other) = (longest_word(title), longest_word(&last.title));
    let minutes = Length::from_seconds(middle.length.seconds() / 60 * 60);
    let next = minutes + Length::from_seconds(60);
    let time = album.starts().nth(tracks.len() / 2).unwrap_or_default();
    let place = middle.place().label();
    let example = |text: String, meaning: &str| (text, meaning.to_owned());
    vec![
        example(
            word.clone(),
            "titles that contain it; accents and capitals do not matter",
        ),
        example(
            format!(
                "\"{}\"",
                title.replace(['"', '“', '”', '„', '‟'], " ").trim()
            ),
            "these words in this order",
        ),
        example(format!("-{word}"), "titles without it"),
        example(format!("{word} OR {other}"), "one or the other"),
        example(
            format!(">={minutes}"),
            "this length or longer; also <, <=, >",
        ),
        example(format!("{minutes}..{next}"), "from one length to another"),
        example(
            format!("under {} minutes", next.seconds() / 60),
            "in words, too",
        ),
        example(format!("#{place}"), "the track of this number"),
        example("longest".to_owned(), "or shortest"),
        example(format!("at:{time}"), "what plays at this time of the album"),
    ]
}

/// The longest word of a title, or the whole title if it has no word.
fn longest_word(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let longest = words.rev().max_by_key(|word| word.chars().count());
    longest
        .filter(|word| !word.is_empty())
        .unwrap_or(title)
        .to_owned()
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
