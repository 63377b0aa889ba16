//! Shortens the interface between wasm and its JavaScript glue, minifies the
//! glue, and renames both files in the page.
//!
//! wasm-bindgen names imports by 16-digit hashes, which do not compress and
//! which no option removes. `wasm.rs` numbers the imports and renames the
//! exports to letters; `names.rs` makes the same changes in the glue. `main.rs`
//! calls it in release builds, before reviews are written into Trunk's page.

mod names;
mod wasm;

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha384};

use crate::{
    failure::Failure,
    files::{PAGE, write},
    minify_js::{self, Kind},
};

/// The links in Trunk's page to the glue and to the wasm.
const GLUE: &str = "link[rel=modulepreload]";
const WASM: &str = "link[rel=preload][as=fetch]";

/// Shortens the wasm and the glue in `out`, and updates the page there. The
/// files get new names, because browsers cache hashed names forever. Does
/// nothing if they are short already.
///
/// # Errors
/// Wasm and glue do not match, or a file cannot be read or written.
pub fn shorten(out: &Path) -> Result<(), Failure> {
    let page = out.join(PAGE);
    let html = fs::read_to_string(&page).map_err(Failure::io("read", &page))?;
    let wasm = linked(out, &html, WASM)?;
    let glue = linked(out, &html, GLUE)?;
    let wrong = |why: String| Failure::Other(format!("wasm and glue cannot be shortened: {why}"));
    let interface = wasm::read(&wasm.bytes).map_err(wrong)?;
    if interface.is_short() {
        return Ok(());
    }
    let script = str::from_utf8(&glue.bytes).map_err(|error| wrong(error.to_string()))?;
    let shortened = names::shorten(script, &interface).map_err(wrong)?;
    let short_wasm = wasm::rename(&wasm.bytes, &shortened.exports).map_err(wrong)?;
    let short_glue = minify_js::minify(&shortened.glue, Kind::Module).map_err(wrong)?;
    let html = wasm.replace(out, &html, &short_wasm)?;
    let html = glue.replace(out, &html, short_glue.as_bytes())?;
    write(&page, html)?;
    wasm.remove(out)?;
    glue.remove(out)
}

/// A file that the page links.
struct Linked {
    /// `stem-0123456789abcdef.js`, or ending in `_bg.wasm`.
    name: String,
    bytes: Vec<u8>,
}

fn linked(out: &Path, html: &str, selector: &str) -> Result<Linked, Failure> {
    let link = Selector::parse(selector).expect("the selector is valid");
    let document = Html::parse_document(html);
    let link = document.select(&link).next();
    let name = link.and_then(|link| link.attr("href")?.strip_prefix("./"));
    let Some(name) = name.filter(|name| name.contains('-')) else {
        let what = format!("`{}` names no file by `{selector}`", out.display());
        return Err(Failure::Other(what));
    };
    let path = out.join(name);
    Ok(Linked {
        name: name.to_owned(),
        bytes: fs::read(&path).map_err(Failure::io("read", &path))?,
    })
}

impl Linked {
    /// Writes the shorter file, and returns the page with its new name.
    fn replace(&self, out: &Path, html: &str, short: &[u8]) -> Result<String, Failure> {
        let hash = Sha384::digest(short);
        let digits: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let (stem, rest) = self.name.rsplit_once('-').unwrap_or((&self.name, ""));
        let ending = rest.trim_start_matches(|digit: char| digit.is_ascii_hexdigit());
        let renamed = format!("{stem}-{digits}{ending}");
        write(&out.join(&renamed), short)?;
        let before = STANDARD.encode(Sha384::digest(&self.bytes));
        let html = html.replace(&self.name, &renamed);
        Ok(html.replace(&before, &STANDARD.encode(hash)))
    }

    fn remove(&self, out: &Path) -> Result<(), Failure> {
        let path = out.join(&self.name);
        fs::remove_file(&path).map_err(Failure::io("remove", &path))
    }
}
