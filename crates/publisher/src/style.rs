//! The style sheets of `style/`, joined by their imports into the one file that
//! a page loads.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{ParserOptions, PrinterOptions},
};

/// The sheet at `entry` with everything that it imports, made small.
///
/// # Errors
/// What is wrong, with its file and line.
pub fn bundle(entry: &Path) -> Result<String, String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let sheet = bundler.bundle(entry).map_err(|error| error.to_string())?;
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    let css = sheet.to_css(options).map_err(|error| error.to_string())?;
    Ok(css.code)
}
