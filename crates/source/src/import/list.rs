//! Puts the tracks of a list together: which disc and group each belongs to,
//! its number, and notes on what was unclear.

use super::{
    columns,
    draft::Entry,
    length,
    note::Note,
    start_times,
    track::{Number, Track},
};

/// The result: tracks, leftovers and notes.
#[derive(Debug, Default)]
pub struct Tracks {
    pub discs: Vec<Vec<Entry>>,
    /// Lines that are no track, with their line numbers.
    pub left: Vec<(usize, String)>,
    /// Further cells of tracks, which have no place in a review.
    pub unplaced: Vec<String>,
    pub notes: Vec<Note>,
}

/// The tracks read so far.
#[derive(Default)]
pub struct List {
    tracks: Tracks,
    all_numbered: bool,
    all_quoted: bool,
    /// Whether each number names a disc, as `2-01` does.
    all_of_discs: bool,
    /// The number of the current disc, if a heading or a number such as `2-01`
    /// gave it.
    named: Option<u32>,
    /// The side of the record in the last number, such as `B2`.
    side: Option<char>,
    /// What the numbers of the current group are counted on from.
    counted: u32,
    /// The title of the disc, and the name of the group, that begin with the next
    /// track; each with its line.
    disc_title: Option<(usize, String)>,
    group: Option<(usize, String)>,
    /// The line of each track.
    lines: Vec<usize>,
}

impl List {
    /// An empty list for these tracks.
    pub fn of(tracks: &[&Track]) -> Self {
        let mut numbers = tracks.iter().map(|track| track.number.as_ref());
        Self {
            all_numbered: numbers.clone().all(|number| number.is_some()),
            all_quoted: tracks.iter().all(|track| unquoted(&track.title).is_some()),
            all_of_discs: numbers.all(|number| number.is_none_or(|number| number.disc.is_some())),
            ..Self::default()
        }
    }

    /// Settles what needs all tracks.
    pub fn finish(mut self) -> Tracks {
        // A heading may have begun a disc that no track follows.
        self.tracks.discs.retain(|disc| !disc.is_empty());
        for (place, what) in start_times::settle(&mut self.tracks.discs) {
            self.note(self.lines[place], what);
        }
        self.keep_empty_headings();
        self.tracks
    }

    /// Begins the disc of a heading.
    pub fn disc(&mut self, at: usize, number: u32, rest: &str) {
        self.keep_empty_headings();
        self.disc_title = Some((at, rest.to_owned())).filter(|_| !rest.is_empty());
        self.next_disc();
        let place = self.tracks.discs.len();
        if usize::try_from(number) != Ok(place) {
            self.note(at, format!("disc {number} comes here as disc {place}"));
        }
        self.named = Some(number);
    }

    /// Begins the group of a heading, which may name the side of a record.
    pub fn named_group(&mut self, at: usize, name: String) {
        let mut words = name.split([' ', '-']).filter(|word| word.len() == 1);
        let side = words.next().and_then(|word| word.chars().next());
        self.side = side.map(|side| side.to_ascii_uppercase());
        self.group(at, name);
    }

    fn group(&mut self, at: usize, name: String) {
        if let Some((at, name)) = self.group.replace((at, name)) {
            self.keep(at, format!("`{name}`, which has no tracks"));
        }
    }

    /// Keeps headings that no track follows.
    fn keep_empty_headings(&mut self) {
        let headings = [self.disc_title.take(), self.group.take()];
        for (at, name) in headings.into_iter().flatten() {
            self.keep(at, format!("`{name}`, which has no tracks"));
        }
    }

    /// Keeps the total length in a heading.
    pub fn total_of(&mut self, at: usize, heading: &str) {
        if length::at_end(heading).is_some() {
            self.keep(at, format!("`{}`, a total", heading.trim()));
        }
    }

    /// Keeps the headings of unknown columns.
    pub fn columns(&mut self, at: usize, head: &str) {
        for name in columns::unknown_columns(head) {
            self.keep(at, format!("`{name}`, the name of a column"));
        }
    }

    /// Keeps a line of credits with the track above it.
    pub fn credit(&mut self, at: usize, credit: &str) {
        let last = self.tracks.discs.last().and_then(|disc| disc.last());
        let title = last.and_then(|track| track.title.clone());
        self.keep(
            at,
            format!("`{credit}`, below `{}`", title.unwrap_or_default()),
        );
    }

    /// Moves a line that is no track to the prose.
    pub fn leave(&mut self, at: usize, line: &str) {
        self.note(
            at,
            format!("`{line}` is no track; it is now at the end of the prose"),
        );
        self.tracks.left.push((at, line.to_owned()));
    }

