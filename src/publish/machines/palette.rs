//! The few colours that pictures and the manifest share with the page, read
//! from the one file that holds colours, `style/tokens.css`. Files outside the
//! page know one theme only: the light one.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// What the page's tokens of these names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub paper: Colour,
    pub line: Colour,
    pub accent: Colour,
}

impl Palette {
    /// # Errors
    /// The token that the sheet gives no colour in hexadecimal digits.
    pub fn read(css: &str) -> Result<Self, &'static str> {
        let token = |name: &'static str| token(css, name).ok_or(name);
        Ok(Self {
            paper: token("--paper")?,
            line: token("--line")?,
            accent: token("--accent")?,
        })
    }
}

/// The first colour in a token's first value, which is the light theme's.
fn token(css: &str, name: &str) -> Option<Colour> {
    let (_, rest) = css.split_once(&format!("{name}:"))?;
    let (_, rest) = rest.split(';').next()?.split_once('#')?;
    let digits: Vec<u8> = rest
        .chars()
        .map_while(|digit| digit.to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    match digits[..] {
        [r, g, b] => Some(Colour([r * 17, g * 17, b * 17])),
        [r1, r0, g1, g0, b1, b0] => Some(Colour([r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0])),
        _ => None,
    }
}

/// As style sheets write it, `#a3310f`.
impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Palette, token};

    #[test]
    fn the_light_themes_colour_is_taken() {
        let colour = |css| token(css, "--a").map(|colour| colour.to_string());
        assert_eq!(
            colour("--ab: #000; --a: light-dark(#fbfaf6, #16171a);").as_deref(),
            Some("#fbfaf6")
        );
        assert_eq!(colour("--a:#f0c").as_deref(), Some("#ff00cc"));
        assert_eq!(colour("--a: white; --b: #000"), None);
        assert_eq!(colour("--b: #000"), None);
    }

    #[test]
    fn the_sites_own_tokens_are_read() {
        let css = include_str!("../../../style/tokens.css");
        assert!(Palette::read(css).is_ok());
    }

    #[test]
    fn a_token_that_is_missing_is_named() {
        assert_eq!(
            Palette::read("--paper: #fff; --accent: #000"),
            Err("--line")
        );
    }
}
