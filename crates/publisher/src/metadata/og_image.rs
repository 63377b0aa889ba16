//! Draws the image for link previews: the album's length chart in the colours
//! of its sleeve, 1200 by 630 pixels.
//!
//! It contains no text: the preview shows the title next to it, and the result
//! would depend on the installed fonts. Bars are rectangles aligned to pixels
//! in three colours, so an indexed PNG is enough, without a drawing library.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::theme_colors::Palette;
use model::Track;
use search::LengthChart;

/// The size that link previews recommend.
pub const WIDTH: usize = 1200;
pub const HEIGHT: usize = 630;

/// The left and right edge, the base line and the maximum height of bars, in
/// pixels.
const LEFT: usize = 100;
const RIGHT: usize = WIDTH - LEFT;
const GROUND: usize = 510;
const HIGHEST: usize = 390;
/// The thickness of the base line, in pixels.
const LINE: usize = 4;

/// Indices in the PNG's palette.
const SLEEVE: u8 = 0;
const INK: u8 = 1;
const RULE: u8 = 2;

/// Draws an album's chart as a PNG.
pub fn draw(tracks: &[Track], palette: &Palette) -> Vec<u8> {
    let colours = [palette.sleeve, palette.accent, palette.line].map(|colour| colour.0);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(colours.concat());
    // Most rows equal the one above.
    encoder.set_filter(Filter::Up);
    encoder.set_compression(Compression::Fast);
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&pixels(tracks)))
        .expect("writing to memory does not fail, and the sizes are right");
    file
}

/// One byte per pixel, row by row.
fn pixels(tracks: &[Track]) -> Vec<u8> {
    let mut bars = bars(tracks);
    bars.sort_unstable_by_key(|bar| bar.top);
    let mut bars = bars.into_iter().peekable();
    let mut pixels = Vec::with_capacity(WIDTH * HEIGHT);
    // From top to bottom, a row adds the bars that start in it to the row
    // above.
    let mut row = [SLEEVE; WIDTH];
    for y in 0..GROUND {
        while let Some(bar) = bars.next_if(|bar| bar.top <= y) {
            row[bar.left..bar.right].fill(INK);
        }
        pixels.extend_from_slice(&row);
    }
    let mut rule = [SLEEVE; WIDTH];
    rule[LEFT..RIGHT].fill(RULE);
    for _ in 0..LINE {
        pixels.extend_from_slice(&rule);
    }
    pixels.resize(WIDTH * HEIGHT, SLEEVE);
    pixels
}

/// A bar, in pixels.
struct Bar {
    left: usize,
    right: usize,
    top: usize,
}

fn bars(tracks: &[Track]) -> Vec<Bar> {
    let shape = LengthChart::new(tracks);
    let across = |x: u32| LEFT + x as usize * (RIGHT - LEFT) / LengthChart::WIDTH as usize;
    let up = |height: u32| height as usize * HIGHEST / LengthChart::HEIGHT as usize;
    (0..tracks.len())
        .filter_map(|track| shape.bar(track))
        .map(|bar| {
            let left = across(bar.left).min(RIGHT - 1);
            Bar {
                left,
                right: across(bar.left + bar.width).clamp(left + 1, RIGHT),
                top: GROUND - up(bar.height).max(1),
            }
        })
        .collect()
}
