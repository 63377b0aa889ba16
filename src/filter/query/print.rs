//! A query to its canonical text, which parses to the same query.

use std::fmt::{self, Display, Write};

use super::{
    Query, Term, Test,
    meaning::{Meaning, meaning},
    token::{Token, tokens},
};

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
            Test::Title(needle) if self.misunderstood => f.write_str(&needle.typed),
            Test::Title(needle) => title(&needle.typed, f),
            Test::Length(span) => span.fmt(f),
            Test::LengthOrTitle(_, needle) => f.write_str(&needle.typed),
            Test::Place(place) => {
                f.write_char('#')?;
                if let Some(disc) = place.disc {
                    write!(f, "{disc}-")?;
                }
                place.number.fmt(f)
            }
            Test::At(time) => write!(f, "at:{time}"),
        }
    }
}

/// The text bare where it reads as itself, otherwise quoted. A text that needs
/// quotation marks and holds one (`title:>5"`) is a single word.
fn title(typed: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match typed {
        _ if reads_as_itself(typed) => f.write_str(typed),
        _ if typed.contains(super::token::QUOTES) => write!(f, "title:{typed}"),
        _ => write!(f, "\"{typed}\""),
    }
}

fn reads_as_itself(typed: &str) -> bool {
    let plain = Token {
        excluded: false,
        literal: false,
        body: typed,
    };
    tokens(typed).eq([plain]) && meaning(plain) == Meaning::Title(typed)
}
