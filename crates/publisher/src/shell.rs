//! The page that Trunk made around the app, `index.html` with its links to
//! wasm, glue and style, into which each review is written.

use scraper::{Html, Selector};

use super::{Failure, csp, minify_js};

/// Where Trunk's `index.html` holds what the publisher fills in.
const LANGUAGE: &str = "publish-language";
const HUE: &str = "publish-hue";
const WASM_BYTES: &str = "publish-wasm-bytes";
const POLICY: &str = "publish-policy";
const HEAD: &str = "<!--publish-head-->";
const BODY: &str = "<!--publish-body-->";

/// What a page that has no app leaves out. Scripts of the page's own stay: a
/// reader's choice of theme holds there too.
pub const APP: &str = "script[type=module], link[rel=modulepreload], link[rel=preload], #download";

/// The script that takes a page's address for a folder's, which only `404.html`
/// is not served under.
pub const FOLDER: &str = "script.folder";

/// Trunk's page with its slots found.
pub struct Shell(String);

/// The shell of all pages from which the site's root is reached in one way; its
/// addresses and its policy are filled in.
pub struct Template(String);

/// What a page puts into the shell's slots.
pub struct Slots<'a> {
    /// A BCP 47 language tag.
    pub language: &'a str,
    /// One of the twelve of `style/hues.css`.
    pub hue: u32,
    pub head: &'a str,
    pub body: &'a str,
}

impl Shell {
    /// `wasm_bytes` is the wasm's size before any compression, which the
    /// download is measured by.
    ///
    /// # Errors
    /// A slot that the text lacks, or a script that is none.
    pub fn new(html: &str, wasm_bytes: u64) -> Result<Self, Failure> {
        check_slots(html)?;
        let wrong = |what: String| Failure::Other(format!("`index.html` {what}"));
        let html = minify_js::minify_inline(html)
            .map_err(|why| wrong(format!("holds a script that is none: {why}")))?
            .replace(WASM_BYTES, &wasm_bytes.to_string());
        Ok(Self(after_the_style(without_idle_integrity(html))))
    }

    /// The shell without the elements that a CSS selector finds.
    pub fn without(&self, selector: &'static str) -> Self {
        let selector = Selector::parse(selector).expect("the selector is valid");
        let mut html = Html::parse_document(&self.0);
        let found: Vec<_> = html.select(&selector).map(|element| element.id()).collect();
        for element in found {
            if let Some(mut element) = html.tree.get_mut(element) {
                element.detach();
            }
        }
        Self(html.html())
    }

    /// The shell with a style sheet in it.
    pub fn with_style(&self, css: &str) -> Self {
        Self(self.0.replace(HEAD, &format!("{HEAD}<style>{css}</style>")))
    }

    /// The shell with a script at its end.
    pub fn with_script(&self, script: &str) -> Self {
        Self(
            self.0
                .replace(BODY, &format!("{BODY}<script>{script}</script>")),
        )
    }

    /// `root` is how a page reaches the site's root: `./`, `../` or an address
    /// in full.
    pub fn at(&self, root: &str) -> Template {
        // Trunk writes every address as `./name`; a minified script quotes by `.
        let shell = ["\"", "'", "`"].iter().fold(self.0.clone(), |html, quote| {
            html.replace(&format!("{quote}./"), &format!("{quote}{root}"))
        });
        // Before anything that a writer wrote is in it: that is never let run.
        let policy = csp::of(&shell);
        Template(shell.replace(POLICY, &policy))
    }
}

impl Template {
    pub fn fill(&self, slots: &Slots<'_>) -> String {
        self.0
            .replace(LANGUAGE, slots.language)
            .replace(HUE, &slots.hue.to_string())
            .replace(HEAD, &as_the_standard_has_it(slots.head))
            .replace(BODY, &as_the_standard_has_it(slots.body))
    }
}

/// # Errors
/// A slot that the text lacks: it may be a page that was filled already.
pub fn check_slots(html: &str) -> Result<(), Failure> {
    let slots = [LANGUAGE, HUE, POLICY, HEAD, BODY, WASM_BYTES];
    match slots.iter().find(|slot| html.matches(*slot).count() != 1) {
        Some(slot) => Err(Failure::Other(format!(
            "`index.html` must hold the slot `{slot}` exactly once: run `trunk build` again"
        ))),
        None => Ok(()),
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

/// What the search is made of is loaded once the style sheet is there, without
/// which nothing is painted.
fn after_the_style(html: String) -> String {
    ["modulepreload", "preload"]
        .iter()
        .fold(html, |html, kind| {
            let link = format!("<link rel=\"{kind}\"");
            html.replace(&link, &format!("{link} fetchpriority=\"low\""))
        })
}

/// Leptos writes an empty comment in a form that every browser reads and no
/// standard has. No text holds it: there `<` is escaped.
fn as_the_standard_has_it(html: &str) -> String {
    html.replace("<!>", "<!---->")
}
