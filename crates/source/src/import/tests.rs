//! Table tests: a line of a pasted track list, and what is parsed from it.

use super::{
    heading::Heading,
    track::Track,
    track_line::{Kind, Layout, kind},
};

/// Formats the parsed line: a certain number as `1.`, an uncertain one as `1?`,
/// the title in quotes, and further cells after `+`.
fn read(line: &str) -> String {
    shown(kind(line, Layout::default()))
}

fn shown(kind: Kind) -> String {
    match kind {
        Kind::Heading(Heading::List) => "heading".to_owned(),
        Kind::Heading(Heading::Disc(number, name)) => {
            format!("disc {number} {name}").trim_end().to_owned()
        }
        Kind::Heading(Heading::Group(name)) => format!("group {name}"),
        Kind::Columns(None) => "names of columns".to_owned(),
        Kind::Columns(Some(_)) => "head of a table".to_owned(),
        Kind::Track(track) => shown_track(track),
        Kind::Credit => "credit".to_owned(),
        Kind::Sum => "total".to_owned(),
        Kind::Other => "other".to_owned(),
    }
}

fn shown_track(track: Track) -> String {
    let number = track.number.map(|number| {
        let disc = number.disc.map(|disc| format!("{disc}-"));
        let side = number.side.map(String::from);
        let sign = if number.certain { '.' } else { '?' };
        let before = disc.or(side).unwrap_or_default();
        format!("{before}{}{sign}", number.track)
    });
    let title = Some(format!("\"{}\"", track.title));
    let extra = track.extra.iter().map(|extra| format!("+{extra}"));
    let parts = [number, title, track.length].into_iter().flatten();
    parts.chain(extra).collect::<Vec<_>>().join(" ")
}

fn check(table: &[(&str, &str)]) {
    for (line, expected) in table {
        assert_eq!(read(line), *expected, "{line:?}");
    }
}

#[test]
fn recognizes_track_list_headings() {
    check(&[
        ("Track List", "heading"),
        ("## Tracklisting:", "heading"),
        ("**The Tracks**", "heading"),
        ("Track Listings", "other"),
        ("Tracks of my Tears", "other"),
    ]);
}

#[test]
fn recognizes_disc_headings() {
    check(&[
        ("Disc 1", "disc 1"),
        ("CD2 – The Songs", "disc 2 The Songs"),
        ("disk #3: The Score", "disc 3 The Score"),
        ("Disc Two (45:10)", "disc 2"),
        ("Disc six", "disc 6"),
        ("CD 99 [Bonus]", "disc 99 [Bonus]"),
        ("[Disc 1]", "disc 1"),
        ("- Disc 1 -", "disc 1"),
        ("Disc: 1", "disc 1"),
        ("CD-2", "disc 2"),
        ("CD 1/2 (45:10)", "disc 1"),
        ("Disc 1 of 2: The Songs", "disc 1 The Songs"),
        ("Disc 100", "other"),
        ("Disc 0", "other"),
        ("Disc 1 is the better one", "other"),
        ("Discovery", "other"),
        ("Discovery 3:45", "\"Discovery\" 3:45"),
    ]);
    let long = format!("Disc 1: {}", "word ".repeat(40));
    assert_eq!(read(&long), "other");
}

#[test]
fn recognizes_heading_rows_of_tables() {
    check(&[
        ("No.\tTitle\tLength", "head of a table"),
        ("Title\tLength", "head of a table"),
        ("Title\tMood\tLength", "head of a table"),
        ("|Title|Length|", "head of a table"),
        ("# Title Length", "names of columns"),
        ("Title", "other"),
        ("Title\tMood", "other"),
        ("Title and Length", "other"),
        ("Length\tTime", "other"),
    ]);
}

#[test]
fn parses_table_rows_in_any_column_order() {
    check(&[
        ("1\tDeparture\t1:12", "1. \"Departure\" 1:12"),
        ("\tDeparture\t1:12", "\"Departure\" 1:12"),
        ("Departure\t1:12", "\"Departure\" 1:12"),
        (
            "1.\tDeparture\tAda Example\t1:12",
            "1. \"Departure\" 1:12 +Ada Example",
        ),
        ("Departure\t1\t1:12", "1. \"Departure\" 1:12"),
        ("1:12\tDeparture\t1", "1. \"Departure\" 1:12"),
        ("1. Departure\t1:12", "1. \"Departure\" 1:12"),
        ("99 Luftballons\t1:12", "\"99 Luftballons\" 1:12"),
        ("A1\tDeparture\t1:12", "A1. \"Departure\" 1:12"),
        ("B12\tDeparture\t1:12", "B12. \"Departure\" 1:12"),
        ("A123\tDeparture\t1:12", "\"A123\" 1:12 +Departure"),
        ("AB\tDeparture\t1:12", "\"AB\" 1:12 +Departure"),
        ("2-03\tDeparture\t1:12", "2-3. \"Departure\" 1:12"),
        ("| 1 | Departure | 1:12 |", "1. \"Departure\" 1:12"),
        ("\t1:12\t", "other"),
    ]);
}

