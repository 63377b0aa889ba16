//! Converts the lines of a pasted track list into discs of tracks, with notes
//! on what was unclear.

use super::{
    draft::Entry,
    length,
    note::Note,
    table_row,
    track::{Number, Track},
    track_line::{Kind, kind},
};
use model::UNKNOWN_LENGTH;

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

/// Parses lines, each with its line number.
pub fn read(lines: &[(usize, &str)]) -> Tracks {
    let mut head = None;
    let kinds: Vec<(usize, &str, Kind)> = lines
        .iter()
        .map(|(at, line)| {
            let kind = kind(line, head);
            if let Kind::Columns(column) = kind {
                head = column;
            }
            (*at, *line, kind)
        })
        .collect();
    let tracks = || {
        kinds.iter().filter_map(|(_, _, kind)| match kind {
            Kind::Track(track) => Some(track),
            _ => None,
        })
    };
    let mut list = List {
        all_numbered: tracks().all(|track| track.number.is_some()),
        all_quoted: tracks().all(|track| unquoted(&track.title).is_some()),
        ..List::default()
    };
    for (at, line, kind) in kinds {
        match kind {
            Kind::Heading => {}
            Kind::Columns(_) => list.columns(at, line),
            Kind::Disc(number, rest) => list.disc(at, number, &rest),
            Kind::Track(track) => list.track(at, track),
            Kind::Group(name) => {
                let mut words = name.split([' ', '-']).filter(|word| word.len() == 1);
                let side = words.next().and_then(|word| word.chars().next());
                list.side = side.map(|side| side.to_ascii_uppercase());
                list.group(at, name);
            }
            Kind::Credit => list.credit(at, line.trim()),
            Kind::Sum => list.keep(at, format!("`{}`, a total", line.trim())),
            Kind::Other => {
                let line = line.trim();
                list.note(
                    at,
                    format!("`{line}` is no track; it is now at the end of the prose"),
                );
                list.tracks.left.push((at, line.to_owned()));
            }
        }
    }
    // A heading may have begun a disc that no track follows.
    list.tracks.discs.retain(|disc| !disc.is_empty());
    list.lengths_from_start_times();
    list.keep_empty_headings();
    list.tracks
}

#[derive(Default)]
struct List {
    tracks: Tracks,
    all_numbered: bool,
    all_quoted: bool,
    /// The number of the current disc, if a heading or a number such as `2-01`
    /// gave it.
    named: Option<u32>,
    /// The side of the record in the last number, such as `B2`.
    side: Option<char>,
    /// The title of the disc, and the name of the group, that begin with the next
    /// track; each with its line.
    disc_title: Option<(usize, String)>,
    group: Option<(usize, String)>,
    /// The line of each disc's first track.
    starts: Vec<usize>,
}

