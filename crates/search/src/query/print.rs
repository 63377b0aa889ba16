//! Formats a query as its canonical text. [`Query::parse`] parses that text to
//! the same query, or [`Query::natural`] if it contains everyday words.

use std::fmt::{self, Display, Write};

use super::{
    Predicate, Query, Term, TrackRange, keyboard_forms,
    meaning::{Meaning, meaning},
    token::{Field, QUOTES, Token, tokens},
};
use crate::sanitize;
use model::text;

impl Query {
    /// A search text that finds a title: the title itself, or phrases if it
    /// would parse as something else, such as a track named `4:33`.
    pub fn text_for(title: &str) -> String {
        let typed = keyboard_forms(&sanitize::clean(title));
        let reads_as_text = tokens(&typed).all(|token| {
            !token.excluded
                && matches!(
                    meaning(token),
                    Meaning::Text(Field::Any, _) | Meaning::Nothing
                )
        });
        match reads_as_text {
            true => title.to_owned(),
            false => phrases(&typed),
        }
    }
}

/// Quotes the parts between quotation marks as one phrase each, since a phrase
/// cannot contain them.
fn phrases(typed: &str) -> String {
    let parts = typed.split(QUOTES).map(str::trim);
    let phrases = parts.filter(|part| !part.is_empty());
    let phrases: Vec<String> = phrases
        .map(|part| text::concat(&["\"", part, "\""]))
        .collect();
    text::join(&phrases, " ")
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            if index > 0 {
                f.write_char(' ')?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excluded {
            f.write_char('-')?;
        }
        match &self.test {
            Predicate::Text(_, needle) if self.unrecognized => f.write_str(&needle.typed),
            Predicate::Text(field, needle) => words(*field, &needle.typed, f),
            Predicate::Length(span) => span.fmt(f),
            Predicate::UnknownLength => f.write_str("length:?"),
            Predicate::LengthOrText(_, needle) => f.write_str(&needle.typed),
            Predicate::Number(range) => range.fmt(f),
            Predicate::At(time) => write!(f, "at:{time}"),
            Predicate::Pick => f.write_str("is:pick"),
            Predicate::Longest => f.write_str("longest"),
            Predicate::Shortest => f.write_str("shortest"),
            Predicate::Either(terms) => {
                for (index, term) in terms.iter().enumerate() {
                    f.write_str(if index > 0 { " OR " } else { "" })?;
                    term.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl Display for TrackRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self {
                disc: Some(disc),
                first: 1,
                last: u32::MAX,
            } => write!(f, "disc {disc}"),
            Self {
                disc: Some(disc),
                first,
                ..
            } => write!(f, "#{disc}-{first}"),
            Self { first, last, .. } if first == last => write!(f, "#{first}"),
            Self { first, last, .. } => write!(f, "tracks {first} to {last}"),
        }
    }
}

/// Quotes a text unless it parses as text by itself. One that contains a
/// quotation mark is always a single word.
fn words(field: Field, typed: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match field {
        Field::Any => "",
        Field::Title => "title:",
        Field::Artist => "artist:",
    })?;
    let is_word = match field {
        Field::Any => typed.contains(QUOTES) || reads_as_itself(typed),
        _ => typed.contains(QUOTES) || !typed.contains(char::is_whitespace),
    };
    match is_word {
        true => f.write_str(typed),
        false => write!(f, "\"{typed}\""),
    }
}

fn reads_as_itself(typed: &str) -> bool {
    let plain = Token {
        excluded: false,
        literal: false,
        field: Field::Any,
        body: typed,
    };
    tokens(typed).eq([plain]) && meaning(plain) == Meaning::Text(Field::Any, typed)
}
