//! Decides how a draft names the artists of its tracks: in `artist` of the album,
//! behind each title with `track_artists`, or, where a file could not say it, in
//! comments.

use std::collections::BTreeSet;

use super::{
    draft::{Draft, Entry},
    note::Note,
};
use crate::schema;

/// Divides a title from its artist in a review file.
pub const DASH: &str = " – ";

/// The dashes that divide titles from artists in texts of others.
const DASHES: [&str; 3] = [DASH, " - ", " — "];

/// The least number of tracks, and of different artists, that show a pattern.
const LEAST: usize = 3;

/// Settles the artists of all tracks; returns what the writer should check.
pub fn settle(draft: &mut Draft) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    if draft
        .discs
        .iter()
        .flatten()
        .all(|entry| entry.artist.is_none())
    {
        notes.extend(divide(&mut draft.discs));
    }
    let entries = || draft.discs.iter().flatten();
    let artists: BTreeSet<Option<String>> = entries().map(|entry| entry.artist.clone()).collect();
    let mut artists = artists.into_iter();
    match (artists.next(), artists.next()) {
        (None | Some(None), None) => {}
        (Some(Some(one)), None) if is_of_all(draft, &one) => {
            draft.set(&schema::ARTIST, one);
            without_artists(draft);
        }
        _ if entries().all(can_be_written) => draft.set(&schema::TRACK_ARTISTS, "after"),
        _ => notes.extend(keep(draft)),
    }
    notes
}

/// Whether the artist of every track may be that of the album.
fn is_of_all(draft: &Draft, artist: &str) -> bool {
    let of_album = draft.value(&schema::ARTIST);
    of_album.is_none_or(|of_album| of_album == artist)
}

/// Whether the last dash of the line will divide the title from the artist.
fn can_be_written(entry: &Entry) -> bool {
    match (&entry.artist, &entry.title) {
        (Some(artist), _) => !artist.contains(DASH),
        (None, Some(title)) => !title.contains(DASH),
        (None, None) => true,
    }
}

fn without_artists(draft: &mut Draft) {
    for entry in draft.discs.iter_mut().flatten() {
        entry.artist = None;
    }
}

/// Moves the artists to comments.
fn keep(draft: &mut Draft) -> Vec<Note> {
    let mut notes = Vec::new();
    for entry in draft.discs.iter_mut().flatten() {
        if let Some(artist) = entry.artist.take() {
            let title = entry.title.as_deref().unwrap_or_default();
            let what = format!("`{artist}`, the artist of `{title}`");
            draft.unplaced.push(what.clone());
            let what = format!("no place for {what}; it is kept as a comment");
            notes.push(Note { line: None, what });
        }
    }
    notes
}

/// Divides titles such as `Artist – Title`, if all have a dash and the names on
/// one side repeat, as those of artists do.
fn divide(discs: &mut [Vec<Entry>]) -> Option<Note> {
    let entries = || discs.iter().flatten();
    let parts: Vec<(&str, &str)> = entries()
        .map(|entry| parts(entry.title.as_deref()?))
        .collect::<Option<_>>()?;
    if parts.len() < LEAST {
        return None;
    }
    let firsts = parts.iter().map(|(first, _)| *first);
    let seconds = parts.iter().map(|(_, second)| *second);
    let is_first = match (repeat(firsts), repeat(seconds)) {
        (true, false) => true,
        (false, true) => false,
        _ => {
            let what = "each title has a dash: where it divides title and artist, write it as ` – ` \
                        and set `track_artists`";
            let what = what.to_owned();
            return Some(Note { line: None, what });
        }
    };
    for entry in discs.iter_mut().flatten() {
        let (first, second) = entry.title.as_deref().and_then(parts_of)?;
        let (artist, title) = match is_first {
            true => (first, second),
            false => (second, first),
        };
        (entry.artist, entry.title) = (Some(artist), Some(title));
    }
    let form = match is_first {
        true => "Artist – Title",
        false => "Title – Artist",
    };
    let what = format!("the tracks are read as `{form}`, because names on that side repeat");
    Some(Note { line: None, what })
}

