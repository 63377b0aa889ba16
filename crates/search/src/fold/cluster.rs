//! Splits a title into clusters: a character with the combining marks that
//! follow it.
//!
//! This is a small subset of Unicode's grapheme cluster rules, whose tables are
//! large: enough that normalization never crosses a cluster boundary, and that
//! a `<mark>` never splits a letter or an emoji.

use std::ops::Range;

/// The byte ranges of the clusters, in order and without gaps.
pub(super) fn clusters(title: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut chars = title[start..].chars();
        let mut last = chars.next()?;
        let mut end = start + last.len_utf8();
        for c in chars.take_while(|&c| {
            let belongs = extends(c) || joins(last, c);
            last = c;
            belongs
        }) {
            end += c.len_utf8();
        }
        let at = start..end;
        start = end;
        Some(at)
    })
}

/// A zero-width joiner joins the next emoji, but not the next letter.
fn joins(last: char, c: char) -> bool {
    last == '\u{200d}' && c >= '\u{2190}'
}

/// Whether the character continues the cluster before it.
fn extends(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' => false,
        '\u{900}'..='\u{dff}' => is_indic_mark(c),
        '\u{e00}'..='\u{eff}' => is_thai_mark(c),
        _ => matches!(
            c,
            '\u{300}'..='\u{36f}'
                | '\u{483}'..='\u{489}'
                | '\u{591}'..='\u{5bd}'
                | '\u{5bf}'
                | '\u{5c1}'
                | '\u{5c2}'
                | '\u{5c4}'
                | '\u{5c5}'
                | '\u{5c7}'
                | '\u{610}'..='\u{61a}'
                | '\u{64b}'..='\u{65f}'
                | '\u{670}'
                | '\u{6d6}'..='\u{6dc}'
                | '\u{6df}'..='\u{6e4}'
                | '\u{6e7}'
                | '\u{6e8}'
                | '\u{6ea}'..='\u{6ed}'
                | '\u{f71}'..='\u{f84}'
                | '\u{102b}'..='\u{103e}'
                // Vowels and finals of Hangul written as conjoining jamo.
                | '\u{1160}'..='\u{11ff}'
                | '\u{135d}'..='\u{135f}'
                | '\u{17b4}'..='\u{17d3}'
                | '\u{1ab0}'..='\u{1aff}'
                | '\u{1dc0}'..='\u{1dff}'
                | '\u{200d}'
                | '\u{20d0}'..='\u{20ff}'
                | '\u{302a}'..='\u{302f}'
                // Dakuten and handakuten, full and half width.
                | '\u{3099}'
                | '\u{309a}'
                | '\u{ff9e}'
                | '\u{ff9f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{fe20}'..='\u{fe2f}'
                // Skin tones, and the tag characters of flags such as
                // Scotland's.
                | '\u{1f3fb}'..='\u{1f3ff}'
                | '\u{e0020}'..='\u{e007f}'
                | '\u{e0100}'..='\u{e01ef}'
        ),
    }
}

/// The nine blocks from Devanagari to Malayalam have the same layout.
fn is_indic_mark(c: char) -> bool {
    matches!(u32::from(c) & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62 | 0x63)
}

/// Thai and Lao have the same layout.
fn is_thai_mark(c: char) -> bool {
    matches!(u32::from(c) & 0x7f, 0x31 | 0x34..=0x3c | 0x47..=0x4e)
}
