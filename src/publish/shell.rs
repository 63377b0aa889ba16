//! The page that Trunk made around the app, `index.html` with its links to
//! wasm, glue and style, into which each review is written.

/// Where Trunk's `index.html` holds what the publisher fills in.
const LANGUAGE: &str = "publish-language";
const HEAD: &str = "<!--publish-head-->";
const BODY: &str = "<!--publish-body-->";

/// Trunk's page with its three slots found.
pub struct Shell(String);

/// What a page puts into the shell's slots.
pub struct Page<'a> {
    /// A BCP 47 language tag.
    pub language: &'a str,
    pub head: &'a str,
    pub body: &'a str,
    /// How many folders below the site's root the page stands.
    pub depth: usize,
}

impl Shell {
    /// # Errors
    /// The slot that the text lacks.
    pub fn new(html: String) -> Result<Self, &'static str> {
        match [LANGUAGE, HEAD, BODY]
            .into_iter()
            .find(|slot| html.matches(slot).count() != 1)
        {
            Some(slot) => Err(slot),
            None => Ok(Self(without_idle_integrity(html))),
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
