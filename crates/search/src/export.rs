//! Formats the shown tracks as text, CSV or JSON for export. An unknown length is
//! `?:??` in text, as in a review file, an empty field in CSV, and `null` in JSON.
//!
//! Called with the tracks in display order. The app's `dom/export.rs` copies
//! the result to the clipboard or saves it as a file.

use model::{
    Length, Track, UNKNOWN_LENGTH,
    text::{concat, push_number},
};

/// One [`line`] per track, formatted like a track list, with its note and the
/// mark of a pick.
pub fn text(tracks: &[&Track]) -> String {
    let mut text = String::new();
    for track in tracks {
        text.push_str(&line(track));
        if let Some(note) = &track.note {
            text.push_str(" [");
            text.push_str(note);
            text.push(']');
        }
        text.push_str(if track.pick { " ★\n" } else { "\n" });
    }
    text
}

/// RFC 4180 CSV with a header row. The columns are the JSON's fields (`disc`,
/// `artist`, `note` and `pick` only if a track has one, `number`, `title`,
/// `seconds`) and `length` as `m:ss`. It starts with a byte order mark, without which Excel decodes UTF-8
/// as a legacy Windows encoding.
///
/// Titles are not changed, even if one starts with `=`, which a spreadsheet may
/// read as a formula: they are the site's own content, not a third party's, and
/// the file must parse back to the same titles.
pub fn csv(tracks: &[&Track]) -> String {
    let discs = tracks.iter().any(|track| track.disc.is_some());
    let artists = tracks.iter().any(|track| track.artist.is_some());
    let notes = tracks.iter().any(|track| track.note.is_some());
    let picks = tracks.iter().any(|track| track.pick);
    let mut csv = String::from("\u{feff}");
    csv.push_str(if discs { "disc," } else { "" });
    csv.push_str("number,title,");
    csv.push_str(if artists { "artist," } else { "" });
    csv.push_str("length,seconds");
    csv.push_str(if notes { ",note" } else { "" });
    csv.push_str(if picks { ",pick\r\n" } else { "\r\n" });
    for track in tracks {
        if let Some(disc) = track.disc {
            push_number(&mut csv, disc);
        }
        if discs {
            csv.push(',');
        }
        push_number(&mut csv, track.number);
        csv.push(',');
        push_field(&mut csv, &track.title);
        csv.push(',');
        if artists {
            push_field(&mut csv, track.artist.as_deref().unwrap_or_default());
            csv.push(',');
        }
        if let Some(length) = track.length {
            csv.push_str(&length.text());
        }
        csv.push(',');
        push_seconds(&mut csv, track.length, "");
        if notes {
            csv.push(',');
            push_field(&mut csv, track.note.as_deref().unwrap_or_default());
        }
        if picks {
            csv.push_str(if track.pick { ",true" } else { "," });
        }
        csv.push_str("\r\n");
    }
    csv
}

/// An array of the same objects as in the page's embedded JSON. `quote` formats
/// a JSON string; browsers provide that, so the wasm need not contain it.
pub fn json(tracks: &[&Track], quote: impl Fn(&str) -> String) -> String {
    let mut json = String::from("[");
    for (at, track) in tracks.iter().enumerate() {
        json.push_str(if at == 0 { "{" } else { ",{" });
        if let Some(disc) = track.disc {
            json.push_str("\"disc\":");
            push_number(&mut json, disc);
            json.push(',');
        }
        json.push_str("\"number\":");
        push_number(&mut json, track.number);
        json.push_str(",\"title\":");
        json.push_str(&quote(&track.title));
        if let Some(artist) = &track.artist {
            json.push_str(",\"artist\":");
            json.push_str(&quote(artist));
        }
        json.push_str(",\"seconds\":");
        push_seconds(&mut json, track.length, "null");
        if let Some(note) = &track.note {
            json.push_str(",\"note\":");
            json.push_str(&quote(note));
        }
        json.push_str(if track.pick { ",\"pick\":true" } else { "" });
        json.push('}');
    }
    json.push(']');
    json
}

/// A track's number, title, artist and length: `14. The Exchange (5:54)`, or
/// `2-3. Je chante – Charles Trenet (3:10)` for disc 2, track 3.
pub fn line(track: &Track) -> String {
    let artist = track.artist.as_deref();
    concat(&[
        &track.place().label(),
        ". ",
        &track.title,
        artist.map_or("", |_| " – "),
        artist.unwrap_or_default(),
        " (",
        &length(track),
        ")",
    ])
}

/// A track's length as in a review file.
pub fn length(track: &Track) -> String {
    let unknown = || UNKNOWN_LENGTH.to_owned();
    track.length.map_or_else(unknown, Length::text)
}

fn push_seconds(text: &mut String, length: Option<Length>, unknown: &str) {
    match length {
        Some(length) => push_number(text, length.seconds()),
        None => text.push_str(unknown),
    }
}

/// Quotes a field that contains a comma, a quotation mark or a line end.
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
