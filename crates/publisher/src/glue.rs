//! The wasm and its glue as readers get them: with short names between the two,
//! the glue minified, both called anew in the page.
//!
//! wasm-bindgen names what the wasm imports by hashes of sixteen digits, which
//! no compression shortens and no switch of it leaves out. `wasm.rs` numbers the
//! imports and names the exports by letters, `names.rs` does the same in the
//! glue. Called by `src/bin/publish.rs` in release builds, before the page that
//! Trunk made is written into.

mod names;
mod wasm;

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha384};

use super::{
    Failure, PAGE,
    minify_js::{self, Kind},
    write,
};

/// What links the page that Trunk made to the two files.
const GLUE: &str = "link[rel=modulepreload]";
const WASM: &str = "link[rel=preload][as=fetch]";

/// Shortens the wasm and the glue, which Trunk has put into `out` and named in
/// the page there. They get other names: browsers keep a file of such a name for
/// good. Where they are short already, nothing changes.
///
/// # Errors
/// Where the two do not fit each other, or a file cannot be read or written.
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

/// A file that the page names.
struct Linked {
    /// `stem-0123456789abcdef.js`, or `_bg.wasm` at its end.
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
    /// Writes the shorter file, and gives the page that names it.
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
