//! The tracks that are shown to a text, CSV or JSON to take along.
//!
//! Called with the tracks in the order shown. Putting them on the clipboard or
//! into a file is the browser module's.

use std::fmt::Write;

use model::Track;

/// One line a track, as a sleeve has it: `14. The Exchange (5:54)`, and
/// `2-3. …` for disc 2, track 3.
pub fn text(tracks: &[&Track]) -> String {
    let mut text = String::new();
    for track in tracks {
        if let Some(disc) = track.disc {
            push(&mut text, disc);
            text.push('-');
        }
        push(&mut text, track.number);
        text.push_str(". ");
        text.push_str(&track.title);
        text.push_str(" (");
        push(&mut text, track.length);
        text.push_str(")\n");
    }
    text
}

/// RFC 4180 with a header. The columns are the fields of the JSON: `number`,
/// `title`, `seconds`, and `disc` before them on an album of several discs; and
/// `length`, as people read it. It begins with a byte order mark, without which
/// Excel takes UTF-8 for the encoding of an older Windows.
///
/// Titles are written as they are, also one that begins with `=`, which a
/// spreadsheet may take for a formula: they are the site's own content, not a
/// stranger's, and what is saved must read back as the same title.
pub fn csv(tracks: &[&Track]) -> String {
    let discs = tracks.iter().any(|track| track.disc.is_some());
    let mut csv = String::from("\u{feff}");
    csv.push_str(if discs { "disc," } else { "" });
    csv.push_str("number,title,length,seconds\r\n");
    for track in tracks {
        if let Some(disc) = track.disc {
            push(&mut csv, disc);
        }
        if discs {
            csv.push(',');
        }
        push(&mut csv, track.number);
        csv.push(',');
        push_field(&mut csv, &track.title);
        csv.push(',');
        push(&mut csv, track.length);
        csv.push(',');
        push(&mut csv, track.length.seconds());
        csv.push_str("\r\n");
    }
    csv
}

/// An array of the same objects as in the page's embedded JSON. `quote` puts a
/// text into quotes as JSON does, which browsers can and the wasm need not.
pub fn json(tracks: &[&Track], quote: impl Fn(&str) -> String) -> String {
    let mut json = String::from("[");
    for (at, track) in tracks.iter().enumerate() {
        json.push_str(if at == 0 { "{" } else { ",{" });
        if let Some(disc) = track.disc {
            json.push_str("\"disc\":");
            push(&mut json, disc);
            json.push(',');
        }
        json.push_str("\"number\":");
        push(&mut json, track.number);
        json.push_str(",\"title\":");
        json.push_str(&quote(&track.title));
        json.push_str(",\"seconds\":");
        push(&mut json, track.length.seconds());
        json.push('}');
    }
    json.push(']');
    json
}

fn push(text: &mut String, value: impl std::fmt::Display) {
    // Writing to a string never fails.
    let _ = write!(text, "{value}");
}

/// Quoted where commas, quotes or line ends would be taken for the format's.
fn push_field(csv: &mut String, field: &str) {
    if !field.contains([',', '"', '\r', '\n']) {
        return csv.push_str(field);
    }
    csv.push('"');
    for c in field.chars() {
        if c == '"' {
            csv.push('"');
        }
        csv.push(c);
    }
    csv.push('"');
}
