//! The workflow that publishes on GitHub Pages, which only GitHub can run.

use e2e::settings;

const WORKFLOW: &str = include_str!("../../../../.github/workflows/pages.yml");

/// A pattern that no file matches fails the step, and with it each deploy.
#[test]
fn the_workflow_signs_files_that_are_there() {
    let (_, rest) = WORKFLOW
        .split_once("sha256sum -- ")
        .expect("the workflow signs files");
    let (patterns, _) = rest.split_once(')').expect("the list of files ends");
    let files = std::fs::read_dir(settings::dist()).expect("there is a site");
    let names: Vec<String> = files
        .map(|file| file.expect("it can be listed").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    for pattern in patterns.split(' ') {
        let ending = pattern.strip_prefix('*').expect("a pattern is an ending");
        assert!(names.iter().any(|name| name.ends_with(ending)), "{pattern}");
    }
}
