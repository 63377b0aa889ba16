//! Converts the lines of a pasted track list into discs of tracks, with notes
//! on what was unclear: classifies the lines, once to learn how the list is laid
//! out and once more to read it; [`List`] puts the tracks together.

use super::{
    file_name,
    heading::{self, Heading},
    length,
    list::{List, Tracks},
    track::{Place, Track},
    track_line::{Kind, Layout, Line, kind},
    works::works,
};

/// Parses lines, each with its line number.
pub fn read(lines: &[(usize, &str)]) -> Tracks {
    let first = classified(lines, None);
    let mut kinds = match usual_place(&first) {
        None => first,
        place => classified(lines, place),
    };
    for at in works(&kinds) {
        if let Kind::Track(track) = &kinds[at].2 {
            kinds[at].2 = Kind::Heading(Heading::Group(track.title.clone()));
        }
    }
    let endings = take_endings(&mut kinds);
    let headings = headings(&kinds);
    let numbers: Vec<Option<u32>> = kinds
        .iter()
        .filter_map(|(_, _, kind)| kind.track())
        .map(|track| Some(track.number.as_ref()?.track))
        .collect();
    let mut list = List::of(&tracks(&kinds).collect::<Vec<_>>());
    if let Some((at, ending)) = endings {
        list.note(
            at,
            format!("the titles are given without endings such as `{ending}`"),
        );
    }
    for at in headings {
        let (line, name, kind) = &mut kinds[at];
        list.note(
            *line,
            format!(
                "`{}` is read as a heading of the tracks below it",
                name.trim()
            ),
        );
        *kind = Kind::Heading(Heading::Group(name.trim().to_owned()));
    }
    let mut next = numbers.into_iter().skip(1).chain([None]);
    for (at, line, kind) in kinds {
        match kind {
            Kind::Heading(heading) => {
                list.total_of(at, line);
                match heading {
                    Heading::List => {}
                    Heading::Disc(number, rest) => list.disc(at, number, &rest),
                    Heading::Group(name) => list.named_group(at, name),
                }
            }
            Kind::Columns(_) => list.columns(at, line),
            Kind::Track(track) => list.track(at, track, next.next().flatten()),
            Kind::Credit => list.credit(at, line.trim()),
            Kind::Sum => list.keep(at, format!("`{}`, a total", line.trim())),
            Kind::Other => list.leave(at, line.trim()),
        }
    }
    list.finish()
}

fn classified<'a>(lines: &[(usize, &'a str)], place: Option<Place>) -> Vec<Line<'a>> {
    let mut layout = Layout { head: None, place };
    let kinds = lines.iter().map(|(at, line)| {
        let kind = kind(line, layout);
        if let Kind::Columns(head) = kind {
            layout.head = head;
        }
        (*at, *line, kind)
    });
    kinds.collect()
}

fn tracks<'k>(kinds: &'k [Line<'_>]) -> impl Iterator<Item = &'k Track> {
    kinds.iter().filter_map(|(_, _, kind)| kind.track())
}

/// Takes the endings of audio files off the titles, where each has one. Returns the
/// first line and its ending.
fn take_endings(lines: &mut [Line<'_>]) -> Option<(usize, String)> {
    if !tracks(lines).all(|track| file_name::without_ending(&track.title).is_some()) {
        return None;
    }
    let mut first = None;
    for (at, _, kind) in lines {
        if let Kind::Track(track) = kind
            && let Some(bare) = file_name::without_ending(&track.title)
        {
            let ending = track.title.split_off(bare.len());
            first.get_or_insert((*at, ending));
        }
    }
    first
}

/// Where more than half of the lengths are.
fn usual_place(kinds: &[Line<'_>]) -> Option<Place> {
    let places: Vec<Place> = tracks(kinds).filter_map(|track| track.place).collect();
    [Place::AfterTitle, Place::BeforeTitle]
        .into_iter()
        .find(|place| places.iter().filter(|other| *other == place).count() * 2 > places.len())
}

/// The lines of a numbered list that are likely headings, such as `Bonus
/// Tracks`: short ones directly above a track, at least one of them below
/// another track, and few, because artists may be below each title.
fn headings(kinds: &[Line<'_>]) -> Vec<usize> {
    let is_track = |at: Option<usize>| {
        at.and_then(|at| kinds.get(at))
            .is_some_and(|(_, _, kind)| kind.track().is_some())
    };
    let is_name = |line: &str| heading::may_be_name(line) && length::at_end(line).is_none();
    let found: Vec<usize> = (0..kinds.len())
        .filter(|at| kinds[*at].2 == Kind::Other && is_name(kinds[*at].1.trim()))
        .filter(|at| is_track(Some(at + 1)))
        .collect();
    let numbered = tracks(kinds).all(|track| track.number.is_some());
    let below = found.iter().any(|at| is_track(at.checked_sub(1)));
    match numbered && below && found.len() * 2 <= tracks(kinds).count() {
        true => found,
        false => Vec::new(),
    }
}
