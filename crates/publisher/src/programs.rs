//! The app's two programs in Trunk's output, each a wasm with its JavaScript glue.
//!
//! The page links the first one, under names with a hash. `loader.js` loads the
//! second one where it is needed. Trunk takes it for a worker, and names it without
//! a hash; `glue.rs` adds one in release builds.

use std::{fs, path::Path};

use scraper::{Html, Selector};

use crate::failure::Failure;

/// How the names of the second program's files begin: the name of its binary.
pub const NAVIGATION: &str = "liner-notes-navigation";

/// The endings of the names of a program's files.
pub const GLUE: &str = ".js";
pub const WASM: &str = "_bg.wasm";

/// Both programs.
pub struct Programs {
    /// Hydrates the page and searches it.
    pub app: Program,
    /// Renders a review, and goes from one to another.
    pub navigation: Program,
}

/// The names of a program's files in the site's root.
pub struct Program {
    pub glue: String,
    pub wasm: String,
}

impl Programs {
    /// Finds the programs in `out`, to which the page `html` belongs.
    ///
    /// # Errors
    /// One is missing, or the folder cannot be read.
    pub fn of(out: &Path, html: &str) -> Result<Self, Failure> {
        let document = Html::parse_document(html);
        let entries = fs::read_dir(out).map_err(Failure::io("list", out))?;
        let names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        let named = |ending: &str| {
            let is_it = |name: &&String| name.starts_with(NAVIGATION) && name.ends_with(ending);
            let found = names.iter().find(is_it).cloned();
            found.ok_or_else(|| {
                let what = format!("there is no `{NAVIGATION}{ending}` in `{}`", out.display());
                Failure::Other(what)
            })
        };
        Ok(Self {
            app: Program {
                glue: linked(&document, "link[rel=modulepreload]")?,
                wasm: linked(&document, "link[rel=preload][as=fetch]")?,
            },
            navigation: Program {
                glue: named(GLUE)?,
                wasm: named(WASM)?,
            },
        })
    }
}

/// The name of the file in Trunk's link that matches a CSS selector.
fn linked(document: &Html, selector: &'static str) -> Result<String, Failure> {
    let link = Selector::parse(selector).expect("the selector is valid");
    let link = document.select(&link).next();
    let name = link.and_then(|link| link.attr("href")?.strip_prefix("./"));
    name.map(ToOwned::to_owned)
        .ok_or_else(|| Failure::Other(format!("`index.html` names no file by `{selector}`")))
}
