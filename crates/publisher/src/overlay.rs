//! Shows a writer's errors in the browser, over the last good page. Only pages
//! made by `trunk serve` contain the script.

use std::{fs, path::Path};

use leptos::prelude::*;

use crate::{failure::Failure, files::PAGE, scripts};
use source::Diagnostic;

/// The diagnostics, in the site's root; empty without errors.
const REPORT: &str = "diagnostics.txt";
const SCRIPT: &str = "diagnostics.js";

/// The additional files of a site with the overlay: an empty report, and the
/// script that polls it.
///
/// # Errors
/// The script has a fault.
pub fn files() -> Result<[(&'static str, String); 2], Failure> {
    Ok([
        (REPORT, String::new()),
        (SCRIPT, scripts::OVERLAY.minified()?),
    ])
}

/// The `script` element, for a page whose relative path to the site's root is
/// `root`.
pub fn script(root: &str) -> String {
    let src = format!("{root}{SCRIPT}");
    view! { <script src=src defer></script> }.to_html()
}

/// Writes the diagnostics into the last good site, where its pages fetch them.
/// Does nothing if there is no site yet; the terminal shows them anyway.
pub fn write_report(site: &Path, diagnostics: &[Diagnostic]) -> Result<(), Failure> {
    if !site.join(PAGE).exists() {
        return Ok(());
    }
    let reports: Vec<String> = diagnostics.iter().map(Diagnostic::to_string).collect();
    let path = site.join(REPORT);
    fs::write(&path, reports.join("\n\n") + "\n").map_err(Failure::io("write", &path))
}
