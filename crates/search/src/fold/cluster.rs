//! Splits a title into clusters: a character with the combining marks that
//! follow it.
//!
//! This is a small subset of Unicode's grapheme cluster rules, whose tables are
//! large: enough that normalization never crosses a cluster boundary, and that
//! a `<mark>` never splits a letter or an emoji.

use std::ops::Range;

use super::letter::in_ranges;

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

/// Combining marks and joiners outside the blocks of [`extends`].
const MARKS: [[u16; 2]; 28] = [
    [0x300, 0x36f],
    [0x483, 0x489],
    [0x591, 0x5bd],
    [0x5bf, 0x5bf],
    [0x5c1, 0x5c2],
    [0x5c4, 0x5c5],
    [0x5c7, 0x5c7],
    [0x610, 0x61a],
    [0x64b, 0x65f],
    [0x670, 0x670],
    [0x6d6, 0x6dc],
    [0x6df, 0x6e4],
    [0x6e7, 0x6e8],
    [0x6ea, 0x6ed],
    [0xf71, 0xf84],
    [0x102b, 0x103e],
    // Vowels and finals of Hangul written as conjoining jamo.
    [0x1160, 0x11ff],
    [0x135d, 0x135f],
    [0x17b4, 0x17d3],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x200d, 0x200d],
    [0x20d0, 0x20ff],
    [0x302a, 0x302f],
    // Dakuten and handakuten, full and half width.
    [0x3099, 0x309a],
    [0xff9e, 0xff9f],
    [0xfe00, 0xfe0f],
    [0xfe20, 0xfe2f],
];

/// Whether the character continues the cluster before it.
fn extends(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' => false,
        '\u{900}'..='\u{dff}' => is_indic_mark(c),
        '\u{e00}'..='\u{eff}' => is_thai_mark(c),
        // Skin tones, and the tag characters of flags such as Scotland's.
        '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}' => true,
        _ => in_ranges(c, &MARKS),
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
