//! Recognizes lines that give the length of a whole album, disc or side, in the
//! languages of the usual web pages: `Total Running Time: 47:11`.

use super::length;

/// Words that mean a total also alone.
const TOTALS: [&str; 31] = [
    "total",
    "totale",
    "totaal",
    "totalt",
    "tt",
    "runtime",
    "gesamt",
    "gesamtdauer",
    "gesamtlänge",
    "gesamtlaufzeit",
    "gesamtspieldauer",
    "gesamtspielzeit",
    "gesamtzeit",
    "spieldauer",
    "spielzeit",
    "laufzeit",
    "minutage",
    "speelduur",
    "speltid",
    "spilletid",
    "łącznie",
    "всего",
    "yhteensä",
    "celkem",
    "összesen",
    "toplam",
    "samlet",
    "총",
    "合計",
    "収録時間",
    "総時間",
];

/// Words that mean it beside others or before a colon: `Time` alone may be the
/// title of a track.
const OTHERS: [&str; 40] = [
    "time",
    "length",
    "duration",
    "running",
    "playing",
    "overall",
    "album",
    "side",
    "seite",
    "disc",
    "disk",
    "cd",
    "lp",
    "dauer",
    "länge",
    "zeit",
    "durée",
    "temps",
    "duración",
    "tiempo",
    "duração",
    "tempo",
    "durata",
    "duur",
    "tijd",
    "längd",
    "czas",
    "trwania",
    "время",
    "общее",
    "длительность",
    "時間",
    "시간",
    "tid",
    "čas",
    "de",
    "del",
    "do",
    "dell'album",
    "l'album",
];

/// Words before the number of a disc or the letter of a side.
const NUMBERED: [&str; 6] = ["disc", "disk", "cd", "lp", "side", "seite"];

/// What a count of tracks counts: `12 songs, 45:10`.
const COUNTED: [&str; 8] = [
    "track", "tracks", "song", "songs", "titel", "titres", "brani", "lieder",
];

/// Whether a line is a total: such words beside a length.
pub fn is_total(line: &str) -> bool {
    let rest = length::at_end(line).or_else(|| length::at_start(line));
    let Some(rest) = rest.map(|(rest, _)| rest.trim().to_lowercase()) else {
        return false;
    };
    let sign = |c: char| matches!(c, ':' | '：' | ',' | '=' | '(' | ')' | '–' | '-' | '·');
    let parts = rest.split(|c: char| c.is_whitespace() || sign(c));
    let leaders = ['.', '…', '_'];
    let words: Vec<&str> = parts
        .map(|word| word.trim_matches(leaders))
        .filter(|word| !word.is_empty())
        .collect();
    let is_count = words
        .first()
        .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        && words.get(1).is_some_and(|word| COUNTED.contains(word));
    let words = &words[if is_count { 2 } else { 0 }..];
    let total = words.iter().any(|word| TOTALS.contains(word));
    let known = |at: usize| {
        let is_named = at > 0 && NUMBERED.contains(&words[at - 1]) && words[at].len() < 3;
        is_named || TOTALS.contains(&words[at]) || OTHERS.contains(&words[at])
    };
    let has_colon = rest.ends_with([':', '：']);
    (0..words.len()).all(known)
        && (is_count || total || !words.is_empty() && (has_colon || words.len() > 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_in_many_words() {
        for line in [
            "Total 1:12",
            "TOTAL TIME ........ 36:03",
            "Total Running Time: 1:12:00",
            "Runtime: 6:48",
            "Playing time 6:48",
            "Disc length\t45:10",
            "Time: 6:48",
            "TT: 45:10",
            "Disc 1 total: 45:10",
            "Side A total 22:10",
            "45:10 Total",
            "Total (6:48)",
            "12 songs, 45:10",
            "Gesamtdauer 45:10",
            "Dauer: 45:10",
            "Durée totale : 45:10",
            "Duración total: 45:10",
            "収録時間 45:10",
            "총 시간 45:10",
        ] {
            assert!(is_total(line), "{line}");
        }
    }

    #[test]
    fn titles_of_such_words_are_none() {
        for line in [
            "Time 7:05",
            "3. Total 1:12",
            "7 Total 1:12",
            "Total Recall 1:12",
            "Total",
            "12 Songs",
            "1:12",
        ] {
            assert!(!is_total(line), "{line}");
        }
    }
}