impl List {
    fn disc(&mut self, at: usize, number: u32, rest: &str) {
        self.keep_empty_headings();
        self.disc_title = Some((at, rest.to_owned())).filter(|_| !rest.is_empty());
        if self
            .tracks
            .discs
            .last()
            .is_some_and(|disc| !disc.is_empty())
        {
            self.tracks.discs.push(Vec::new());
        }
        let place = self.tracks.discs.len().max(1);
        if usize::try_from(number) != Ok(place) {
            self.note(at, format!("disc {number} comes here as disc {place}"));
        }
        self.named = Some(number);
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

    /// Keeps the headings of unknown columns.
    fn columns(&mut self, at: usize, head: &str) {
        for name in table_row::unknown_columns(head) {
            self.keep(at, format!("`{name}`, the name of a column"));
        }
    }

    /// The number of the next track.
    fn due(&self) -> u32 {
        let last = self.tracks.discs.last().and_then(|disc| disc.last());
        last.map_or(1, |entry| entry.number + 1)
    }

    /// Keeps a line of credits with the track above it.
    fn credit(&mut self, at: usize, credit: &str) {
        let last = self.tracks.discs.last().and_then(|disc| disc.last());
        let title = last.and_then(|track| track.title.clone());
        self.keep(
            at,
            format!("`{credit}`, below `{}`", title.unwrap_or_default()),
        );
    }

    fn track(&mut self, at: usize, mut track: Track) {
        let due = self.due();
        let number = self.number(&mut track, due);
        let side = number.as_ref().and_then(|number| number.side);
        if side.is_some() && side != self.side {
            self.side = side;
            self.group(at, format!("Side {}", side.unwrap_or_default()));
        }
        // The tracks of a record are counted from its first side to its last.
        let number = number.filter(|number| number.side.is_none());
        let (disc, mut number) = number.map_or((None, due), |number| (number.disc, number.track));
        if disc.is_some() && disc != self.named {
            self.named = disc;
            self.next_disc();
        } else if number == 1 && due > 2 {
            self.note(
                at,
                format!(
                    "the numbers start again: this is disc {}",
                    self.tracks.discs.len() + 1
                ),
            );
            self.next_disc();
        } else if number != due {
            self.note(at, format!("track number {number} where {due} is due"));
            // A Markdown list number has at most nine digits.
            number = number.min(999);
        }
        self.look(at, number, &track);
        for extra in &track.extra {
            self.keep(at, format!("`{extra}`, beside `{}`", track.title));
        }
        let title = match unquoted(&track.title) {
            Some(bare) if self.all_quoted => bare.to_owned(),
            _ => track.title,
        };
        if self.tracks.discs.is_empty() {
            self.next_disc();
        }
        self.starts.resize(self.tracks.discs.len(), at);
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

    /// The track's number; an uncertain one that is not next goes back into the
    /// title.
    fn number(&self, track: &mut Track, due: u32) -> Option<Number> {
        let number = track.number.take()?;
        if number.certain || self.all_numbered || number.side.is_none() && number.track == due {
            return Some(number);
        }
        track.title = format!("{} {}", number.text, track.title);
        None
    }

    fn look(&mut self, at: usize, number: u32, track: &Track) {
        if track.title.is_empty() {
            self.note(at, format!("track {number} has no title; it is left blank"));
        }
        let length = track.length.as_deref();
        if length.is_none_or(|length| length == UNKNOWN_LENGTH) {
            self.note(
                at,
                format!("`{}` has no length: it is unknown, `?:??`", track.title),
            );
        }
    }

    /// Where the times of a disc rise from zero, they say when tracks start:
    /// each length is the time to the next start, and the last is unknown.
    fn lengths_from_start_times(&mut self) {
        for disc in 0..self.tracks.discs.len() {
            let tracks = &self.tracks.discs[disc];
            let times = tracks
                .iter()
                .map(|track| length::seconds(track.length.as_deref()?));
            let Some(times) = times.collect::<Option<Vec<u32>>>() else {
                continue;
            };
            let rises = times.windows(2).all(|pair| pair[0] < pair[1]);
            if times.len() < 2 || times[0] != 0 || !rises {
                continue;
            }
            let mut lengths = times.windows(2).map(|pair| pair[1] - pair[0]);
            for track in &mut self.tracks.discs[disc] {
                let length = lengths.next().map(u64::from);
                track.length = length.map(length::from_seconds);
            }
            let what = "these times rise from zero, so they are read as starts: each length is the \
                        time to the next one, and the last length is unknown, `?:??`";
            self.note(self.starts[disc], what.to_owned());
        }
    }

    fn next_disc(&mut self) {
        // A heading may have begun it.
        if self.tracks.discs.last().is_none_or(|disc| !disc.is_empty()) {
            self.tracks.discs.push(Vec::new());
        }
    }

    fn note(&mut self, at: usize, what: String) {
        self.tracks.notes.push(Note {
            line: Some(at),
            what,
        });
    }

    /// Keeps what has no place in a review, and notes it.
    fn keep(&mut self, at: usize, what: String) {
        self.note(at, format!("no place for {what}; it is kept as a comment"));
        self.tracks.unplaced.push(format!("line {at}: {what}"));
    }
}

/// The title without surrounding quotation marks.
fn unquoted(title: &str) -> Option<&str> {
    let inner = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')]
        .iter()
        .find_map(|(open, close)| title.strip_prefix(*open)?.strip_suffix(*close))?;
    (!inner.is_empty() && !inner.contains(['"', '“', '”'])).then_some(inner)
}
