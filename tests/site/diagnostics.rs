//! Diagnostics that prevent a whole project from being published.

use publisher::{Drafts, Failure};

use crate::project::Project;

/// The diagnostics of a project that cannot be published; checks that nothing
/// is.
fn diagnostics(project: &Project) -> String {
    let (result, files) = project.try_publish(Drafts::LeftOut);
    assert_eq!(
        files,
        [
            "app-0_bg.wasm",
            "index.html",
            "liner-notes-navigation.js",
            "liner-notes-navigation_bg.wasm"
        ],
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
fn a_file_name_that_is_no_address_is_reported() {
    let project = Project::new("names");
    let review = project.read("reviews/one-long-night.md");
    for name in [
        "One Long Night.md",
        "one-long-night.md.md",
        "all.md",
        "aux.md",
    ] {
        project.write(&format!("reviews/{name}"), &review);
    }
    let report = diagnostics(&project);
    assert!(report.contains("`One Long Night` cannot be a page's address"));
    assert!(report.contains("`one-long-night.md` cannot be a page's address"));
    assert!(report.contains("`all` is an address that the site itself needs"));
    assert!(report.contains("expected another file name, such as `all-review.md`"));
    assert!(report.contains("`aux` is the name of a device on Windows"));
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

/// Reading from a pipe would never end.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_reported_and_not_read() {
    let project = Project::new("special");
    let pipe = project.path("reviews/pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("`mkfifo` is there").success());
    let report = diagnostics(&project);
    // Nothing else that reads this folder shall wait for it.
    project.remove("reviews/pipe.md");
    let what = "this is a pipe, a socket or a device, not a file";
    assert!(report.contains(what), "{report}");
    assert!(report.contains("--> reviews/pipe.md\n"), "{report}");
}

/// What it leads to may be secret, and is not quoted.
#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_project_is_not_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::new("links-out");
    let outside = project.path("../secret");
    std::fs::create_dir_all(outside.join("notes")).expect("a folder beside the project");
    for file in ["key.txt", "notes/key.md"] {
        std::fs::write(outside.join(file), "-----BEGIN KEY-----").expect("a file in it");
    }
    for (link, target) in [
        ("reviews/direct.md", "../../secret/key.txt"),
        ("reviews/device.md", "/dev/zero"),
        ("reviews/folder", "../../secret/notes"),
        ("site.toml", "../secret/key.txt"),
    ] {
        _ = std::fs::remove_file(project.path(link));
        symlink(target, project.path(link)).expect("the link can be made");
    }
    let report = diagnostics(&project);
    for shown in [
        "reviews/direct.md",
        "reviews/device.md",
        "reviews/folder",
        "site.toml",
    ] {
        assert!(report.contains(&format!("--> {shown}\n")), "{report}");
    }
    assert_eq!(report.matches("this is a link").count(), 4, "{report}");
    for secret in ["BEGIN", "secret", "key.md", "/dev/zero"] {
        assert!(!report.contains(secret), "{report}");
    }
    std::fs::remove_dir_all(project.path("reviews")).expect("the reviews can be removed");
    symlink("../secret/notes", project.path("reviews")).expect("the link can be made");
    let report = diagnostics(&project);
    assert!(
        report.contains("--> reviews/\n") && !report.contains("key.md"),
        "{report}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_within_the_project_is_followed() {
    let project = Project::new("links-in");
    std::fs::rename(
        project.path("reviews/one-long-night.md"),
        project.path("night.md"),
    )
    .expect("the file can be moved");
    std::os::unix::fs::symlink("../night.md", project.path("reviews/one-long-night.md"))
        .expect("the link can be made");
    assert!(
        project
            .publish()
            .files()
            .contains_key("one-long-night/index.html")
    );
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
