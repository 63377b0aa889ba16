//! The page that Trunk made around the app, `index.html` with its links to
//! wasm, glue and style, into which each review is written.

/// Where Trunk's `index.html` holds what the publisher fills in.
const LANGUAGE: &str = "publish-language";
const HUE: &str = "publish-hue";
const WASM_BYTES: &str = "publish-wasm-bytes";
const HEAD: &str = "<!--publish-head-->";
const BODY: &str = "<!--publish-body-->";

/// Trunk's page with its slots found.
pub struct Shell(String);

/// What a page puts into the shell's slots.
pub struct Page<'a> {
    /// A BCP 47 language tag.
    pub language: &'a str,
    /// One of the twelve of `style/hues.css`.
    pub hue: u32,
    pub head: &'a str,
    pub body: &'a str,
    /// How many folders below the site's root the page stands.
    pub depth: usize,
}

impl Shell {
    /// `wasm_bytes` is the wasm's size before any compression, which the
    /// download is measured by.
    ///
    /// # Errors
    /// The slot that the text lacks.
    pub fn new(html: &str, wasm_bytes: u64) -> Result<Self, &'static str> {
        match [LANGUAGE, HUE, HEAD, BODY, WASM_BYTES]
            .into_iter()
            .find(|slot| html.matches(slot).count() != 1)
        {
            Some(slot) => Err(slot),
            None => {
                let html = html.replace(WASM_BYTES, &wasm_bytes.to_string());
                Ok(Self(without_idle_integrity(html)))
            }
        }
    }

    pub fn fill(&self, page: &Page<'_>) -> String {
        // Trunk writes every address as `./name`; below the root it is `../name`.
        let up = "../".repeat(page.depth);
        let shell = match page.depth {
            0 => self.0.clone(),
            _ => ["\"", "'"].iter().fold(self.0.clone(), |html, quote| {
                html.replace(&format!("{quote}./"), &format!("{quote}{up}"))
            }),
        };
        shell
            .replace(LANGUAGE, page.language)
            .replace(HUE, &page.hue.to_string())
            .replace(HEAD, page.head)
            .replace(BODY, page.body)
    }
}

/// Browsers check no integrity of what a page itself fetches, and Chromium
/// warns of the attribute on such a preload in every reader's console.
fn without_idle_integrity(html: String) -> String {
    const START: &str = " integrity=\"";
    const END: &str = "\" as=\"fetch\"";
    let Some(end) = html.find(END) else {
        return html;
    };
    match html[..end].rfind(START) {
        Some(start) => [&html[..start], &html[end + 1..]].concat(),
        None => html,
    }
}
