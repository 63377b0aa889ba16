//! Bundles the style sheets of `style/` by their `@import` rules into one file.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{ParserOptions, PrinterOptions},
};

use crate::{failure::Failure, files::write};

/// Bundles the style sheets of `project` into `target/style/main.css`, which
/// Trunk writes into each page: a page is painted without another request.
///
/// # Errors
/// An error in a sheet, with its file and line.
pub fn style(project: &Path) -> Result<(), Failure> {
    let css = bundle(&project.join("style/main.css")).map_err(Failure::Other)?;
    write(&project.join("target/style/main.css"), css)
}

/// Bundles and minifies the sheet at `entry` with its imports.
fn bundle(entry: &Path) -> Result<String, String> {
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