#[test]
fn parses_lines_as_people_write_them() {
    check(&[
        ("1. Departure (1:12)", "1. \"Departure\" 1:12"),
        ("1) Departure 1:12", "1. \"Departure\" 1:12"),
        ("1: Departure 1:12", "1. \"Departure\" 1:12"),
        ("#1 - Departure", "1. \"Departure\""),
        ("01 Departure 1:12", "1? \"Departure\" 1:12"),
        ("(1) Departure 1:12", "1? \"Departure\" 1:12"),
        ("[01] Departure 1:12", "1? \"Departure\" 1:12"),
        ("① Departure", "1. \"Departure\""),
        ("01 Departure.flac", "1. \"Departure.flac\""),
        ("99 Luftballons", "other"),
        ("1-02 Departure 1:12", "1-2. \"Departure\" 1:12"),
        ("1-Departure 1:12", "\"1-Departure\" 1:12"),
        ("1234 Departure 1:12", "\"1234 Departure\" 1:12"),
        ("Departure — 1:12", "\"Departure\" 1:12"),
        ("Departure --- 1:12", "\"Departure\" 1:12"),
        ("Departure_____1:12", "\"Departure\" 1:12"),
        ("Departure…1:12", "\"Departure…\" 1:12"),
        ("Departure …… 1:12", "\"Departure\" 1:12"),
        ("Departure 1'12", "\"Departure\" 1:12"),
        ("Departure :12", "\"Departure\" 0:12"),
        ("1.) Departure 1:12", "1. \"Departure\" 1:12"),
        ("▶ Departure 1:12", "\"Departure\" 1:12"),
        ("Departure, 1:12", "\"Departure\" 1:12"),
        ("Departure ....... 1:12", "\"Departure\" 1:12"),
        ("Departure..... 1:12", "\"Departure\" 1:12"),
        ("Mr. 1:12", "\"Mr.\" 1:12"),
        ("Wait... 1:12", "\"Wait...\" 1:12"),
        ("Wait .. 1:12", "\"Wait\" 1:12"),
        ("Half- (1:12)", "\"Half-\" 1:12"),
        ("Half - (1:12)", "\"Half\" 1:12"),
        ("Here: (1:12)", "\"Here:\" 1:12"),
        ("1. Here (1:12) – Ada", "1. \"Here\" 1:12 +– Ada"),
        ("1. Here 1:12 (feat. Ada)", "1. \"Here (feat. Ada)\" 1:12"),
        ("1. Here at 1:12 again", "1. \"Here at 1:12 again\""),
        ("Here (1:12) – Ada", "other"),
        ("1:12 – Departure", "\"Departure\" 1:12"),
        ("[1:12] | Departure", "\"Departure\" 1:12"),
        ("• Departure 1:12", "\"Departure\" 1:12"),
        ("7 1:12", "7? \"\" 1:12"),
        ("7. ", "7. \"\""),
        ("1:12", "other"),
        ("- 1:12", "other"),
        ("Departure", "other"),
    ]);
    let title = |letters| format!("1. {}", "a".repeat(letters));
    assert_eq!(read(&title(151)), "other");
    assert_ne!(read(&title(150)), "other");
}

#[test]
fn a_total_is_no_track() {
    check(&[
        ("Total 1:12", "total"),
        ("Total running time: 1:12:00", "total"),
        ("Disc length\t45:10", "total"),
        ("3. Total 1:12", "3. \"Total\" 1:12"),
        ("Total Recall 1:12", "\"Total Recall\" 1:12"),
    ]);
}

#[test]
fn recognizes_sides_and_credits() {
    check(&[
        ("Side A", "group Side A"),
        ("Side Two:", "group Side Two"),
        ("B-Side", "group B-Side"),
        ("Side by Side", "other"),
        ("ACT II", "group ACT II"),
        ("iTunes Bonus Track:", "group iTunes Bonus Track"),
        ("2. Bonus Track", "2. \"Bonus Track\""),
        ("– Side A –", "group Side A"),
        ("a1  Departure 1:12", "A1. \"Departure\" 1:12"),
        ("A1 Departure 1:12", "A1? \"Departure\" 1:12"),
        ("a3.Departure 1:12", "A3. \"Departure\" 1:12"),
        ("７ Departure 1:12", "7? \"Departure\" 1:12"),
        ("Written-By – Ada Example", "credit"),
        ("Music: Ada Example", "credit"),
        ("Music for a while", "other"),
        ("1 | Departure | 1:12", "1. \"Departure\" 1:12"),
        ("Love On A .45 1:12", "\"Love On A .45\" 1:12"),
        ("Criminology 2.5", "other"),
    ]);
}

/// Below a heading, numbers of yet another disc begin that disc, and no second
/// one; a heading at the end begins none.
#[test]
fn no_disc_is_without_tracks() {
    for end in ["Disc 2\n3-01 Three (3:00)\n", "Disc 2\n"] {
        let text = format!("Title\n\nProse.\n\n1. One (1:00)\n2. Two (2:00)\n{end}");
        let draft = super::import(&text).expect("it has tracks").draft;
        assert!(draft.discs.iter().all(|disc| !disc.is_empty()), "{draft}");
    }
}

/// Two groups at the same track would leave the first one empty.
#[test]
fn a_single_disc_with_sides_keeps_its_title() {
    let text = "Title\n\nProse.\n\nDisc 2: More\nA1. One 1:00\nA2. Two 2:00\n";
    let draft = super::import(text)
        .expect("it has tracks")
        .draft
        .to_string();
    let headings: Vec<&str> = draft
        .lines()
        .filter(|line| line.starts_with("###"))
        .collect();
    assert_eq!(headings, ["### Disc 1: More", "### Side A"]);
}
