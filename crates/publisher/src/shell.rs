//! The page template: Trunk's `index.html`, which contains the style sheet and links
//! wasm and glue, with slots (`slots.rs`) for scripts and for each page's content.

use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use liner_notes::components;

use crate::{csp, failure::Failure, programs::Programs, scripts, slots, speculation};

/// The slots in `index.html`, besides those of scripts.
const LANGUAGE: &str = "language";
const HUE: &str = "hue";
const WASM: &str = "wasm";
const WASM_BYTES: &str = "wasm-bytes";
const POLICY: &str = "policy";
const HEAD: &str = "head";
const BODY: &str = "body";

/// The slots in `loader.js`: the addresses of both programs, and selectors of the
/// parts that each page has.
const GLUE: &str = "glue";
const NAVIGATION_GLUE: &str = "navigation-glue";
const NAVIGATION_WASM: &str = "navigation-wasm";
const PARTS: &str = "parts";

/// The elements that pages without the app omit. Other scripts stay, such as
/// the one that applies the reader's theme.
pub const APP: &str = ".app, script[type=module], link[rel=modulepreload]";

/// The script that corrects the address of a folder's page (missing `/`,
/// `index.html`), on which relative addresses depend. `404.html` omits it,
/// because it is served for other addresses.
pub const FOLDER: &str = "script.folder";

/// Trunk's page with its slots checked.
pub struct Shell(String);

/// The shell with relative addresses and policy filled in, for all pages at the
/// same depth.
pub struct Template {
    html: String,
    build: String,
}

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
    /// `wasm_bytes` is the uncompressed size of the app's wasm, the total of the
    /// download's progress.
    ///
    /// # Errors
    /// A missing slot, or a fault in a script.
    pub fn new(html: &str, programs: &Programs, wasm_bytes: u64) -> Result<Self, Failure> {
        check_slots(html)?;
        let Programs { app, navigation } = programs;
        let address = |name: &str| Some(format!("./{name}"));
        let mut filled = html.to_owned();
        for script in &scripts::INLINE {
            let text = script.minified()?;
            filled = slots::fill(&filled, |name| (name == script.name).then_some(&text));
        }
        let html = slots::fill(&filled, |name| match name {
            GLUE => address(&app.glue),
            WASM => address(&app.wasm),
            NAVIGATION_GLUE => address(&navigation.glue),
            NAVIGATION_WASM => address(&navigation.wasm),
            PARTS => Some(components::PARTS.join("|")),
            WASM_BYTES => Some(wasm_bytes.to_string()),
            _ => None,
        });
        let html = with_known_server(&html);
        Ok(Self(with_glue_first(html)))
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

    /// Adds the rules for fetching pages ahead.
    pub fn with_speculation_rules(&self) -> Self {
        let rules = speculation::RULES;
        self.with_behind(
            HEAD,
            &format!("<script type=\"speculationrules\">{rules}</script>"),
        )
    }

    /// Adds a script at the end of the body.
    pub fn with_script(&self, script: &str) -> Self {
        self.with_behind(BODY, &format!("<script>{script}</script>"))
    }

    /// Adds an element behind a slot.
    fn with_behind(&self, slot: &str, element: &str) -> Self {
        let both = format!("<!--{{{{{slot}}}}}-->{element}");
        Self(slots::fill(&self.0, |name| (name == slot).then_some(&both)))
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
        let html = slots::fill(&shell, |name| (name == POLICY).then_some(&policy));
        Template {
            html,
            build: self.build(),
        }
    }

    /// Names this version of the app: differs if the wasm, a script or the style
    /// sheet does.
    fn build(&self) -> String {
        let hash = Sha256::digest(&self.0);
        hash[..4].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Template {
    /// The version of the app that its pages start: see [`payload::PageData`].
    ///
    /// [`payload::PageData`]: model::payload::PageData
    pub fn build(&self) -> &str {
        &self.build
    }

    pub fn fill(&self, slots: &Slots<'_>) -> String {
        let content = |name: &str| match name {
            LANGUAGE => Some(slots.language.to_owned()),
            HUE => Some(slots.hue.to_string()),
            HEAD => Some(with_valid_comments(slots.head)),
            BODY => Some(with_valid_comments(slots.body)),
            _ => None,
        };
        slots::fill(&self.html, content)
    }
}

/// Checks that each slot occurs exactly once.
///
/// # Errors
/// A slot is missing: the page may have been filled already.
pub fn check_slots(html: &str) -> Result<(), Failure> {
    let own = [LANGUAGE, HUE, POLICY, HEAD, BODY, WASM, WASM_BYTES];
    let scripts = scripts::INLINE.iter().map(|script| script.name);
    let mut slots = own.into_iter().chain(scripts);
    match slots.find(|slot| slots::count(html, slot) != 1) {
        Some(slot) => Err(Failure::Other(format!(
            "`index.html` must hold the slot `{{{{{slot}}}}}` exactly once: run `trunk build` again"
        ))),
        None => Ok(()),
    }
}

/// Moves the link by which browsers fetch the glue ahead to the start of the head:
/// there it is found before the style is parsed. The first script precedes it,
/// because it corrects the address on which the link's depends. The wasm's link is
/// dropped: `fetch_wasm.js` fetches it.
fn with_glue_first(mut html: String) -> String {
    let glue = take_link(&mut html, "modulepreload");
    take_link(&mut html, "preload");
    const SCRIPT: &str = "</script>";
    html.replacen(SCRIPT, &format!("{SCRIPT}\n    {glue}"), 1)
}

/// Removes Trunk's link of this kind; empty if there is none.
fn take_link(html: &mut String, rel: &str) -> String {
    let start = html.find(&format!("<link rel=\"{rel}\""));
    let link = start.and_then(|start| Some(start..=start + html[start..].find('>')?));
    link.map(|link| html.drain(link).collect())
        .unwrap_or_default()
}

/// Fills in the placeholders of the script by which `trunk serve` reloads pages.
/// Trunk would do so with each response, which changes the script, and the
/// policy has its hash. These are the values that Trunk itself uses: the first
/// one where a request names no host.
fn with_known_server(html: &str) -> String {
    html.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("{{__TRUNK_WS_BASE__}}", "/")
}

/// Leptos writes empty comments as `<!>`, which browsers accept but is not
/// valid HTML. Texts do not contain it, because `<` is escaped in them.
fn with_valid_comments(html: &str) -> String {
    html.replace("<!>", "<!---->")
}
