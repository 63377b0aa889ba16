//! Text for diagnostics: "did you mean" suggestions, and lists of words.

/// The known word nearest to `word`, if it is near enough.
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    // One edit in three letters counts as a typing mistake, and one in a shorter word.
    let tolerance = (word.chars().count() / 3).max(1);
    known
        .iter()
        .map(|candidate| {
            (
                strsim::osa_distance(&word.to_lowercase(), candidate),
                *candidate,
            )
        })
        .filter(|(distance, _)| *distance <= tolerance)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Formats `` `a`, `b` and `c` ``.
pub fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "no key at all".to_owned(),
    }
}
