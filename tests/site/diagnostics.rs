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

#[test]
fn a_site_without_its_file_is_reported_as_such() {
    let project = Project::new("no-site-toml");
    project.remove("site.toml");
    assert!(diagnostics(&project).contains("the site has no `site.toml`"));
}

#[test]
fn files_that_look_like_reviews_are_never_skipped_in_silence() {
    let project = Project::new("misplaced");
    project.write("reviews/older/night-trains.md", "");
    project.write("reviews/night-trains.mdx", "");
    project.write("reviews/folder.md/notes.txt", "");
    let report = diagnostics(&project);
    for (file, what) in [
        (
            "reviews/older/night-trains.md",
            "reviews in folders are not published",
        ),
        (
            "reviews/night-trains.mdx",
            "the name of a review ends in `.md`",
        ),
        ("reviews/folder.md", "this is a folder"),
    ] {
        assert!(report.contains(what), "{report}");
        assert!(report.contains(&format!("--> {file}\n")), "{report}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_is_reported_as_such() {
    let project = Project::new("dangling");
    let link = project.path("reviews/night-trains.md");
    std::os::unix::fs::symlink("nowhere.md", link).expect("the link can be made");
    assert!(diagnostics(&project).contains("this is a link to a file that is not there"));
}

#[test]
fn hidden_files_of_editors_are_no_reviews() {
    let project = Project::new("hidden");
    project.write("reviews/._one-long-night.md", "\0");
    project.write("reviews/.#one-long-night.md", "user@host");
    project.publish();
}

#[test]
fn the_address_of_a_site_is_one_of_a_folder() {
    let project = Project::new("site-address");
    let site = project.read("site.toml");
    for (address, what) in [
        ("https://exa mple.org/", "this is not a web address"),
        ("https:///", "this is not a web address"),
        ("https://example.org/?a#b", "contains no `?` and no `#`"),
        (
            "https://me:word@example.org",
            "contains a user name or a password",
        ),
        ("ftp://example.org", "`ftp:` is not a scheme of the web"),
    ] {
        project.write(
            "site.toml",
            &site.replace("https://example.org/reviews", address),
        );
        let report = diagnostics(&project);
        assert!(report.contains(what), "{report}");
        assert!(report.contains("site.toml:4:7"), "{report}");
    }
}

#[test]
fn a_link_to_a_page_that_is_not_there_is_reported_at_its_place() {
    let project = Project::new("links");
    let review = project.read("reviews/harbour-lights.md");
    for (address, what) in [
        (
            "../ueber-den-wolkn/",
            "there is no page `../ueber-den-wolkn/`",
        ),
        ("../unfinished/", "`../unfinished/` is the page of a draft"),
    ] {
        project.write(
            "reviews/harbour-lights.md",
            &review.replace("(../ueber-den-wolken/)", &format!("({address})")),
        );
        let report = diagnostics(&project);
        assert!(report.contains(what), "{report}");
        assert!(report.contains("reviews/harbour-lights.md:21:"), "{report}");
    }
}
