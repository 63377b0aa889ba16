//! Bundles the style sheets of `style/` by their `@import` rules into one file.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{ParserOptions, PrinterOptions},
};

/// Bundles and minifies the sheet at `entry` with its imports.
///
/// # Errors
/// The first error, with its file and line.
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
