//! Example searches for an album, for the search help.

use model::{Example, Length, Track, artists_differ, starts};

/// About ten searches, each with its meaning; each finds a track of the album.
pub fn examples(tracks: &[Track]) -> Vec<Example> {
    let (title, last) = (&tracks[0].title, &tracks[tracks.len() - 1]);
    let (word, other) = (longest_word(title), longest_word(&last.title));
    let place = tracks[tracks.len() / 2].place().label();
    let mut examples = vec![
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
        example(format!("#{place}"), "the track of this number"),
    ];
    let artist = tracks.iter().find_map(|track| track.artist.as_deref());
    examples.extend(artist.filter(|_| artists_differ(tracks)).map(|artist| {
        let word = longest_word(artist);
        example(format!("artist:{word}"), "artists that contain it")
    }));
    if tracks.iter().any(|track| track.pick) {
        examples.push(example("is:pick".to_owned(), "the reviewer’s picks"));
    }
    examples.extend(of_lengths(tracks));
    examples
}

/// Searches by length, as far as lengths are known.
fn of_lengths(tracks: &[Track]) -> Vec<Example> {
    let known: Vec<Length> = tracks.iter().filter_map(|track| track.length).collect();
    let unknown = (known.len() < tracks.len())
        .then(|| example("length:?".to_owned(), "tracks whose length is unknown"));
    let Some(middle) = known.get(known.len() / 2) else {
        return unknown.into_iter().collect();
    };
    let minutes = Length::from_seconds(middle.seconds() / 60 * 60);
    let next = minutes + Length::from_seconds(60);
    // The start of a track that has a length, in the middle of the album.
    let plays = |track: &Track| track.length.is_some_and(|length| length > Length::ZERO);
    let playing = tracks.iter().zip(starts(tracks));
    let times: Vec<Length> = playing
        .filter(|(track, _)| plays(track))
        .filter_map(|(_, start)| start)
        .collect();
    let time = times.get(times.len() / 2).map(|time| {
        let meaning = "what plays at this time of the album";
        example(format!("at:{time}"), meaning)
    });
    let examples = [
        example(
            format!(">={minutes}"),
            "this length or longer; also <, <=, >",
        ),
        example(format!("{minutes}..{next}"), "from one length to another"),
        example(
            format!("under {} minutes", next.seconds() / 60),
            "in words, too",
        ),
        example("longest".to_owned(), "or shortest"),
    ];
    examples.into_iter().chain(time).chain(unknown).collect()
}

fn example(text: String, meaning: &str) -> Example {
    Example {
        text,
        meaning: meaning.to_owned(),
    }
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
    use super::*;
    use crate::{Filter, Index, Query, tests::normalize};

    /// A length of 0 is unknown.
    fn album(discs: bool, tracks: &[(&str, u32)]) -> Vec<Track> {
        let tracks = tracks
            .iter()
            .zip(1..)
            .map(|(&(title, seconds), number)| Track {
                disc: discs.then_some(2),
                number,
                title: title.to_owned(),
                length: (seconds > 0).then(|| Length::from_seconds(seconds)),
                pick: seconds == 90,
                ..Track::default()
            });
        tracks.collect()
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
            album(false, &[("A", 0), ("B", 30), ("C", 0), ("D", 90)]),
            album(false, &[("A", 0), ("B", 0)]),
        ];
        let counts = [11, 10, 11, 6];
        for (album, count) in albums.into_iter().zip(counts) {
            let index = Index::new(&album, normalize);
            let examples = examples(&album);
            assert_eq!(examples.len(), count, "{examples:?}");
            for Example { text, .. } in examples {
                let query = Query::parse(&text, normalize);
                let filter = Filter {
                    query,
                    ..Filter::default()
                };
                let (filter, selection) = index.answer(filter, &text, normalize);
                assert!(selection.count > 0, "{text}: {:?}", filter.describe(true));
            }
        }
    }
}