    /// Adds a track; `next` is the number of the one after it.
    pub fn track(&mut self, at: usize, mut track: Track, next: Option<u32>) {
        let due = self.due();
        let number = self.number(at, &mut track, due);
        let number = match number {
            Some(number) => self.place(at, &number, due, next),
            None => due,
        };
        self.look(at, number, &track);
        for extra in &track.extra {
            self.keep(at, format!("`{extra}`, beside `{}`", track.title));
        }
        let title = match unquoted(&track.title) {
            Some(bare) if self.all_quoted => bare,
            _ => track.title,
        };
        if self.tracks.discs.is_empty() {
            self.next_disc();
        }
        self.lines.push(at);
        let name = |heading: Option<(usize, String)>| heading.map(|(_, name)| name);
        let entry = Entry {
            number,
            disc: name(self.disc_title.take()),
            group: name(self.group.take()),
            title: Some(title).filter(|title| !title.is_empty()),
            artist: track.artist,
            length: track.length,
            note: track.note,
        };
        self.tracks
            .discs
            .last_mut()
            .expect("a disc was put there")
            .push(entry);
    }

    /// The number of the next track.
    fn due(&self) -> u32 {
        let last = self.tracks.discs.last().and_then(|disc| disc.last());
        last.map_or(1, |entry| entry.number + 1)
    }

    /// The track's number; an uncertain one that is not next goes back into the
    /// title, and the number of a part of a track is only noted.
    fn number(&mut self, at: usize, track: &mut Track, due: u32) -> Option<Number> {
        let number = track.number.take()?;
        if number.disc.is_some() && number.text.contains('.') && !self.all_of_discs {
            let what = format!(
                "`{}` is a part of a track: it is counted as track {due}",
                number.text
            );
            self.note(at, what);
            return None;
        }
        let is_next = number.side.is_none() && number.track + self.counted == due;
        if number.certain || self.all_numbered || is_next {
            return Some(number);
        }
        track.title = format!("{} {}", number.text, track.title);
        None
    }

    /// The number of a track on its disc, which it may begin.
    fn place(&mut self, at: usize, number: &Number, due: u32, next: Option<u32>) -> u32 {
        // The tracks of a record are counted from its first side to its last.
        if number.side.is_some() {
            if number.side != self.side {
                self.side = number.side;
                self.group(at, format!("Side {}", number.side.unwrap_or_default()));
            }
            return due;
        }
        if number.disc.is_some() && number.disc != self.named {
            self.named = number.disc;
            self.next_disc();
            return number.track;
        }
        let starts_again = number.track == 1 && due > 1;
        if let Some((_, name)) = self.group.as_ref().filter(|_| starts_again) {
            self.counted = due - 1;
            let what = format!("the numbers start again at `{name}`: they go on from {due} here");
            self.note(at, what);
        } else if starts_again && due > 2 && next == Some(2) {
            let disc = self.tracks.discs.len() + 1;
            self.note(at, format!("the numbers start again: this is disc {disc}"));
            self.next_disc();
        }
        let due = self.due();
        // A Markdown list number has at most nine digits.
        let place = number.track.saturating_add(self.counted).min(999);
        if place != due {
            let found = number.track;
            self.note(at, format!("track number {found} where {due} is due"));
        }
        place
    }

    fn look(&mut self, at: usize, number: u32, track: &Track) {
        if track.title.is_empty() {
            self.note(at, format!("track {number} has no title; it is left blank"));
        }
        if !track.has_length() {
            self.note(
                at,
                format!("`{}` has no length: it is unknown, `?:??`", track.title),
            );
        } else if let Some(time) = track
            .title
            .split_whitespace()
            .find(|word| length::is_exact(word))
        {
            let what = format!(
                "`{}` is read as the title: does `{time}` belong to it?",
                track.title
            );
            self.note(at, what);
        }
    }

    fn next_disc(&mut self) {
        // A heading may have begun it.
        if self.tracks.discs.last().is_none_or(|disc| !disc.is_empty()) {
            self.tracks.discs.push(Vec::new());
            self.counted = 0;
        }
    }

    pub fn note(&mut self, at: usize, what: String) {
        self.tracks.notes.push(Note {
            line: Some(at),
            what,
        });
    }

    /// Keeps what has no place in a review, and notes it.
    pub fn keep(&mut self, at: usize, what: String) {
        self.note(at, format!("no place for {what}; it is kept as a comment"));
        self.tracks.unplaced.push(format!("line {at}: {what}"));
    }
}

/// The title without its quotation marks, behind which brackets may follow:
/// `“Points” (live)`.
pub fn unquoted(title: &str) -> Option<String> {
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」')];
    let (inner, after) = pairs
        .iter()
        .find_map(|(open, close)| title.strip_prefix(*open)?.rsplit_once(*close))?;
    let is_whole = after.is_empty() || after.trim_start().starts_with(['(', '[']);
    let inner = inner.trim();
    let is_plain = !inner.is_empty() && !inner.contains(['"', '“', '”']);
    (is_whole && is_plain).then(|| format!("{inner}{after}"))
}
