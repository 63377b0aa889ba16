//! Converts a cue sheet into a draft: titles, and lengths as the time from one
//! track's start to the next.

use super::{
    draft::{Draft, Entry},
    length,
    note::Note,
};
use crate::schema;

const FRAMES_A_SECOND: u64 = 75;

#[derive(Default)]
struct Track {
    number: u32,
    title: Option<String>,
    performer: Option<String>,
    /// In frames, from the start of its file.
    start: Option<u64>,
    /// The count of `FILE` lines before it.
    file: usize,
}

/// Converts a cue sheet.
pub fn read(text: &str) -> (Draft, Vec<Note>) {
    let mut draft = Draft::default();
    let mut notes = Vec::new();
    let mut tracks: Vec<Track> = Vec::new();
    let mut files = 0;
    for (at, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let (word, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let value = value.trim();
        let text = value.trim_matches('"');
        match (word, tracks.last_mut()) {
            ("FILE", _) => files += 1,
            ("TRACK", _) => tracks.push(Track {
                number: value
                    .split_whitespace()
                    .next()
                    .and_then(|number| number.parse().ok())
                    .unwrap_or(1),
                file: files,
                ..Track::default()
            }),
            ("TITLE", Some(track)) => track.title = Some(text.to_owned()),
            ("TITLE", None) => {
                draft.set(&schema::TITLE, text);
                draft.set(&schema::ALBUM_TITLE, text);
            }
            ("PERFORMER", None) => draft.set(&schema::ARTIST, text),
            ("PERFORMER", Some(track)) => track.performer = Some(text.to_owned()),
            ("INDEX", Some(track)) => {
                if let Some(start) = value.strip_prefix("01 ").and_then(frames) {
                    track.start = Some(start);
                    track.file = files;
                }
            }
            ("", _) => {}
            _ => draft.unplaced.push(format!("line {at}: {line}")),
        }
    }
    if files > 0 {
        let what = "the names of the sound files are left out".to_owned();
        notes.push(Note { line: None, what });
    }
    let what = "each length is the time to the next track's start; where there is none, it is unknown, `?:??`";
    notes.push(Note {
        line: None,
        what: what.to_owned(),
    });
    for kept in &draft.unplaced {
        let what = format!("no place for {kept}; it is kept as a comment");
        notes.push(Note { line: None, what });
    }
    draft.discs = vec![entries(tracks)];
    (draft, notes)
}

fn entries(tracks: Vec<Track>) -> Vec<Entry> {
    let ends: Vec<Option<u64>> = tracks
        .iter()
        .skip(1)
        .map(|next| next.start)
        .chain([None])
        .collect();
    let files: Vec<usize> = tracks.iter().map(|track| track.file).collect();
    let entries = tracks.into_iter().zip(ends).enumerate();
    entries
        .map(|(at, (track, end))| {
            let same_file = files.get(at + 1) == Some(&track.file);
            let frames = end.filter(|_| same_file).zip(track.start);
            let frames = frames.and_then(|(end, start)| end.checked_sub(start));
            let seconds = frames.map(|frames| (frames + FRAMES_A_SECOND / 2) / FRAMES_A_SECOND);
            Entry {
                number: track.number,
                title: track.title.filter(|title| !title.is_empty()),
                artist: track.performer.filter(|performer| !performer.is_empty()),
                length: seconds
                    .filter(|seconds| *seconds > 0)
                    .map(length::from_seconds),
                ..Entry::default()
            }
        })
        .collect()
}

/// `03:12:40` in minutes, seconds and frames.
fn frames(time: &str) -> Option<u64> {
    let parts: Vec<u64> = time
        .trim()
        .split(':')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [minutes, seconds, frames] = parts[..] else {
        return None;
    };
    (minutes.checked_mul(60)?.checked_add(seconds)?)
        .checked_mul(FRAMES_A_SECOND)?
        .checked_add(frames)
}
