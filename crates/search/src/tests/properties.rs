//! Properties that hold for every list of tracks and every search. The
//! environment variable `PROPTEST_CASES` sets the number of cases.

use proptest::{collection::vec, prelude::*};

use super::{Index, normalize, oracle::Ask, parse, select, shown_numbers};
use crate::{Field, Filter, Query, SearchParams};
use model::{Length, RunningTime, Track};

/// Titles and words from few letters, so that they often match.
const TITLE: &str = "[abAÁéßÆøは ’'.,:…-]{0,10}";
const WORD: &str = "[abÁe][abAÁéßÆøs’'.:-]{0,3}";

fn tracks() -> impl Strategy<Value = Vec<Track>> {
    let titled = (TITLE, prop::option::weighted(0.8, 0..400u32));
    vec(titled, 0..12).prop_map(|titles| {
        let numbered = titles.into_iter().zip(1..);
        numbered
            .map(|((title, seconds), number)| Track {
                number,
                title,
                length: seconds.map(Length::from_seconds),
                ..Track::default()
            })
            .collect()
    })
}

fn ask() -> impl Strategy<Value = Ask> {
    let plain = prop_oneof![
        4 => WORD.prop_map(Ask::Word),
        2 => "[ab][ab ]{0,3}[ab]".prop_map(Ask::Phrase),
        1 => (0..400u32).prop_map(Ask::Longer),
        1 => (0..400u32).prop_map(Ask::Shorter),
        1 => (0..400u32, 0..400u32).prop_map(|(from, to)| Ask::Range(from, to)),
        1 => (0..14u32).prop_map(Ask::Number),
        1 => (0..3000u32).prop_map(Ask::At),
        1 => Just(Ask::Unknown),
    ];
    (plain, prop::bool::weighted(0.2)).prop_map(|(ask, not)| match not {
        true => Ask::Not(Box::new(ask)),
        false => ask,
    })
}

/// Text that resembles the query syntax, as well as any text.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "-", "\"", "“", ">", "<", "=", "#", "..", ":", "title:", "length:", "length:?", "at:", " ",
        "2", "14", "5:0", "6:00", "s", "–", "a", "ß", "…", "\u{301}", "\u{200f}", "\u{a0}", "が",
        "🎬", "\u{200d}", "'", "＞",
    ]);
    prop_oneof![
        vec(piece, 0..14).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "\\PC{0,20}"
    ]
}

proptest! {
    #[test]
    fn search_finds_what_the_oracle_finds(tracks in tracks(), asks in vec(ask(), 0..4)) {
        let typed: Vec<String> = asks.iter().map(Ask::typed).collect();
        let typed = typed.join(" ");
        let expected: Vec<bool> = (0..tracks.len())
            .map(|place| asks.iter().all(|ask| ask.holds(&tracks, place)))
            .collect();
        prop_assert_eq!(select(&tracks, &typed).shown, expected, "{}", typed);
    }

    #[test]
    fn empty_query_matches_all(tracks in tracks()) {
        let selection = select(&tracks, "");
        prop_assert_eq!(selection.count, tracks.len());
        prop_assert_eq!(selection.running_time, tracks.iter().map(|track| track.length).sum());
    }

    #[test]
    fn adding_a_term_never_adds_a_row(tracks in tracks(), query in typed(), term in ask()) {
        // Printed first, to close any open quotation mark.
        let query = parse(&query).to_string();
        let before = select(&tracks, &query).shown;
        let after = select(&tracks, &format!("{query} {}", term.typed())).shown;
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before >= after), "{}", query);
    }

    #[test]
    fn printed_query_parses_to_itself(text in typed()) {
        let query = parse(&text);
        let printed = query.to_string();
        prop_assert_eq!(parse(&printed), query, "{:?} printed {:?}", text, printed);
    }

    #[test]
    fn term_and_complement_partition_a_list_of_known_lengths(mut tracks in tracks(), ask in ask()) {
        tracks.retain(|track| track.length.is_some());
        let typed = ask.typed();
        let complement = match typed.strip_prefix('-') {
            Some(rest) => rest.to_owned(),
            None => format!("-{typed}"),
        };
        let (one, other) = (select(&tracks, &typed), select(&tracks, &complement));
        prop_assert!(one.shown.iter().zip(&other.shown).all(|(one, other)| one != other));
        let all: RunningTime = tracks.iter().map(|track| track.length).sum();
        prop_assert_eq!(one.running_time.known + other.running_time.known, all.known);
    }

    #[test]
    fn thumbs_and_typed_range_match_the_same(tracks in tracks(), from in 0..400u32, to in 0..400u32) {
        let thumbs = Filter {
            min: Some(Length::from_seconds(from)),
            max: Some(Length::from_seconds(to)),
            ..Filter::default()
        };
        let typed = super::filter(&Ask::Range(from, to).typed());
        prop_assert_eq!(shown_numbers(&tracks, &thumbs), shown_numbers(&tracks, &typed));
    }

    #[test]
    fn marks_are_sorted_disjoint_and_on_boundaries(title in typed(), more in any::<String>(), text in typed()) {
        let track = Track { number: 1, title: title + &more, ..Track::default() };
        let index = Index::new(std::slice::from_ref(&track), normalize);
        let marks = index.marks(0, Field::Title, &parse(&text));
        prop_assert!(marks.windows(2).all(|two| two[0].end < two[1].start), "{:?}", marks);
        for mark in marks {
            prop_assert!(!mark.is_empty() && track.title.get(mark.clone()).is_some(), "{:?}", mark);
        }
    }

    #[test]
    fn matching_title_is_marked(tracks in tracks(), word in WORD) {
        let index = Index::new(&tracks, normalize);
        let query = parse(&word);
        let shown = select(&tracks, &word).shown;
        for (place, shown) in shown.into_iter().enumerate() {
            prop_assert_eq!(!index.marks(place, Field::Title, &query).is_empty(), shown);
        }
    }

    #[test]
    fn quoted_title_finds_itself(title in typed(), more in "\\PC{0,20}") {
        let title = (title + &more).replace(['"', '“', '”', '„', '‟', '＂'], "");
        let track = Track { number: 1, title, ..Track::default() };
        let text = format!("\"{}\"", track.title);
        prop_assert_eq!(select(std::slice::from_ref(&track), &text).count, 1);
    }

    #[test]
    fn suggested_title_finds_itself(title in typed(), more in "\\PC{0,20}") {
        let track = Track { number: 1, title: title + &more, ..Track::default() };
        let text = Query::text_for(&track.title);
        prop_assert_eq!(select(std::slice::from_ref(&track), &text).count, 1, "{}", text);
    }

    #[test]
    fn no_input_panics(text in typed(), address in any::<String>(), tracks in tracks()) {
        let index = Index::new(&tracks, normalize);
        for text in [text, SearchParams::from_address(&address).text] {
            let filter = super::filter(&text);
            index.select(&filter);
            index.nearest(&filter.query);
            filter.describe(false);
            filter.query.unrecognized().count();
        }
    }
}
