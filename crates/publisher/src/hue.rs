//! The hue of an album's pages, an index in `style/hues.css`.

use model::Album;

/// The hue of pages without an album: the red of `public/icon.svg`.
pub const PLAIN: u32 = 1;

/// An album's hue: the position, in twelve steps, of a clock's minute hand that
/// started at 12 with the first track.
pub fn of(album: &Album) -> u32 {
    album.running_time().known.seconds() % 3600 / 300
}

/// The angle of a hue in degrees.
pub fn degrees(hue: u32) -> u32 {
    hue * 30
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn every_hue_is_in_the_style_sheet() {
        let css = include_str!("../../../style/hues.css");
        for hue in 0..12 {
            let rule = format!("[data-hue=\"{hue}\"] {{ --hue: {}; }}", degrees(hue));
            assert!(css.contains(&rule), "{rule}");
        }
    }
}
