//! Shortens the interface between each wasm and its JavaScript glue, minifies the
//! glue, and renames both files, also in the page.
//!
//! wasm-bindgen names imports by 16-digit hashes, which do not compress and
//! which no option removes. `wasm.rs` numbers the imports and renames the
//! exports to letters; `names.rs` makes the same changes in the glue. `main.rs`
//! calls it in release builds, before reviews are written into Trunk's page.

mod names;
mod wasm;

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::{
    failure::Failure,
    files::{PAGE, write},
    minify_js::{self, Kind},
    programs::{GLUE, Program, Programs, WASM},
};

/// Shortens the app's programs in `out`, and updates the page there. The files get
/// new names, because browsers cache hashed names forever. Does nothing with a
/// program that is short already.
///
/// # Errors
/// Wasm and glue do not match, or a file cannot be read or written.
pub fn shorten(out: &Path) -> Result<(), Failure> {
    let page = out.join(PAGE);
    let mut html = fs::read_to_string(&page).map_err(Failure::io("read", &page))?;
    let Programs { app, navigation } = Programs::of(out, &html)?;
    let mut replaced = Vec::new();
    for program in [app, navigation] {
        if let Some(short) = Short::of(out, program)? {
            html = short.write(out, &html)?;
            replaced.push(short);
        }
    }
    if !replaced.is_empty() {
        write(&page, html)?;
    }
    replaced.iter().try_for_each(|short| short.remove_old(out))
}

/// A program that was shortened.
struct Short {
    /// The glue and the wasm.
    files: [File; 2],
}

struct File {
    /// A stem, perhaps `-0123456789abcdef`, and the ending.
    name: String,
    ending: &'static str,
    bytes: Vec<u8>,
    short: Vec<u8>,
}

impl Short {
    /// `None` if the program is short already.
    fn of(out: &Path, program: Program) -> Result<Option<Self>, Failure> {
        let read = |name: &str| {
            let path = out.join(name);
            fs::read(&path).map_err(Failure::io("read", &path))
        };
        let Program { glue, wasm } = program;
        let (script, code) = (read(&glue)?, read(&wasm)?);
        let wrong = |why: String| Failure::Other(format!("`{wasm}` cannot be shortened: {why}"));
        let interface = wasm::read(&code).map_err(wrong)?;
        if interface.is_short() {
            return Ok(None);
        }
        let text = str::from_utf8(&script).map_err(|error| wrong(error.to_string()))?;
        let shortened = names::shorten(text, &interface).map_err(wrong)?;
        let short_code = wasm::rename(&code, &shortened.exports).map_err(wrong)?;
        let short_script = minify_js::minify(&shortened.glue, Kind::Module).map_err(wrong)?;
        Ok(Some(Self {
            files: [
                File {
                    name: glue,
                    ending: GLUE,
                    bytes: script,
                    short: short_script.into_bytes(),
                },
                File {
                    name: wasm,
                    ending: WASM,
                    bytes: code,
                    short: short_code,
                },
            ],
        }))
    }

    /// Writes the shorter files, and returns the page with their names and hashes.
    fn write(&self, out: &Path, html: &str) -> Result<String, Failure> {
        let mut html = html.to_owned();
        for file in &self.files {
            let hash = Sha384::digest(&file.short);
            let digits: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
            let renamed = format!("{}-{digits}{}", file.stem(), file.ending);
            write(&out.join(&renamed), &file.short)?;
            let before = STANDARD.encode(Sha384::digest(&file.bytes));
            html = html.replace(&file.name, &renamed);
            html = html.replace(&before, &STANDARD.encode(hash));
        }
        Ok(html)
    }

    fn remove_old(&self, out: &Path) -> Result<(), Failure> {
        self.files.iter().try_for_each(|file| {
            let path = out.join(&file.name);
            fs::remove_file(&path).map_err(Failure::io("remove", &path))
        })
    }
}

impl File {
    /// The name without hash and ending.
    fn stem(&self) -> &str {
        let base = self.name.strip_suffix(self.ending).unwrap_or(&self.name);
        let is_hash = |end: &str| end.bytes().all(|byte| byte.is_ascii_hexdigit());
        match base.rsplit_once('-') {
            Some((stem, end)) if is_hash(end) => stem,
            _ => base,
        }
    }
}
