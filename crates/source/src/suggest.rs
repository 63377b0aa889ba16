//! Words for a report: the one that a writer likely meant, and lists of them.

/// The known word that `word` was likely meant to be.
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    // One slip in three letters is a typing mistake; more is another word.
    let tolerance = word.chars().count().div_ceil(3);
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

/// `` `a`, `b` and `c` ``.
pub fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "no key at all".to_owned(),
    }
}
