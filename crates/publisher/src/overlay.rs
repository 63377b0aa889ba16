//! What a writer sees in the browser while a file has a mistake: the last good
//! page with the report over it. Only pages that are made for the writer's own
//! eyes carry the script; a release never does.

use std::{fs, path::Path};

use leptos::prelude::*;

use crate::Failure;
use source::Diagnostic;

/// The report, at the site's root; empty where all is well.
const REPORT: &str = "problems.txt";
const SCRIPT: &str = "problems.js";

/// What a site for its writer's eyes holds besides: nothing to tell yet, and
/// the script that looks for it.
pub fn files() -> [(&'static str, &'static str); 2] {
    [(REPORT, ""), (SCRIPT, include_str!("overlay.js"))]
}

/// The element that starts the script, for a page that reaches the site's root
/// by `root`.
pub fn script(root: &str) -> String {
    let src = format!("{root}{SCRIPT}");
    view! { <script src=src defer></script> }.to_html()
}

/// Puts the report into the last good site, from where its pages fetch it.
/// Where there is no site yet, only the terminal tells.
pub fn tell(site: &Path, problems: &[Diagnostic]) -> Result<(), Failure> {
    if !site.join(super::PAGE).exists() {
        return Ok(());
    }
    let reports: Vec<String> = problems.iter().map(Diagnostic::to_string).collect();
    let path = site.join(REPORT);
    fs::write(&path, reports.join("\n\n") + "\n").map_err(Failure::io("write", &path))
}
