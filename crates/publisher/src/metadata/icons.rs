//! Renders the icon `public/icon.svg` as PNGs for home screens.

use std::{fs, path::Path};

use resvg::{
    render,
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::theme_colors::Palette;
use crate::failure::Failure;

/// A PNG to render.
struct Icon {
    name: &'static str,
    /// Width and height in pixels.
    size: u32,
    /// The width of the drawing in per cent of `size`. Less than 100 if it has
    /// a background, which systems crop to their own shape.
    share: u8,
}

const ICONS: [Icon; 4] = [
    icon(SMALL, 192, 100),
    icon("icon-512.png", 512, 100),
    icon("icon-maskable.png", 512, 56),
    icon(TOUCH, 180, 64),
];

/// The smallest icon with which browsers offer to install a site.
pub const SMALL: &str = "icon-192.png";

/// The file name that iOS requests. It must be opaque, since iOS shows
/// transparency as black.
pub const TOUCH: &str = "apple-touch-icon.png";

const fn icon(name: &'static str, size: u32, share: u8) -> Icon {
    Icon { name, size, share }
}

/// Renders all icons.
pub fn draw(path: &Path, palette: &Palette) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let svg = fs::read(path).map_err(Failure::io("read", path))?;
    let wrong = |why: String| Failure::Other(format!("`{}`: {why}", path.display()));
    let tree = Tree::from_data(&svg, &Options::default());
    let tree = tree.map_err(|error| wrong(error.to_string()))?;
    let png = |icon: &Icon| Some((icon.name.to_owned(), draw_one(&tree, icon, palette)?));
    let icons: Option<Vec<_>> = ICONS.iter().map(png).collect();
    icons.ok_or_else(|| wrong("it cannot be drawn".to_owned()))
}

fn draw_one(tree: &Tree, icon: &Icon, palette: &Palette) -> Option<Vec<u8>> {
    let mut pixmap = Pixmap::new(icon.size, icon.size)?;
    if icon.share < 100 {
        let [red, green, blue] = palette.sleeve.0;
        pixmap.fill(Color::from_rgba8(red, green, blue, 255));
    }
    let size = icon.size as f32;
    let drawn = size * f32::from(icon.share) / 100.0;
    let scale = drawn / tree.size().width().max(tree.size().height());
    let edge = |length: f32| (size - length * scale) / 2.0;
    let (left, top) = (edge(tree.size().width()), edge(tree.size().height()));
    let place = Transform::from_scale(scale, scale).post_translate(left, top);
    render(tree, place, &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}
