//! Splits tokens into pieces, the units of the patterns in everyday words.

use crate::query::token::Token;
use model::{
    Length,
    text::{concat, cut, parse_number},
};

/// A part of a token, classified by its role in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Number(u32),
    /// `5:54`, or `5.54`.
    Time(Length),
    /// A unit of time, in seconds.
    Unit(u32),
    /// `under`, `<`.
    Under,
    /// `over`, `>`.
    Over,
    /// `shorter`, a comparison only before `than`.
    Shorter,
    Longer,
    Than,
    At,
    Least,
    Most,
    Up,
    To,
    And,
    /// `from`, `between`.
    From,
    /// A noun such as `tracks`, which adds no condition.
    Subject,
    Disc,
    Longest,
    Shortest,
    /// Any kind of dash.
    Dash,
    Hash,
    Plus,
    Equals,
    /// Punctuation around a number or a length, which adds nothing.
    Bracket,
    Other,
}

/// The words of the patterns, in lower case.
const WORDS: [(&str, Piece); 55] = [
    ("s", Piece::Unit(1)),
    ("sec", Piece::Unit(1)),
    ("secs", Piece::Unit(1)),
    ("second", Piece::Unit(1)),
    ("seconds", Piece::Unit(1)),
    ("m", Piece::Unit(60)),
    ("min", Piece::Unit(60)),
    ("mins", Piece::Unit(60)),
    ("minute", Piece::Unit(60)),
    ("minutes", Piece::Unit(60)),
    ("h", Piece::Unit(3600)),
    ("hr", Piece::Unit(3600)),
    ("hour", Piece::Unit(3600)),
    ("hours", Piece::Unit(3600)),
    ("under", Piece::Under),
    ("below", Piece::Under),
    ("<", Piece::Under),
    ("over", Piece::Over),
    ("above", Piece::Over),
    (">", Piece::Over),
    ("less", Piece::Shorter),
    ("shorter", Piece::Shorter),
    ("more", Piece::Longer),
    ("longer", Piece::Longer),
    ("than", Piece::Than),
    ("at", Piece::At),
    ("least", Piece::Least),
    ("most", Piece::Most),
    ("up", Piece::Up),
    ("to", Piece::To),
    ("and", Piece::And),
    ("from", Piece::From),
    ("between", Piece::From),
    ("all", Piece::Subject),
    ("the", Piece::Subject),
    ("track", Piece::Subject),
    ("tracks", Piece::Subject),
    ("song", Piece::Subject),
    ("songs", Piece::Subject),
    ("length", Piece::Subject),
    ("duration", Piece::Subject),
    ("time", Piece::Subject),
    ("number", Piece::Subject),
    ("no", Piece::Subject),
    ("nr", Piece::Subject),
    ("disc", Piece::Disc),
    ("cd", Piece::Disc),
    ("longest", Piece::Longest),
    ("shortest", Piece::Shortest),
    ("-", Piece::Dash),
    ("–", Piece::Dash),
    ("—", Piece::Dash),
    ("#", Piece::Hash),
    ("+", Piece::Plus),
    ("=", Piece::Equals),
];

/// The pieces of all tokens in order, and the start of each token's.
pub(super) struct Pieces {
    pieces: Vec<Piece>,
    /// One entry more than there are tokens: the last is the end.
    starts: Vec<usize>,
}

impl Pieces {
    pub fn new(tokens: &[Token<'_>]) -> Self {
        let mut all = Self {
            pieces: Vec::new(),
            starts: vec![0],
        };
        for token in tokens {
            match (token.literal, token.excluded, token.body) {
                // A dash alone excludes nothing; it is a range.
                (false, true, "") => all.pieces.push(Piece::Dash),
                (false, false, body) => split(body, &mut all.pieces),
                _ => all.pieces.push(Piece::Other),
            }
            all.starts.push(all.pieces.len());
        }
        all
    }

    /// The pieces from a token on.
    pub fn from(&self, token: usize) -> &[Piece] {
        &self.pieces[self.starts[token]..]
    }

    /// The number of tokens that these pieces make up, counted from `token`;
    /// `None` if they end inside a token.
    pub fn tokens(&self, token: usize, pieces: usize) -> Option<usize> {
        let end = self.starts[token] + pieces;
        self.starts[token..].iter().position(|&start| start == end)
    }
}

/// Splits a text where letters, digits and punctuation meet.
fn split(mut text: &str, pieces: &mut Vec<Piece>) {
    while let Some(first) = text.bytes().next() {
        let bytes = text.as_bytes();
        let len = match first {
            b'0'..=b'9' => number_len(bytes),
            b'a'..=b'z' | b'A'..=b'Z' => run(bytes, |byte| byte.is_ascii_alphabetic()),
            // Characters outside ASCII form one piece: a dash, or a word of no
            // pattern.
            128.. => run(bytes, |byte| !byte.is_ascii()),
            _ => 1,
        };
        let (piece, rest) = text.split_at(len);
        text = rest.trim_start();
        pieces.push(match first {
            b'0'..=b'9' => numeric(piece),
            b'(' | b')' | b'[' | b']' | b',' | b'.' | b'?' | b'!' => Piece::Bracket,
            _ => {
                let is_it = |(word, _): &&(&str, Piece)| piece.eq_ignore_ascii_case(word);
                WORDS
                    .iter()
                    .find(is_it)
                    .map_or(Piece::Other, |found| found.1)
            }
        });
    }
}

/// The number of leading bytes of the same kind as the first.
fn run(bytes: &[u8], alike: fn(&u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| alike(byte)).count()
}

/// The number of leading bytes that are digits, or colons and points between
/// digits.
fn number_len(bytes: &[u8]) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while is_digit(len) || matches!(bytes.get(len), Some(b':' | b'.')) && is_digit(len + 1) {
        len += 1;
    }
    len
}

fn numeric(text: &str) -> Piece {
    let time = || match cut(text, ".") {
        Some((minutes, seconds)) => concat(&[minutes, ":", seconds]).parse(),
        None => text.parse(),
    };
    match parse_number(text) {
        Some(number) => Piece::Number(number),
        None => time().map_or(Piece::Other, Piece::Time),
    }
}