/// The texts around the only dash of a title.
fn parts(title: &str) -> Option<(&str, &str)> {
    let dashes = DASHES.iter().map(|dash| title.matches(dash).count());
    let dash = DASHES.iter().find(|dash| title.contains(**dash))?;
    (dashes.sum::<usize>() == 1).then(|| title.split_once(dash))?
}

fn parts_of(title: &str) -> Option<(String, String)> {
    let (first, second) = parts(title)?;
    Some((first.trim().to_owned(), second.trim().to_owned()))
}

/// Whether some of several names occur more than once.
fn repeat<'a>(names: impl Iterator<Item = &'a str> + Clone) -> bool {
    let different: BTreeSet<&str> = names.clone().collect();
    different.len() >= LEAST && different.len() < names.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(tracks: &[(&str, Option<&str>)], of_album: Option<&str>) -> (String, usize) {
        let entry = |(number, (title, artist)): (u32, &(&str, Option<&str>))| Entry {
            number,
            title: Some((*title).to_owned()),
            artist: artist.map(ToOwned::to_owned),
            ..Entry::default()
        };
        let mut draft = Draft::default();
        draft.discs = vec![(1..).zip(tracks).map(entry).collect()];
        if let Some(artist) = of_album {
            draft.set(&schema::ARTIST, artist);
        }
        let notes = settle(&mut draft);
        let lines = draft.discs[0].iter().map(|entry| {
            let title = entry.title.as_deref().unwrap_or_default();
            match &entry.artist {
                Some(artist) => format!("{title}/{artist}"),
                None => title.to_owned(),
            }
        });
        let mut parts: Vec<String> = lines.collect();
        parts.extend(
            draft
                .value(&schema::TRACK_ARTISTS)
                .map(|way| format!("[{way}]")),
        );
        parts.extend(
            draft
                .value(&schema::ARTIST)
                .map(|artist| format!("by {artist}")),
        );
        parts.extend(draft.unplaced.iter().map(|_| "kept".to_owned()));
        (parts.join(" "), notes.len())
    }

    #[test]
    fn artists_that_differ_follow_the_titles() {
        let tracks = [("One", Some("A")), ("Two – Part 1", Some("B"))];
        assert_eq!(
            settled(&tracks, None),
            ("One/A Two – Part 1/B [after]".to_owned(), 0)
        );
        let mixed = [("One", Some("A")), ("Two", None)];
        assert_eq!(settled(&mixed, None), ("One/A Two [after]".to_owned(), 0));
    }

    #[test]
    fn the_artist_of_all_tracks_is_the_albums() {
        let tracks = [("One", Some("A")), ("Two", Some("A"))];
        assert_eq!(settled(&tracks, None), ("One Two by A".to_owned(), 0));
        let various = settled(&tracks, Some("Various Artists")).0;
        assert_eq!(various, "One/A Two/A [after] by Various Artists");
    }

    #[test]
    fn what_a_line_could_not_say_is_kept() {
        let tracks = [("One – Part 1", None), ("Two", Some("B"))];
        assert_eq!(
            settled(&tracks, None),
            ("One – Part 1 Two kept".to_owned(), 1)
        );
        let tracks = [("One", Some("A – B")), ("Two", Some("C"))];
        assert_eq!(settled(&tracks, None).0, "One Two kept kept");
    }

    #[test]
    fn titles_are_divided_where_names_on_one_side_repeat() {
        let titles = |titles: [&'static str; 4]| titles.map(|title| (title, None));
        let tracks = titles(["A - One", "B - Two", "A - Three", "C - Four"]);
        assert_eq!(
            settled(&tracks, None),
            ("One/A Two/B Three/A Four/C [after]".to_owned(), 1)
        );
        let tracks = titles(["One – A", "Two – B", "Three – A", "Four – C"]);
        assert_eq!(
            settled(&tracks, None).0,
            "One/A Two/B Three/A Four/C [after]"
        );
        // A suite, and names that do not repeat.
        for tracks in [
            titles(["Suite – I", "Suite – II", "Suite – III", "Suite – IV"]),
            titles(["A – One", "B – Two", "C – Three", "D – Four"]),
        ] {
            let (read, notes) = settled(&tracks, None);
            assert!(!read.contains('/') && notes == 1, "{read}");
        }
        let some = titles(["A – One", "Two", "A – Three", "C – Four"]);
        assert_eq!(settled(&some, None).1, 0);
    }
}
