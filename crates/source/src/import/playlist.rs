//! Converts playlists, M3U and XSPF, into drafts.

use roxmltree::{Document, Node};

use super::{
    draft::{Draft, Entry},
    length,
    note::Note,
};
use crate::schema;

/// Converts an extended M3U playlist: `#EXTINF:72,Departure`.
pub fn read_m3u(text: &str) -> (Draft, Vec<Note>) {
    let mut reader = Reader::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(info) = line.strip_prefix("#EXTINF:") {
            let (seconds, title) = info.split_once(',').unwrap_or((info, ""));
            let seconds = seconds.split_whitespace().next().unwrap_or_default();
            reader.track(Some(title.trim()), None, seconds.parse().ok());
        } else if let Some(title) = line.strip_prefix("#PLAYLIST:") {
            reader.title(title.trim());
        } else if line.starts_with('#') {
            if line != "#EXTM3U" {
                reader.keep(format!("`{line}`"));
            }
        } else {
            reader.has_files = true;
        }
    }
    reader.finish()
}

/// Converts an XSPF playlist.
///
/// # Errors
/// The text is not XML.
pub fn read_xspf(text: &str) -> Result<(Draft, Vec<Note>), String> {
    let document = Document::parse(text)
        .map_err(|error| format!("this playlist is not valid XML: {error}"))?;
    let mut reader = Reader::default();
    for node in document.root_element().children().filter(Node::is_element) {
        match (node.tag_name().name(), node.text().map(str::trim)) {
            ("title", Some(title)) => reader.title(title),
            ("trackList", _) => node
                .children()
                .filter(|node| node.has_tag_name_of("track"))
                .for_each(|track| reader.xspf_track(track)),
            (name, Some(text)) if !text.is_empty() => reader.keep(format!("`{text}`, its {name}")),
            _ => {}
        }
    }
    Ok(reader.finish())
}

trait LocalName {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    notes: Vec<Note>,
    entries: Vec<Entry>,
    has_files: bool,
}

impl Reader {
    fn title(&mut self, title: &str) {
        self.draft.set(&schema::TITLE, title);
        self.draft.set(&schema::ALBUM_TITLE, title);
    }

    fn xspf_track(&mut self, track: Node<'_, '_>) {
        let text = |name| {
            let node = track.children().find(|node| node.has_tag_name_of(name))?;
            node.text().map(str::trim).filter(|text| !text.is_empty())
        };
        let milliseconds: Option<u64> = text("duration").and_then(|duration| duration.parse().ok());
        let seconds = milliseconds.map(|milliseconds| (milliseconds.saturating_add(500)) / 1000);
        self.track(text("title"), text("creator"), seconds);
        self.has_files |= text("location").is_some();
        let title = text("title").unwrap_or_default();
        for name in ["annotation", "album", "info"] {
            if let Some(text) = text(name) {
                self.keep(format!("`{text}`, the {name} of `{title}`"));
            }
        }
    }

    fn track(&mut self, title: Option<&str>, artist: Option<&str>, seconds: Option<u64>) {
        let number = u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX);
        let title = title.filter(|title| !title.is_empty());
        let length = seconds
            .filter(|seconds| *seconds > 0)
            .map(length::from_seconds);
        if length.is_none() {
            self.note(format!(
                "track {number} has no length: it is unknown, `?:??`"
            ));
        }
        self.entries.push(Entry {
            number,
            title: title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
            artist: artist.map(ToOwned::to_owned),
            length,
            ..Entry::default()
        });
    }

    fn note(&mut self, what: String) {
        self.notes.push(Note { line: None, what });
    }

    fn keep(&mut self, what: String) {
        self.note(format!("no place for {what}; it is kept as a comment"));
        self.draft.unplaced.push(what);
    }

    fn finish(mut self) -> (Draft, Vec<Note>) {
        if self.has_files {
            self.note("the addresses of the sound files are left out".to_owned());
        }
        if !self.entries.is_empty() {
            self.draft.discs = vec![self.entries];
        }
        (self.draft, self.notes)
    }
}
