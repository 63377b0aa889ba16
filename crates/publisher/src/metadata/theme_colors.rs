//! Reads colours for images and the manifest from `style/tokens.css`, the only
//! file that defines colours: those of the sleeve, which are the same in both
//! themes.

use lightningcss::{
    traits::Parse,
    values::color::{CssColor, RGBA},
};

use crate::hue;
use model::Album;

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The values of the tokens with these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub sleeve: Colour,
    pub line: Colour,
    pub accent: Colour,
}

/// The content of `style/tokens.css`; each album's palette is derived from it.
pub struct Tokens(String);

impl Tokens {
    /// Checks that every token that [`Palette`] needs has a colour.
    ///
    /// # Errors
    /// The name of a token without a colour.
    pub fn new(css: String) -> Result<Self, &'static str> {
        let tokens = Self(css);
        palette(&tokens.0, 0).map(|_| tokens)
    }

    /// The colours of an album's pages.
    pub fn of(&self, album: &Album) -> Palette {
        self.with_hue(hue::of(album))
    }

    /// The colours of pages without an album.
    pub fn plain(&self) -> Palette {
        self.with_hue(hue::PLAIN)
    }

    fn with_hue(&self, hue: u32) -> Palette {
        palette(&self.0, hue).expect("one hue was tried, and a hue is a number")
    }
}

fn palette(css: &str, hue: u32) -> Result<Palette, &'static str> {
    let token = |name: &'static str| token(css, name, hue).ok_or(name);
    Ok(Palette {
        sleeve: token("--sleeve")?,
        line: token("--sleeve-line")?,
        accent: token("--sleeve-accent")?,
    })
}

/// The first value of a token, for a hue.
fn token(css: &str, name: &str, hue: u32) -> Option<Colour> {
    let (_, rest) = css.split_once(&format!("{name}:"))?;
    let value = rest.split(';').next()?.trim();
    let value = value.replace("var(--hue)", &hue::degrees(hue).to_string());
    let colour = CssColor::parse_string(&value).ok()?;
    match colour.to_rgb().ok()? {
        CssColor::RGBA(RGBA {
            red, green, blue, ..
        }) => Some(Colour([red, green, blue])),
        _ => None,
    }
}

/// Formats a colour as in CSS, `#a3310f`.
impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Tokens, token};

    #[test]
    fn parses_a_token_as_rgb() {
        let colour = |css| token(css, "--a", 1).map(|colour| colour.to_string());
        assert_eq!(
            colour("--ab: #000; --a: #fbfaf6;").as_deref(),
            Some("#fbfaf6")
        );
        assert_eq!(
            colour("--a: oklch(0.628 0.2577 var(--hue));"),
            colour("--a: oklch(0.628 0.2577 30);")
        );
        assert_eq!(
            colour("--a: oklch(1 0 var(--hue))").as_deref(),
            Some("#ffffff")
        );
        assert_eq!(colour("--a: calc(1px); --b: #000"), None);
        assert_eq!(colour("--b: #000"), None);
    }

    #[test]
    fn parses_the_sites_own_tokens() {
        let css = include_str!("../../../../style/tokens.css");
        assert!(Tokens::new(css.to_owned()).is_ok());
    }

    #[test]
    fn names_a_missing_token() {
        let css = "--sleeve: #fff; --sleeve-accent: #000".to_owned();
        assert_eq!(Tokens::new(css).err(), Some("--sleeve-line"));
    }
}
