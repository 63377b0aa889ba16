//! Recognizes the format of a text that is to be imported, by its first lines.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A review file, with front matter of this program.
    Review,
    /// Markdown with the front matter of a static site generator.
    Yaml,
    Toml,
    Json,
    MusicBrainz,
    CueSheet,
    M3u,
    Xspf,
    Html,
    Plain,
}

/// Recognizes the format of a text.
pub fn detect(text: &str) -> Format {
    let start = text.trim_start();
    let first = start.lines().next().unwrap_or_default().trim_end();
    let lower = start
        .get(..start.len().min(200))
        .unwrap_or(start)
        .to_lowercase();
    match first {
        "+++" if start.lines().any(|line| line.trim_end() == "[album]") => Format::Review,
        "+++" if has_second(start, "+++") => Format::Toml,
        "+++" => Format::Review,
        "---" if has_second(start, "---") && has_yaml_key(start) => Format::Yaml,
        "#EXTM3U" => Format::M3u,
        _ if starts_object(start) => match serde_json::from_str::<serde_json::Value>(start) {
            Err(error) if !error.is_eof() && error.to_string().starts_with("trailing") => {
                Format::Json
            }
            _ => Format::MusicBrainz,
        },
        _ if lower.contains("xspf.org/ns") || lower.contains("<playlist") => Format::Xspf,
        _ if ["<!doctype html", "<html", "<head", "<body", "<table"]
            .iter()
            .any(|tag| lower.starts_with(tag)) =>
        {
            Format::Html
        }
        _ if is_cue_sheet(start) => Format::CueSheet,
        _ => Format::Plain,
    }
}

fn starts_object(text: &str) -> bool {
    let inner = text.strip_prefix('{').map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with(['"', '}']))
}

fn has_second(text: &str, fence: &str) -> bool {
    text.lines().skip(1).any(|line| line.trim_end() == fence)
}

/// Whether the second line is `key: value` or a comment, as front matter is.
fn has_yaml_key(text: &str) -> bool {
    let second = text.lines().nth(1).unwrap_or_default();
    let key = second.split(':').next().unwrap_or_default();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    second.starts_with('#') || second.contains(':') && !key.is_empty() && key.chars().all(is_name)
}

/// Whether there is a line `TRACK 01 AUDIO` and an index.
fn is_cue_sheet(text: &str) -> bool {
    let is_track = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        matches!(words[..], ["TRACK", number, "AUDIO"] if number.parse::<u32>().is_ok())
    };
    text.lines().any(is_track)
        && text
            .lines()
            .any(|line| line.trim().starts_with("INDEX 01 "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_formats() {
        for (text, format) in [
            ("+++\ntitle = \"x\"\n[album]\n+++\n", Format::Review),
            ("+++\ntitle = \"x\"\n+++\nProse.", Format::Toml),
            ("---\ntitle: x\n---\nProse.", Format::Yaml),
            ("---\nProse.", Format::Plain),
            ("---\nProse.\n---\n", Format::Plain),
            ("{\"title\": \"x\"}\n\nProse.", Format::Json),
            ("{\"title\": \"x\"}", Format::MusicBrainz),
            ("{\"title\": \"x", Format::MusicBrainz),
            ("{curly}", Format::Plain),
            ("#EXTM3U\n#EXTINF:1,x", Format::M3u),
            (
                "<?xml version=\"1.0\"?>\n<playlist xmlns=\"http://xspf.org/ns/0/\">",
                Format::Xspf,
            ),
            ("<!DOCTYPE html><html>", Format::Html),
            (
                "FILE \"x.wav\" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00",
                Format::CueSheet,
            ),
            ("Title\n\nProse.", Format::Plain),
        ] {
            assert_eq!(detect(text), format, "{text}");
        }
    }
}
