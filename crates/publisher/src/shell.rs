//! The page template: Trunk's `index.html`, which links wasm, glue and style
//! sheet, with slots into which each page's content is written.

use scraper::{Html, Selector};

use super::{Failure, csp, minify_js};

/// The slots in Trunk's `index.html`.
const LANGUAGE: &str = "publish-language";
const HUE: &str = "publish-hue";
const WASM_BYTES: &str = "publish-wasm-bytes";
const POLICY: &str = "publish-policy";
const HEAD: &str = "<!--publish-head-->";
const BODY: &str = "<!--publish-body-->";

/// The elements that pages without the app omit. Other scripts stay, such as
/// the one that applies the reader's theme.
pub const APP: &str = "script[type=module], link[rel=modulepreload], link[rel=preload], #download";

/// The script that corrects the address of a folder's page (missing `/`,
/// `index.html`), on which relative addresses depend. `404.html` omits it,
/// because it is served for other addresses.
pub const FOLDER: &str = "script.folder";

/// Trunk's page with its slots checked.
pub struct Shell(String);

/// The shell with relative addresses and policy filled in, for all pages at the
/// same depth.
pub struct Template(String);

/// The content of the slots.
pub struct Slots<'a> {
    /// A BCP 47 language tag.
    pub language: &'a str,
    /// An index in `style/hues.css`, 0 to 11.
    pub hue: u32,
    pub head: &'a str,
    pub body: &'a str,
}

impl Shell {
    /// `wasm_bytes` is the uncompressed size of the wasm, the total of the
    /// download's progress.
    ///
    /// # Errors
    /// A missing slot, or an invalid script.
    pub fn new(html: &str, wasm_bytes: u64) -> Result<Self, Failure> {
        check_slots(html)?;
        let wrong = |what: String| Failure::Other(format!("`index.html` {what}"));
        let html = minify_js::minify_inline(html)
            .map_err(|why| wrong(format!("holds a script that is none: {why}")))?
            .replace(WASM_BYTES, &wasm_bytes.to_string());
        Ok(Self(after_the_style(without_idle_integrity(html))))
    }

    /// Removes the elements that match a CSS selector.
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

    /// Adds a style sheet.
    pub fn with_style(&self, css: &str) -> Self {
        Self(self.0.replace(HEAD, &format!("{HEAD}<style>{css}</style>")))
    }

    /// Adds a script at the end of the body.
    pub fn with_script(&self, script: &str) -> Self {
        Self(
            self.0
                .replace(BODY, &format!("{BODY}<script>{script}</script>")),
        )
    }

    /// Fills in addresses and policy. `root` is the path from the page to the
    /// site's root: `./`, `../` or an absolute URL.
    pub fn at(&self, root: &str) -> Template {
        // Trunk writes all addresses as `./name`; minified scripts quote with
        // backticks.
        let shell = ["\"", "'", "`"].iter().fold(self.0.clone(), |html, quote| {
            html.replace(&format!("{quote}./"), &format!("{quote}{root}"))
        });
        // Before any content of a writer is inserted, so that its scripts never
        // get a hash.
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

/// Checks that each slot occurs exactly once.
///
/// # Errors
/// A slot is missing: the page may have been filled already.
pub fn check_slots(html: &str) -> Result<(), Failure> {
    let slots = [LANGUAGE, HUE, POLICY, HEAD, BODY, WASM_BYTES];
    match slots.iter().find(|slot| html.matches(*slot).count() != 1) {
        Some(slot) => Err(Failure::Other(format!(
            "`index.html` must hold the slot `{slot}` exactly once: run `trunk build` again"
        ))),
        None => Ok(()),
    }
}

/// Removes `integrity` from the preload of the wasm: browsers do not check it
/// for `fetch`, and Chromium logs a warning about it.
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

/// Lowers the priority of wasm and glue, since nothing is painted before the
/// style sheet arrives.
fn after_the_style(html: String) -> String {
    ["modulepreload", "preload"]
        .iter()
        .fold(html, |html, kind| {
            let link = format!("<link rel=\"{kind}\"");
            html.replace(&link, &format!("{link} fetchpriority=\"low\""))
        })
}

/// Leptos writes empty comments as `<!>`, which browsers accept but is not
/// valid HTML. Texts do not contain it, because `<` is escaped in them.
fn as_the_standard_has_it(html: &str) -> String {
    html.replace("<!>", "<!---->")
}
