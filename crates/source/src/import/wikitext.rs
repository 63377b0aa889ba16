//! Converts Wikipedia's template `{{Track listing}}` into rows with tabs between
//! cells, as `table_row` reads them. All other wikitext stays as it is.

use std::collections::BTreeMap;

use super::heading;

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
        let (value, references) = without_references(&value);
        others.extend(
            references
                .iter()
                .map(|words| format!("reference: {}", plain(words))),
        );
        let value = plain(&value);
        let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
        let column = COLUMNS
            .iter()
            .find(|column| name.strip_suffix(digits) == Some(**column));
        match (column, digits.parse()) {
            (Some(column), Ok(number)) => {
                tracks.entry(number).or_default().insert(*column, value);
            }
            _ if value.is_empty() => {}
            _ if name == "headline" && heading::is_heading(&value) => {
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

/// The named parameters.
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
        .map(|(name, value)| (name.trim().to_lowercase(), value.to_owned()))
        .collect()
}

/// A value without references, links, emphasis and templates, but with the words
/// of the last three.
fn plain(value: &str) -> String {
    let mut plain = value.replace("'''", "").replace("''", "");
    while let Some((start, end)) = last_pair(&plain, "[[", "]]") {
        let words = plain[start + 2..end - 2].rsplit('|').next();
        plain = plain[..start].to_owned() + words.unwrap_or_default() + &plain[end..];
    }
    while let Some((start, end)) = last_pair(&plain, "{{", "}}") {
        let words = words_of(&plain[start + 2..end - 2]);
        plain = plain[..start].to_owned() + &words + &plain[end..];
    }
    let plain = plain.replace(['|', '\t'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last pair of brackets, in which there are no others.
fn last_pair(text: &str, open: &str, close: &str) -> Option<(usize, usize)> {
    let end = |start: usize| Some(start + text[start..].find(close)? + close.len());
    let mut starts = text.rmatch_indices(open);
    starts.find_map(|(start, _)| Some((start, end(start)?)))
}

/// The words of a template: a length, what it formats, or all of them.
fn words_of(template: &str) -> String {
    let mut parts = template.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default().to_lowercase();
    let parts: Vec<(&str, &str)> = parts
        .map(|part| part.split_once('=').unwrap_or(("", part)))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    match name.as_str() {
        "duration" => duration(&parts),
        "small" | "smaller" | "nowrap" | "nobold" | "lang" => {
            let last = parts.last().map(|(_, value)| *value);
            last.unwrap_or_default().to_owned()
        }
        _ => format!(" {template} "),
    }
}

/// `{{Duration|m=2|s=4}}` and `{{Duration|2|04}}`: named values come in any order,
/// and a missing one is zero.
fn duration(parts: &[(&str, &str)]) -> String {
    let named = |name: &str| {
        let part = parts.iter().find(|(other, _)| *other == name);
        part.map(|(_, value)| *value)
    };
    let values: Vec<&str> = match parts.iter().all(|(name, _)| name.is_empty()) {
        true => parts.iter().map(|(_, value)| *value).collect(),
        false => ["h", "m", "s"]
            .map(|name| named(name).unwrap_or("0"))
            .into(),
    };
    let values = values.iter().map(|value| format!("{value:0>2}"));
    values.collect::<Vec<_>>().join(":")
}

/// Takes the references out of a value: `ref` elements, comments, `{{efn|…}}`.
fn without_references(value: &str) -> (String, Vec<String>) {
    let mut plain = value.to_owned();
    let mut references = Vec::new();
    for (open, close) in [
        ("<!--", "-->"),
        ("<ref", ">"),
        ("{{efn", "}}"),
        ("{{refn", "}}"),
    ] {
        while let Some(start) = plain.to_ascii_lowercase().find(open) {
            let behind = |from: usize, close: &str| {
                let end = plain[from..].find(close)?;
                Some(from + end + close.len())
            };
            let Some(mut end) = behind(start, close) else {
                break;
            };
            if open == "<ref" && !plain[..end].ends_with("/>") {
                let second = behind(end, "</ref").and_then(|name| behind(name, ">"));
                end = second.unwrap_or(end);
            }
            references.push(plain[start..end].to_owned());
            plain.replace_range(start..end, "");
        }
    }
    (plain, references)
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
        let text = "{{Track listing\n| title1 = {{small|Points}}{{efn|Liner notes}}\n| length1 = {{Duration|s=4|h=1}}\n| title2 = [[Arrival]]{{efn|A note}}\n| length2 = {{Duration|3|22}}\n}}";
        assert_eq!(
            expand(text),
            "reference: efn Liner notes; reference: efn A note\n\nNo.\ttitle\tlength\n1\tPoints\t01:00:04\n2\tArrival\t03:22\n"
        );
        assert_eq!(
            expand("{{Track listing\n| title1 = x"),
            "{{Track listing\n| title1 = x"
        );
    }
}
