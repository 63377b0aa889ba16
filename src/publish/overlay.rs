//! What a writer sees in the browser while a file has a mistake: the last good
//! page with the report over it. Only pages that are made for the writer's own
//! eyes carry the script; a release never does.

use std::{fs, path::Path};

use super::{Failure, Problem};

/// The report, at the site's root; empty where all is well.
pub const FILE: &str = "problems.txt";

/// The script, for a page that reaches the site's root by `root`.
pub fn script(root: &str) -> String {
    let script = include_str!("desk.js").replace("PROBLEMS", &format!("{root}{FILE}"));
    format!("<script>{script}</script>")
}

/// Puts the report into the last good site, from where its pages fetch it.
/// Where there is no site yet, only the terminal tells.
pub fn tell(site: &Path, problems: &[Problem]) -> Result<(), Failure> {
    if !site.join(super::PAGE).exists() {
        return Ok(());
    }
    let reports: Vec<String> = problems.iter().map(Problem::to_string).collect();
    let path = site.join(FILE);
    fs::write(&path, reports.join("\n\n") + "\n").map_err(Failure::io("write", &path))
}
