//! Splits a search text into tokens: words, and phrases in quotation marks,
//! each with whether a `-`, a `title:` or an `artist:` precedes it.
//!
//! [`super::meaning`] classifies them.

use model::Track;

/// Includes typographic ones, which phones insert automatically.
pub(super) const QUOTES: [char; 5] = ['"', '“', '”', '„', '‟'];

/// The texts of a track that a term is searched in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title and the artist.
    Any,
    Title,
    Artist,
}

impl Field {
    /// The artist of a track, or else its title.
    pub fn text(self, track: &Track) -> &str {
        match self {
            Self::Artist => track.artist.as_deref().unwrap_or_default(),
            Self::Any | Self::Title => &track.title,
        }
    }
}

/// One word or phrase of the search text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Preceded by `-`.
    pub excluded: bool,
    /// Quoted, or preceded by `title:` or `artist:`; always text.
    pub literal: bool,
    /// What `title:` or `artist:` names.
    pub field: Field,
    /// The rest, without quotation marks; may be empty.
    pub body: &'a str,
}

/// The tokens of `text` in order. A phrase ends at the next quotation mark or,
/// while it is being typed, at the end of the text.
pub(super) fn tokens(mut text: &str) -> impl Iterator<Item = Token<'_>> {
    std::iter::from_fn(move || {
        text = text.trim_start();
        if text.is_empty() {
            return None;
        }
        let (token, rest) = first(text);
        text = rest;
        Some(token)
    })
}

/// Splits the first token off `text`.
fn first(text: &str) -> (Token<'_>, &str) {
    let (excluded, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let prefixes = [("title:", Field::Title), ("artist:", Field::Artist)];
    let (field, text) = prefixes
        .iter()
        .find_map(|(prefix, field)| Some((*field, after_prefix(text, prefix)?)))
        .unwrap_or((Field::Any, text));
    let named = field != Field::Any;
    let (quoted, (body, rest)) = match text.strip_prefix(QUOTES) {
        Some(phrase) => (true, phrase.split_once(QUOTES).unwrap_or((phrase, ""))),
        None => (false, text.split_at(word_len(text, named))),
    };
    let token = Token {
        excluded,
        literal: named || quoted,
        field,
        body: body.trim(),
    };
    (token, rest)
}

/// The length of the word at the start of `text`, in bytes. A space after a
/// comparison belongs to the word: `> 5:00`.
fn word_len(text: &str, named: bool) -> usize {
    let end = end_of_word(text);
    let operator = &text[..end];
    let next = text[end..].trim_start();
    let apart = !named
        && is_operator(after_prefix(operator, "length:").unwrap_or(operator))
        && next.starts_with(|c: char| c.is_ascii_digit());
    match apart {
        true => text.len() - next.len() + end_of_word(next),
        false => end,
    }
}

fn end_of_word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

fn is_operator(word: &str) -> bool {
    matches!(word, ">" | ">=" | "<" | "<=")
}

/// The text after `prefix`, compared without regard to ASCII case.
pub(super) fn after_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}
