//! Takes out of a line of a track list what is no part of its words: the
//! addresses of links, in Markdown and wikitext, and marks of references such
//! as `[1]`.

use super::length;

/// The line without them, and what was taken out.
pub fn split(line: &str) -> (String, Vec<String>) {
    let mut plain = String::with_capacity(line.len());
    let mut taken = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find('[') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = if let Some((words, address, end)) = link(rest) {
            plain.push_str(words);
            taken.push(address.to_owned());
            end
        } else if let Some(end) = reference(rest).filter(|_| follows_a_word(&plain)) {
            taken.push(rest[..end].to_owned());
            end
        } else {
            plain.push('[');
            1
        };
        rest = &rest[end..];
    }
    plain += rest;
    // Behind a length, an asterisk points to a note.
    let bare = plain.trim_end().trim_end_matches(['*', '†', '‡']);
    let mark = &plain.trim_end()[bare.len()..];
    if !mark.is_empty() && length::at_end(bare).is_some() && !line.starts_with(mark) {
        taken.push(mark.to_owned());
        plain.truncate(bare.len());
    }
    (plain, taken)
}

/// The words and the address of a link, `[words](address)` or
/// `[[address|words]]`, and where it ends.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    if let Some(inner) = text.strip_prefix("[[") {
        let end = inner.find("]]")?;
        let (address, words) = inner[..end].split_once('|')?;
        return Some((words, address, end + 4));
    }
    let middle = text.find("](")?;
    let end = middle + text[middle..].find(')')?;
    let (words, address) = (&text[1..middle], &text[middle + 2..end]);
    let is_address = address.contains(['/', '#']) && !address.contains(char::is_whitespace);
    (is_address && !words.contains('[')).then_some((words, address, end + 1))
}

/// Where the mark of a reference ends: `[1]`, `[a]`, `[note 2]`.
fn reference(text: &str) -> Option<usize> {
    let end = text.find(']')?;
    let mark = &text[1..end];
    let number = mark.rsplit(' ').next()?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_note = ["", "note ", "nb "].contains(&&mark[..mark.len() - number.len()]);
    (is_number && is_note || is_letter).then_some(end + 1)
}

fn follows_a_word(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_references_are_taken_out() {
        for (line, plain, taken) in [
            (
                "1. [One](https://example.org/one) (1:12)",
                "1. One (1:12)",
                "https://example.org/one",
            ),
            (
                "\"[[One (song)|One]]\" – 1:12",
                "\"One\" – 1:12",
                "One (song)",
            ),
            ("\"One\"[1]\t1:12[note 2]", "\"One\"\t1:12", "[1] [note 2]"),
            ("One[a] 1:12", "One 1:12", "[a]"),
            ("One* (1:12)**", "One* (1:12)", "**"),
            ("**One 1:12**", "**One 1:12**", ""),
            ("One [1] (1:12)", "One [1] (1:12)", ""),
            ("One[live] [1.12]", "One[live] [1.12]", ""),
            ("One [x](y) [ [[z", "One [x](y) [ [[z", ""),
        ] {
            let (found, marks) = split(line);
            assert_eq!((found.as_str(), marks.join(" ").as_str()), (plain, taken));
        }
    }
}
