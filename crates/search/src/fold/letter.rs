//! Folds single characters: each is kept, dropped, replaced by a space, or
//! spelt with other letters.
//!
//! Punctuation is identified by block, not by a Unicode table, and everything
//! not listed is kept. So vowel signs, harakat, niqqud and emoji stay inside
//! their words without a table of them.

/// What folding does with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Kept: any character of no other class.
    Letter,
    /// Punctuation: separates words.
    Sign,
    /// Dropped inside a word: `dont` finds *Don't*.
    Apostrophe,
    Space,
    /// Dropped: invisible, or only selects a glyph.
    Nothing,
}

/// The class of a normalized, lower-case character.
pub(super) fn class(c: char) -> Class {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Class::Letter,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Class::Space,
        '\'' | '\u{2b9}'..='\u{2bf}' | '\u{5f3}' | '\u{5f4}' | '\u{2032}' => Class::Apostrophe,
        '\u{e0100}'..='\u{e01ef}' => Class::Nothing,
        _ if in_ranges(c, &INVISIBLE) => Class::Nothing,
        _ if in_ranges(c, &SIGNS) => Class::Sign,
        _ => Class::Letter,
    }
}

/// Controls, joiners, direction marks, variation selectors, the soft hyphen and
/// the Arabic tatweel.
const INVISIBLE: [[u16; 2]; 11] = [
    [0x0, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x61c, 0x61c],
    [0x640, 0x640],
    [0x180b, 0x180f],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
];

/// Punctuation, currency, arrows, mathematical and musical symbols. Emoji are
/// not included: a title may consist of them.
const SIGNS: [[u16; 2]; 31] = [
    [0x21, 0x7e],
    [0xa1, 0xbf],
    [0xd7, 0xd7],
    [0xf7, 0xf7],
    [0x55a, 0x55f],
    [0x589, 0x58a],
    [0x5be, 0x5be],
    [0x5c0, 0x5c0],
    [0x5c3, 0x5c3],
    [0x5c6, 0x5c6],
    [0x60c, 0x60d],
    [0x61b, 0x61f],
    [0x66a, 0x66d],
    [0x6d4, 0x6d4],
    [0x964, 0x965],
    [0xe2f, 0xe2f],
    [0xe4f, 0xe4f],
    [0x1361, 0x1368],
    [0x2010, 0x205e],
    [0x20a0, 0x20cf],
    [0x2190, 0x22ff],
    [0x2500, 0x25ff],
    [0x2669, 0x266f],
    [0x2e00, 0x2e7f],
    [0x3001, 0x3003],
    [0x3008, 0x3020],
    [0x3030, 0x3030],
    [0x303d, 0x303d],
    [0x30a0, 0x30a0],
    [0x30fb, 0x30fb],
    [0xfffd, 0xfffd],
];

/// Whether a character is in one of the ranges, both ends included. A table is
/// smaller in the wasm than patterns, each a comparison of its own.
pub(super) fn in_ranges(c: char, ranges: &[[u16; 2]]) -> bool {
    let in_range =
        |&[first, last]: &[u16; 2]| (u32::from(first)..=u32::from(last)).contains(&u32::from(c));
    ranges.iter().any(in_range)
}

/// Combining marks that folding removes from Latin, Greek and Cyrillic letters.
pub(super) fn is_dropped_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The folded form of a character, if it is known without calling the
/// normalizer, which is slow from wasm: letters of large scripts that do not
/// decompose, and the acute accent used as an apostrophe (NFKD would turn it
/// into a space).
pub(super) fn known(c: char) -> Option<char> {
    match c {
        '\u{b4}' => Some('\''),
        'Й' | 'й' => None,
        'А'..='Я' => char::from_u32(u32::from(c) + 0x20),
        'а'..='я'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{1f300}'..='\u{1faff}' => Some(c),
        _ => None,
    }
}

/// ASCII spellings of letters that do not decompose; the Greek final sigma as
/// sigma; dashes and quotation marks as their ASCII forms.
pub(super) fn spelling(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ȷ' => "j",
        'ŋ' => "n",
        'ĸ' => "k",
        'ς' => "σ",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '‘' | '’' | '‛' => "'",
        '“' | '”' | '„' | '‟' => "\"",
        _ => return None,
    })
}
