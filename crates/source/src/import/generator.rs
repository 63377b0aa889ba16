//! Converts Markdown of a static site generator (Hugo, Jekyll, Zola, Eleventy):
//! front matter in YAML, TOML or JSON, and prose, which stays as it is.

use std::ops::Range;

use serde_json::{Map, Value};

use super::{
    blocks::{Block, blocks, track_blocks},
    draft::{Draft, Part},
    format::Format,
    note::Note,
    tracks,
};
use crate::schema::{self, Key};

/// Their names for keys of a review.
const NAMES: [(&str, Key); 17] = [
    ("title", schema::TITLE),
    ("date", schema::PUBLISHED),
    ("published", schema::PUBLISHED),
    ("publishdate", schema::PUBLISHED),
    ("pubdate", schema::PUBLISHED),
    ("description", schema::STANDFIRST),
    ("summary", schema::STANDFIRST),
    ("excerpt", schema::STANDFIRST),
    ("subtitle", schema::STANDFIRST),
    ("author", schema::AUTHOR),
    ("authors", schema::AUTHOR),
    ("series", schema::SERIES),
    ("draft", schema::DRAFT),
    ("album", schema::ALBUM_TITLE),
    ("artist", schema::ARTIST),
    ("composer", schema::COMPOSER),
    ("label", schema::LABEL),
];

/// Converts such a file.
///
/// # Errors
/// Its front matter cannot be parsed.
pub fn read(text: &str, format: Format) -> Result<(Draft, Vec<Note>), String> {
    let (front, body, body_line) = split(text, format)?;
    let mut draft = Draft::default();
    let mut notes = Vec::new();
    for (name, value) in front {
        place(&mut draft, &mut notes, &name, &value);
    }
    let body: Vec<(usize, &str)> = (body_line..).zip(body.lines()).collect();
    prose(&mut draft, &mut notes, &body);
    Ok((draft, notes))
}

/// Converts Markdown without front matter: the title in its first heading, and the
/// lines below.
pub fn read_markdown(title: &str, body: &[(usize, &str)]) -> (Draft, Vec<Note>) {
    let mut draft = Draft::default();
    let mut notes = Vec::new();
    draft.set(&schema::TITLE, title);
    prose(&mut draft, &mut notes, body);
    (draft, notes)
}

/// The front matter, the body, and the number of the body's first line.
fn split(text: &str, format: Format) -> Result<(Map<String, Value>, &str, usize), String> {
    let start = text.trim_start();
    let wrong = |error: &dyn std::fmt::Display| format!("its front matter cannot be read: {error}");
    let (front, body) = match format {
        Format::Json => {
            let mut values = serde_json::Deserializer::from_str(start).into_iter();
            let front: Map<String, Value> = match values.next() {
                Some(Ok(front)) => front,
                Some(Err(error)) => return Err(wrong(&error)),
                None => Map::new(),
            };
            (front, &start[values.byte_offset()..])
        }
        _ => {
            let fence = &start[..3];
            let (_, rest) = start.split_once('\n').unwrap_or((start, ""));
            let mut at = 0;
            let end = rest.split_inclusive('\n').find_map(|line| {
                let start = at;
                at += line.len();
                (line.trim_end() == fence).then_some(start)
            });
            let (source, body) = (&rest[..end.unwrap_or(rest.len())], &rest[at..]);
            let front = match format {
                Format::Toml => from_toml(source).map_err(|error| wrong(&error))?,
                _ => serde_saphyr::from_str(source).map_err(|error| wrong(&error))?,
            };
            (front, body)
        }
    };
    let before = text.len() - body.len();
    Ok((front, body, 1 + text[..before].matches('\n').count()))
}

fn from_toml(source: &str) -> Result<Map<String, Value>, toml::de::Error> {
    fn value(toml: toml::Value) -> Value {
        match toml {
            toml::Value::String(text) => Value::String(text),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => Value::Bool(flag),
            toml::Value::Datetime(when) => Value::String(when.to_string()),
            toml::Value::Array(items) => items.into_iter().map(value).collect(),
            toml::Value::Table(table) => Value::Object(
                table
                    .into_iter()
                    .map(|(name, inner)| (name, value(inner)))
                    .collect(),
            ),
        }
    }
    let table: toml::Table = source.parse()?;
    Ok(table
        .into_iter()
        .map(|(name, inner)| (name, value(inner)))
        .collect())
}

