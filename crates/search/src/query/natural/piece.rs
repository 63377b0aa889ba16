//! Splits tokens into pieces, the units of the patterns in everyday words.

use crate::query::token::Token;
use model::{
    Length, UNKNOWN_LENGTH,
    text::{concat, cut, parse_number, split},
};

/// A part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its role in a pattern.
    pub kind: Kind,
    /// The number, the seconds of the time, or the seconds of the unit.
    pub value: u32,
}

/// The role of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    /// `5:54`, or `5.54`.
    Time,
    /// A unit of time.
    Unit,
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
    /// `picks`, `favourites`.
    Pick,
    /// `unknown`, `?:??`.
    Unknown,
    /// Any kind of dash.
    Dash,
    Hash,
    Plus,
    Equals,
    /// Punctuation around a number or a length, which adds nothing.
    Bracket,
    Other,
}

impl Kind {
    const fn piece(self) -> Piece {
        Piece {
            kind: self,
            value: 0,
        }
    }
}

/// Whether the first pieces have these kinds.
pub(super) fn starts_with(pieces: &[Piece], kinds: &[Kind]) -> bool {
    let first = pieces.iter().map(|piece| &piece.kind);
    first.take(kinds.len()).eq(kinds)
}

/// The words of the patterns, in lower case; the value of units.
const WORDS: [(Kind, u32, &str); 26] = [
    (Kind::Unit, 1, "s sec secs second seconds"),
    (Kind::Unit, 60, "m min mins minute minutes"),
    (Kind::Unit, 3600, "h hr hour hours"),
    (Kind::Under, 0, "under below <"),
    (Kind::Over, 0, "over above >"),
    (Kind::Shorter, 0, "less shorter"),
    (Kind::Longer, 0, "more longer"),
    (Kind::Than, 0, "than"),
    (Kind::At, 0, "at"),
    (Kind::Least, 0, "least"),
    (Kind::Most, 0, "most"),
    (Kind::Up, 0, "up"),
    (Kind::To, 0, "to"),
    (Kind::And, 0, "and"),
    (Kind::From, 0, "from between"),
    (
        Kind::Subject,
        0,
        "all the track tracks song songs length duration time number no nr",
    ),
    (Kind::Disc, 0, "disc cd"),
    (Kind::Longest, 0, "longest"),
    (Kind::Shortest, 0, "shortest"),
    (
        Kind::Pick,
        0,
        "pick picks picked favourite favourites favorite favorites",
    ),
    (Kind::Unknown, 0, "unknown ?:??"),
    (Kind::Dash, 0, "- – —"),
    (Kind::Hash, 0, "#"),
    (Kind::Plus, 0, "+"),
    (Kind::Equals, 0, "="),
    (Kind::Bracket, 0, "( ) [ ] , . ? ! ★"),
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
                (false, true, "") => all.pieces.push(Kind::Dash.piece()),
                (false, false, body) => add(body, &mut all.pieces),
                _ => all.pieces.push(Kind::Other.piece()),
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
fn add(mut text: &str, pieces: &mut Vec<Piece>) {
    while let Some(first) = text.bytes().next() {
        let bytes = text.as_bytes();
        let len = match first {
            b'0'..=b'9' => number_len(bytes),
            b'a'..=b'z' | b'A'..=b'Z' => run(bytes, |byte| byte.is_ascii_alphabetic()),
            // Characters outside ASCII form one piece: a dash, or a word of no
            // pattern.
            128.. => run(bytes, |byte| !byte.is_ascii()),
            b'?' if text.starts_with(UNKNOWN_LENGTH) => UNKNOWN_LENGTH.len(),
            _ => 1,
        };
        let (piece, rest) = text.split_at(len);
        text = rest.trim_start();
        pieces.push(match first {
            b'0'..=b'9' => numeric(piece),
            _ => word(piece),
        });
    }
}

fn word(text: &str) -> Piece {
    let is_it = |&&(.., words): &&(Kind, u32, &str)| {
        split(words, " ").any(|word| text.eq_ignore_ascii_case(word))
    };
    let found = WORDS.iter().find(is_it);
    found.map_or(Kind::Other.piece(), |&(kind, value, _)| Piece {
        kind,
        value,
    })
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
    let time: Result<Length, _> = match cut(text, ".") {
        Some((minutes, seconds)) => concat(&[minutes, ":", seconds]).parse(),
        None => text.parse(),
    };
    let (kind, value) = match (parse_number(text), time) {
        (Some(number), _) => (Kind::Number, number),
        (None, Ok(time)) => (Kind::Time, time.seconds()),
        (None, Err(_)) => (Kind::Other, 0),
    };
    Piece { kind, value }
}
