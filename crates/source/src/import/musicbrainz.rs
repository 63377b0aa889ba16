//! Converts the JSON of a MusicBrainz release into a draft: the album, its
//! label and the tracks of all discs.
//!
//! The JSON comes from
//! `https://musicbrainz.org/ws/2/release/<id>?inc=recordings+artist-credits+labels&fmt=json`.
//! It is not fetched here; the writer passes it as a file.

use std::str::FromStr;

use serde::Deserialize;

use super::{
    draft::{Draft, Entry},
    note::Note,
};
use crate::schema;

/// The artist credit of a compilation; it names no composer.
const NOBODY: &str = "Various Artists";

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Release {
    title: String,
    #[serde(default)]
    disambiguation: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    artist_credit: Vec<Credit>,
    #[serde(default)]
    label_info: Vec<LabelInfo>,
    media: Vec<Medium>,
}

#[derive(Deserialize)]
struct Credit {
    name: String,
    #[serde(default)]
    joinphrase: String,
}

#[derive(Deserialize)]
struct LabelInfo {
    label: Option<Label>,
}

#[derive(Deserialize)]
struct Label {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Medium {
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    pregap: Option<Track>,
    #[serde(default)]
    tracks: Vec<Track>,
    #[serde(default)]
    data_tracks: Vec<Track>,
}

#[derive(Deserialize)]
struct Track {
    position: u32,
    title: String,
    length: Option<u64>,
    recording: Option<Recording>,
}

#[derive(Deserialize)]
struct Recording {
    length: Option<u64>,
}

/// Converts the JSON of a release.
///
/// # Errors
/// The text is not the JSON of a release, or the release has no tracks.
pub fn read(json: &str) -> Result<(Draft, Vec<Note>), String> {
    let release: Release = serde_json::from_str(json)
        .map_err(|error| format!("this is not the JSON of a MusicBrainz release: {error}"))?;
    if release.media.iter().all(|medium| medium.tracks.is_empty()) {
        return Err("this MusicBrainz release holds no tracks: ask for it with \
                    `?inc=recordings+artist-credits+labels&fmt=json`"
            .to_owned());
    }
    let mut reader = Reader::default();
    let mut draft = Draft::default();
    let values = [
        (schema::TITLE, Some(release.title.clone())),
        (schema::ALBUM_TITLE, Some(release.title.clone())),
        (schema::COMPOSER, reader.composer(&release.artist_credit)),
        (schema::RELEASED, reader.released(release.date.as_deref())),
        (schema::LABEL, label(&release.label_info)),
    ];
    for (key, value) in values {
        if let Some(value) = value {
            draft.set(&key, value);
        }
    }
    draft.discs = reader.discs(&release.media);
    if !release.disambiguation.is_empty() {
        reader.keep(format!(
            "`{}`, what tells this release from others",
            release.disambiguation
        ));
    }
    reader.note("the review is called as its album for now".to_owned());
    draft.unplaced = reader.unplaced;
    Ok((draft, reader.notes))
}

#[derive(Default)]
struct Reader {
    unplaced: Vec<String>,
    notes: Vec<Note>,
}

impl Reader {
    fn composer(&mut self, credits: &[Credit]) -> Option<String> {
        let parts = credits
            .iter()
            .flat_map(|credit| [&*credit.name, &*credit.joinphrase]);
        let name: String = parts.collect();
        if name == NOBODY {
            self.keep(format!("`{NOBODY}`, who is no composer"));
        }
        Some(name.trim().to_owned()).filter(|name| !name.is_empty() && name != NOBODY)
    }

    /// MusicBrainz may have only the year, or year and month.
    fn released(&mut self, date: Option<&str>) -> Option<String> {
        let date = date.filter(|date| !date.is_empty())?;
        if jiff::civil::Date::from_str(date).is_ok() && date.len() == "2018-07-13".len() {
            return Some(date.to_owned());
        }
        self.keep(format!("`{date}`, a release date without its day"));
        None
    }

    fn discs(&mut self, media: &[Medium]) -> Vec<Vec<Entry>> {
        let with_tracks = media.iter().filter(|medium| !medium.tracks.is_empty());
        let discs = with_tracks.zip(1..);
        discs
            .map(|(medium, number)| self.disc(medium, number))
            .collect()
    }

    fn disc(&mut self, medium: &Medium, disc: u32) -> Vec<Entry> {
        if let Some(title) = medium.title.as_deref().filter(|title| !title.is_empty()) {
            self.keep(format!("`{title}`, what disc {disc} is called"));
        }
        if let Some(track) = &medium.pregap {
            self.keep(format!(
                "`{}`, a track before the first of disc {disc}",
                shown(track)
            ));
        }
        for track in &medium.data_tracks {
            self.keep(format!("`{}`, a data track of disc {disc}", shown(track)));
        }
        let tracks = medium.tracks.iter();
        tracks.map(|track| self.entry(track, disc)).collect()
    }

    fn entry(&mut self, track: &Track, disc: u32) -> Entry {
        let length = length(track);
        if length.is_none() {
            let number = track.position;
            self.note(format!(
                "MusicBrainz knows no length of track {number} of disc {disc}; it is left blank"
            ));
        }
        let title = track.title.split_whitespace().collect::<Vec<_>>().join(" ");
        Entry {
            number: track.position,
            title: Some(title).filter(|title| !title.is_empty()),
            length,
        }
    }

    fn note(&mut self, what: String) {
        self.notes.push(Note { line: None, what });
    }

    fn keep(&mut self, what: String) {
        self.note(format!("no place for {what}; it is kept as a comment"));
        self.unplaced.push(what);
    }
}

/// Rounds milliseconds to seconds, halves up, as MusicBrainz does.
fn length(track: &Track) -> Option<String> {
    let recorded = track
        .recording
        .as_ref()
        .and_then(|recording| recording.length);
    let milliseconds = track.length.or(recorded).filter(|length| *length > 0)?;
    let seconds = milliseconds.saturating_add(500) / 1000;
    Some(format!("{}:{:02}", seconds / 60, seconds % 60))
}

fn shown(track: &Track) -> String {
    match length(track) {
        Some(length) => format!("{} ({length})", track.title),
        None => track.title.clone(),
    }
}

/// The label names without duplicates: a release may list a label once per
/// catalogue number.
fn label(infos: &[LabelInfo]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for label in infos.iter().filter_map(|info| info.label.as_ref()) {
        if !names.contains(&label.name.as_str()) {
            names.push(&label.name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}