/// Sets the key that a name means, or keeps the value as a comment.
fn place(draft: &mut Draft, notes: &mut Vec<Note>, name: &str, value: &Value) {
    let lower = name.to_lowercase();
    let key = NAMES
        .iter()
        .find(|(known, _)| *known == lower)
        .map(|(_, key)| key);
    let text = shown(value);
    if text.is_empty() {
        return;
    }
    let usable = key.and_then(|key| usable(key, value, &text));
    match (key, usable) {
        (Some(key), Some(value)) if draft.value(key).is_none() => draft.set(key, value),
        _ => {
            let what = format!("no place for `{name}`; it is kept as a comment");
            notes.push(Note { line: None, what });
            draft.unplaced.push(format!("{name}: {text}"));
        }
    }
}

fn usable(key: &Key, value: &Value, text: &str) -> Option<String> {
    match key.kind {
        schema::Kind::Date | schema::Kind::PartialDate => {
            let day = text.get(..10)?;
            day.parse::<jiff::civil::Date>()
                .is_ok()
                .then(|| day.to_owned())
        }
        schema::Kind::Flag => value.as_bool().map(|flag| flag.to_string()),
        _ => Some(text.to_owned()),
    }
}

/// A value in one line.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let pairs = map
                .iter()
                .map(|(name, value)| format!("{name}: {}", shown(value)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// Takes the track list out of the Markdown; the rest stays as it is.
fn prose(draft: &mut Draft, notes: &mut Vec<Note>, lines: &[(usize, &str)]) {
    let blocks = blocks(lines);
    let listed = track_blocks(&blocks);
    let of_list = blocks.iter().zip(&listed).filter(|(_, listed)| **listed);
    let of_list: Vec<(usize, String)> = of_list
        .flat_map(|(block, _)| block.iter())
        .map(|(at, line)| (*at, without_emphasis(line)))
        .collect();
    let of_list: Vec<(usize, &str)> = of_list.iter().map(|(at, line)| (*at, &**line)).collect();
    let tracks = tracks::read(&of_list);
    let start = |block: &Block<'_>| block.iter().map(|(at, _)| *at).min();
    let ends = blocks.iter().skip(1).map(start).chain([None]);
    let taken: Vec<Range<usize>> = blocks
        .iter()
        .zip(ends)
        .zip(&listed)
        .filter(|(_, listed)| **listed)
        .filter_map(|((block, end), _)| Some(start(block)?..end.unwrap_or(usize::MAX)))
        .collect();
    let kept: Vec<&str> = lines
        .iter()
        .filter(|(at, _)| !taken.iter().any(|taken| taken.contains(at)))
        .map(|(_, line)| *line)
        .collect();
    let markdown = kept.join("\n");
    let markdown = markdown.trim_matches('\n');
    if !markdown.trim().is_empty() {
        draft.article.push(Part::Markdown(markdown.to_owned()));
    }
    let left = tracks
        .left
        .into_iter()
        .map(|(_, line)| Part::Paragraph(line));
    draft.article.extend(left);
    draft.unplaced.extend(tracks.unplaced);
    draft.discs = tracks.discs;
    notes.extend(tracks.notes);
    if draft.discs.is_empty() {
        let what = "no track list was found; its place is left blank".to_owned();
        notes.push(Note { line: None, what });
    }
}

/// A line of the list without the marks of its emphasis: a title is plain text.
fn without_emphasis(line: &str) -> String {
    let mut line = line.to_owned();
    for mark in ["**", "__", "*", "_"] {
        let parts = line.match_indices(mark).find_map(|(at, _)| {
            let (before, rest) = (&line[..at], &line[at + mark.len()..]);
            let (words, after) = rest.split_once(mark)?;
            let is_inner = words.starts_with(char::is_alphanumeric) && !words.ends_with(' ');
            let is_apart = !before.ends_with(char::is_alphanumeric)
                && !after.starts_with(char::is_alphanumeric);
            (is_inner && is_apart).then(|| [before, words, after].concat())
        });
        line = parts.unwrap_or(line);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::without_emphasis;

    #[test]
    fn emphasis_is_taken_off_a_line() {
        for (line, plain) in [
            ("- **Half Asleep** (1:12)", "- Half Asleep (1:12)"),
            ("1. *Half Asleep* – __3:12__", "1. Half Asleep – 3:12"),
            ("* _One_ 1:12", "* One 1:12"),
            ("1. 2 * 3 * 4 (1:12)", "1. 2 * 3 * 4 (1:12)"),
            ("1. M*A*S*H (1:12)", "1. M*A*S*H (1:12)"),
            ("1. snake_case_title (1:12)", "1. snake_case_title (1:12)"),
        ] {
            assert_eq!(without_emphasis(line), plain);
        }
    }
}
