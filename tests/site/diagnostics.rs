//! Diagnostics that prevent a whole project from being published.

use publisher::{Drafts, Failure};

use crate::project::Project;

/// The diagnostics of a project that cannot be published; checks that nothing
/// is.
fn diagnostics(project: &Project) -> String {
    let (result, files) = project.try_publish(Drafts::LeftOut);
    assert_eq!(
        files,
        ["app-0_bg.wasm", "index.html", "main-0.css"],
        "something was written"
    );
    match result {
        Err(Failure::Diagnostics(found)) => {
            let reports: Vec<String> = found.iter().map(ToString::to_string).collect();
            reports.join("\n\n")
        }
        other => panic!("expected diagnostics, found {other:?}"),
    }
}

#[test]
fn the_diagnostics_of_all_files_are_reported_at_once() {
    let project = Project::new("problems");
    project.write("reviews/one-long-night.md", "no front matter");
    project.write("reviews/harbour-lights.md", "none here either");
    project.write("site.toml", "name = 7");
    let report = diagnostics(&project);
    for file in [
        "site.toml",
        "reviews/harbour-lights.md",
        "reviews/one-long-night.md",
    ] {
        assert!(report.contains(file), "{report}");
    }
}

#[test]
fn a_draft_is_validated_too() {
    let project = Project::new("bad-draft");
    let draft = project.read("reviews/unfinished.md");
    project.write("reviews/unfinished.md", &draft.replace("0:30", "0:60"));
    assert!(diagnostics(&project).contains("`0:60` is not a length"));
}

#[test]
fn a_file_name_that_is_no_address_is_reported() {
    let project = Project::new("names");
    let review = project.read("reviews/one-long-night.md");
    for name in ["One Long Night.md", "one-long-night.md.md", "all.md"] {
        project.write(&format!("reviews/{name}"), &review);
    }
    let report = diagnostics(&project);
    assert!(report.contains("`One Long Night` cannot be a page's address"));
    assert!(report.contains("`one-long-night.md` cannot be a page's address"));
    assert!(report.contains("`all/` is an address that the site itself needs"));
}

#[test]
fn a_site_of_drafts_alone_is_reported() {
    let project = Project::new("drafts-only");
    for name in ["harbour-lights", "one-long-night", "ueber-den-wolken"] {
        project.remove(&format!("reviews/{name}.md"));
    }
    assert!(diagnostics(&project).contains("there is no review to publish"));
}
