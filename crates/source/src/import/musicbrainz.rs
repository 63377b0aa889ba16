//! Converts the JSON of a MusicBrainz release into a draft: the album, its
//! label and the tracks of all discs.
//!
//! The JSON comes from
//! `https://musicbrainz.org/ws/2/release/<id>?inc=recordings+artist-credits+labels&fmt=json`.
//! It is not fetched here; the writer passes it as a file.

mod release;

use std::str::FromStr;

use super::{
    draft::{Draft, Entry},
    note::Note,
};
use crate::{
    schema,
    table::{is_barcode, is_uuid},
    various::is_various,
};
use release::{Credit, LabelInfo, Medium, Release, Track};

/// Converts the JSON of a release.
///
/// # Errors
/// The text is not the JSON of a release, or the release has no tracks.
pub fn read(json: &str) -> Result<(Draft, Vec<Note>), String> {
    let release: Release = serde_json::from_str(json)
        .map_err(|error| format!("this is not the JSON of a MusicBrainz release: {error}"))?;
    if release.title.is_empty() {
        return Err("this JSON has no `title`, so it is no MusicBrainz release".to_owned());
    }
    if release.media.iter().all(|medium| medium.tracks.is_empty()) {
        return Err("this MusicBrainz release holds no tracks: ask for it with \
                    `?inc=recordings+artist-credits+labels&fmt=json`"
            .to_owned());
    }
    let mut reader = Reader {
        artist: name(&release.artist_credit),
        artists_differ: artists_differ(&release),
        ..Reader::default()
    };
    let mut draft = Draft::default();
    let values = [
        (schema::TITLE, Some(release.title.clone())),
        (schema::ALBUM_TITLE, Some(release.title.clone())),
        (
            schema::ARTIST,
            Some(reader.artist.clone()).filter(|artist| !artist.is_empty()),
        ),
        (schema::RELEASED, reader.released(release.date.as_deref())),
        (schema::LABEL, label(&release.label_info)),
        (schema::CATALOGUE, catalogue(&release.label_info)),
        (schema::BARCODE, reader.barcode(&release.barcode)),
        (schema::MUSICBRAINZ, address(&release.id)),
    ];
    for (key, value) in values {
        if let Some(value) = value {
            draft.set(&key, value);
        }
    }
    draft.discs = reader.discs(&release.media);
    if !release.disambiguation.is_empty() {
        reader.keep(format!(
            "`{}`, how MusicBrainz distinguishes this release",
            release.disambiguation
        ));
    }
    reader.note("the review has its album's title for now".to_owned());
    draft.unplaced = reader.unplaced;
    Ok((draft, reader.notes))
}

#[derive(Default)]
struct Reader {
    /// Who is credited for the whole release.
    artist: String,
    /// Whether a track has another artist.
    artists_differ: bool,
    unplaced: Vec<String>,
    notes: Vec<Note>,
}

impl Reader {
    /// MusicBrainz may have only the year, or year and month.
    fn released(&mut self, date: Option<&str>) -> Option<String> {
        let date = date.filter(|date| !date.is_empty())?;
        let is_partial = ["2018", "2018-07", "2018-07-13"]
            .iter()
            .any(|form| form.len() == date.len());
        // As a number, a year has no leading zero.
        let is_partial = is_partial && !date.starts_with('0');
        let first_day = "2018-01-01".get(date.len()..).unwrap_or_default();
        if is_partial && jiff::civil::Date::from_str(&format!("{date}{first_day}")).is_ok() {
            return Some(date.to_owned());
        }
        self.keep(format!("`{date}`, which is no release date"));
        None
    }

    /// Some releases have a barcode that was misprinted.
    fn barcode(&mut self, barcode: &str) -> Option<String> {
        if barcode.is_empty() || is_barcode(barcode) {
            return Some(barcode.to_owned()).filter(|barcode| !barcode.is_empty());
        }
        self.keep(format!("`{barcode}`, a barcode whose digits do not fit"));
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
        let mut entries: Vec<Entry> = tracks
            .zip(1..)
            .map(|(track, place)| self.entry(track, disc, place))
            .collect();
        let title = medium.title.as_deref().map(str::trim);
        if let Some(first) = entries.first_mut() {
            let title = title.filter(|title| !title.is_empty());
            first.disc = title.map(ToOwned::to_owned);
        }
        let mut last = None;
        for (entry, track) in entries.iter_mut().zip(&medium.tracks) {
            let side = side(&track.number);
            if side.is_some() && side != last {
                entry.group = side.map(|side| format!("Side {side}"));
                last = side;
            }
        }
        entries
    }

    fn entry(&mut self, track: &Track, disc: u32, place: u32) -> Entry {
        let length = length(track);
        let number = match track.position {
            0 => place,
            position => position,
        };
        if length.is_none() {
            self.note(format!(
                "MusicBrainz has no length of track {number} of disc {disc}: it is unknown, `?:??`"
            ));
        }
        let title = track.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let artist = match name(&track.artist_credit) {
            artist if !artist.is_empty() => artist,
            _ if is_various(&self.artist) => String::new(),
            _ => self.artist.clone(),
        };
        let artist = Some(artist).filter(|artist| self.artists_differ && !artist.is_empty());
        let recording = track.recording.as_ref();
        let note = recording.map(|recording| recording.disambiguation.trim());
        let mut note = note.filter(|note| !note.is_empty());
        if let Some(odd) = note.take_if(|note| note.contains(['[', ']'])) {
            self.keep(format!("`{odd}`, a note on `{title}`"));
        }
        Entry {
            number,
            title: Some(title).filter(|title| !title.is_empty()),
            artist,
            length,
            disc: None,
            group: None,
            note: note.map(ToOwned::to_owned),
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

/// Whether a track has another artist than the release.
fn artists_differ(release: &Release) -> bool {
    let of_release = name(&release.artist_credit);
    let mut tracks = release.media.iter().flat_map(|medium| &medium.tracks);
    tracks.any(|track| {
        let artist = name(&track.artist_credit);
        !artist.is_empty() && artist != of_release
    })
}

/// The artists of a credit as one name.
fn name(credits: &[Credit]) -> String {
    let parts = credits
        .iter()
        .flat_map(|credit| [&*credit.name, &*credit.joinphrase]);
    parts.collect::<String>().trim().to_owned()
}

/// The side of a record in a number such as `B2`.
fn side(number: &str) -> Option<char> {
    let side = number.chars().next().filter(char::is_ascii_alphabetic)?;
    let track = &number[side.len_utf8()..];
    let is_number = track.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| side.to_ascii_uppercase())
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

/// The release's page.
fn address(id: &str) -> Option<String> {
    is_uuid(id).then(|| format!("https://musicbrainz.org/release/{id}"))
}

/// The labels' names.
fn label(infos: &[LabelInfo]) -> Option<String> {
    let labels = infos.iter().filter_map(|info| info.label.as_ref());
    joined(labels.map(|label| label.name.as_str()))
}

/// The labels' numbers of the release.
fn catalogue(infos: &[LabelInfo]) -> Option<String> {
    joined(
        infos
            .iter()
            .filter_map(|info| info.catalog_number.as_deref()),
    )
}

/// The names without duplicates: a release may list a label once per number.
fn joined<'a>(all: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in all.map(str::trim) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}
