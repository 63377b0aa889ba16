//! Converts Wikipedia's template `{{Track listing}}` into rows with tabs between
//! cells, as `table_row` reads them. All other wikitext stays as it is.

use std::collections::BTreeMap;

use super::track_line;

/// The parameters of a track, in the order of the cells.
const COLUMNS: [&str; 7] = [
    "title", "note", "writer", "lyrics", "music", "extra", "length",
];

/// Replaces each template by its table. The lines of a table are not more than
/// those of its template, so that later lines keep their numbers.
pub fn expand(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, end)) = template(rest) {
        let source = &rest[start..end];
        let table = table(source);
        expanded.push_str(&rest[..start]);
        expanded.push_str(&table);
        let lines = |text: &str| text.matches('\n').count();
        expanded.push_str(&"\n".repeat(lines(source).saturating_sub(lines(&table))));
        rest = &rest[end..];
    }
    expanded + rest
}

/// The byte range of the first template.
fn template(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let start = ["{{track listing", "{{tracklist"]
        .iter()
        .filter_map(|name| lower.find(name))
        .min()?;
    let mut depth = 0usize;
    let mut at = start;
    while at < text.len() {
        match text.get(at..at + 2) {
            Some("{{") => (depth, at) = (depth + 1, at + 2),
            Some("}}") if depth == 1 => return Some((start, at + 2)),
            Some("}}") => (depth, at) = (depth - 1, at + 2),
            _ => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    None
}

fn table(template: &str) -> String {
    let mut tracks: BTreeMap<u32, BTreeMap<&str, String>> = BTreeMap::new();
    let mut others = Vec::new();
    let mut headline = None;
    for (name, value) in parameters(template) {
        let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
        let column = COLUMNS
            .iter()
            .find(|column| name.strip_suffix(digits) == Some(**column));
        match (column, digits.parse()) {
            (Some(column), Ok(number)) => {
                tracks.entry(number).or_default().insert(*column, value);
            }
            _ if value.is_empty() => {}
            _ if name == "headline" && track_line::is_side(&value.to_lowercase()) => {
                headline = Some(value);
            }
            _ => others.push(format!("{name}: {value}")),
        }
    }
    let used = |column: &&&str| tracks.values().any(|track| track.contains_key(**column));
    let columns: Vec<&str> = COLUMNS.iter().filter(used).copied().collect();
    let mut rows: Vec<String> = headline.into_iter().collect();
    rows.push(format!("No.\t{}", columns.join("\t")));
    for (number, track) in &tracks {
        let cells = columns
            .iter()
            .map(|column| match (track.get(column), *column) {
                (Some(cell), _) => cell.as_str(),
                (None, "length") => model::UNKNOWN_LENGTH,
                (None, _) => "",
            });
        let cells: Vec<&str> = cells.collect();
        rows.push(format!("{number}\t{}", cells.join("\t")));
    }
    let others = others.join("; ");
    match others.is_empty() {
        true => rows.join("\n"),
        false => format!("{others}\n\n{}", rows.join("\n")),
    }
}

/// The named parameters, without markup in their values.
fn parameters(template: &str) -> Vec<(String, String)> {
    let inner = template
        .trim_start_matches("{{")
        .strip_suffix("}}")
        .unwrap_or(template);
    let mut parts = vec![String::new()];
    let mut depth = 0usize;
    let mut rest = inner;
    while let Some(c) = rest.chars().next() {
        let pair = rest.get(..2).unwrap_or_default();
        match pair {
            "{{" | "[[" => depth += 1,
            "}}" | "]]" => depth = depth.saturating_sub(1),
            _ if c == '|' && depth == 0 => {
                parts.push(String::new());
                rest = &rest[1..];
                continue;
            }
            _ => {}
        }
        let taken = match pair {
            "{{" | "[[" | "}}" | "]]" => 2,
            _ => c.len_utf8(),
        };
        parts
            .last_mut()
            .expect("there is a part")
            .push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    let parameters = parts.iter().skip(1).filter_map(|part| part.split_once('='));
    parameters
        .map(|(name, value)| (name.trim().to_lowercase(), plain(value)))
        .collect()
}

/// A value without links, emphasis and templates, but with their words.
fn plain(value: &str) -> String {
    let mut plain = String::new();
    let mut rest = value;
    while let Some(start) = rest.find("[[") {
        plain.push_str(&rest[..start]);
        let inner = &rest[start + 2..];
        let end = inner.find("]]").unwrap_or(inner.len());
        let words = inner[..end].rsplit('|').next().unwrap_or_default();
        plain.push_str(words);
        rest = inner.get(end + 2..).unwrap_or_default();
    }
    plain.push_str(rest);
    let plain = plain
        .replace("'''", "")
        .replace("''", "")
        .replace("{{", " ")
        .replace("}}", " ")
        .replace(['|', '\t'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_becomes_a_table() {
        let text = "Night Trains\n{{Track listing\n| headline = Side one\n| title1 = [[Departure (song)|Departure]]\n| length1 = 1:12\n| note1 = ''reprise''\n| title2 = Points\n}}\nProse.";
        assert_eq!(
            expand(text),
            "Night Trains\nSide one\nNo.\ttitle\tnote\tlength\n1\tDeparture\treprise\t1:12\n2\tPoints\t\t?:??\n\n\n\nProse."
        );
        assert_eq!(
            expand("{{Track listing\n| title1 = x"),
            "{{Track listing\n| title1 = x"
        );
    }
}
