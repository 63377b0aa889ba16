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
        _ if is_nothing(c) => Class::Nothing,
        _ if is_sign(c) => Class::Sign,
        _ => Class::Letter,
    }
}

/// Controls, joiners, direction marks, variation selectors, the soft hyphen and
/// the Arabic tatweel.
fn is_nothing(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Punctuation, currency, arrows, mathematical and musical symbols. Emoji are
/// not included: a title may consist of them.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '!'..='~'
            | '\u{a1}'..='\u{bf}'
            | '×'
            | '÷'
            | '\u{55a}'..='\u{55f}'
            | '\u{589}'
            | '\u{58a}'
            | '\u{5be}'
            | '\u{5c0}'
            | '\u{5c3}'
            | '\u{5c6}'
            | '\u{60c}'
            | '\u{60d}'
            | '\u{61b}'..='\u{61f}'
            | '\u{66a}'..='\u{66d}'
            | '\u{6d4}'
            | '\u{964}'
            | '\u{965}'
            | '\u{e2f}'
            | '\u{e4f}'
            | '\u{1361}'..='\u{1368}'
            | '\u{2010}'..='\u{205e}'
            | '\u{20a0}'..='\u{20cf}'
            | '\u{2190}'..='\u{22ff}'
            | '\u{2500}'..='\u{25ff}'
            | '\u{2669}'..='\u{266f}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}'
            | '\u{303d}'
            | '\u{30a0}'
            | '\u{30fb}'
            | '\u{fffd}'
    )
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
