//! Drafts and reviews of a later day: the published site goes on without them,
//! and their writer sees them under `serve`.

use publisher::Drafts;

use crate::project::{Project, TODAY};

const PAGE: &str = "unfinished/index.html";

/// A project whose draft has blanks, a fault and a dead link.
fn with_blanks(name: &str) -> Project {
    let project = Project::new(name);
    let draft = project.read("reviews/unfinished.md");
    let draft = draft
        .replace("\"Eve Example\"", "\"???\"")
        .replace("(0:30)", "(0:60)")
        .replace(
            "More is to come.",
            "More [is](../nowhere/) to come.\n\n??? And more.",
        );
    project.write("reviews/unfinished.md", &draft);
    project
}

#[test]
fn a_draft_with_blanks_is_left_out_and_the_others_are_published() {
    let project = with_blanks("draft-blanks");
    let (loaded, site) = project.publish_on("release", Drafts::LeftOut, TODAY);
    let warnings: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    let warnings = warnings.join("\n");
    for part in [
        "warning: `composer` is still blank\n --> reviews/unfinished.md:9:12",
        "warning: this is still blank\n  --> reviews/unfinished.md:15:1",
        "warning: `0:60` is not a length\n  --> reviews/unfinished.md:19:15",
    ] {
        assert!(warnings.contains(part), "{part}\n{warnings}");
    }
    assert_eq!(loaded.warnings.len(), 3, "{warnings}");
    assert_eq!(
        site.texts("one-long-night/index.html", "h1"),
        ["One Long Night"]
    );
    for (path, bytes) in site.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !path.contains("unfinished") && !text.contains("nfinished"),
            "{path}"
        );
    }
}

#[test]
fn a_draft_with_blanks_is_shown_with_them_at_its_top() {
    let project = with_blanks("draft-shown");
    let (loaded, site) = project.publish_on("served", Drafts::Shown, TODAY);
    assert_eq!(
        site.texts(PAGE, "p.draft"),
        ["This is a draft: it is not in the published site."]
    );
    let open = site.texts(PAGE, "section.draft li");
    assert_eq!(open.len(), loaded.warnings.len());
    for (open, part) in open.iter().zip([
        "line 9: `composer` is still blank – expected `composer = \"",
        "line 15: this is still blank – expected your own words",
        "line 19: `0:60` is not a length – expected minutes and seconds",
        "line 13: there is no page `../nowhere/` on this site – expected",
    ]) {
        assert!(open.starts_with(part), "{open}");
    }
    let html = site.text(PAGE);
    let place = |text: &str| html.find(text).expect(text);
    assert!(place("class=\"draft\"") < place("id=\"app\""));
    // What can be read is there.
    assert_eq!(site.texts(PAGE, "h1"), ["Unfinished"]);
    assert!(site.texts(PAGE, ".text p")[0].starts_with("More is to come."));
}

#[test]
fn a_draft_that_cannot_be_read_is_a_warning() {
    let project = Project::new("draft-broken");
    for (name, text) in [
        (
            "no-album",
            "+++\ntitle = \"No Album\"\ndraft = true\n+++\n\nProse.\n",
        ),
        ("open-quote", "+++\ntitle = \"Open\ndraft = true\n+++\n"),
        (
            "conflict",
            "+++\ndraft = true\n+++\n\n<<<<<<< ours\n=======\n>>>>>>> theirs\n",
        ),
        ("Not An Address", "+++\ndraft = true\n+++\n"),
    ] {
        project.write(&format!("reviews/{name}.md"), text);
    }
    for drafts in [Drafts::LeftOut, Drafts::Shown] {
        let name = format!("{drafts:?}");
        let (loaded, site) = project.publish_on(&name, drafts, TODAY);
        let warnings: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
        let warnings = warnings.join("\n");
        for part in [
            "the table `[album]` is missing",
            "reviews/open-quote.md:2:",
            "a merge conflict is not resolved",
            "`Not An Address` cannot be a page's address",
        ] {
            assert!(warnings.contains(part), "{part}\n{warnings}");
        }
        let shown = drafts == Drafts::Shown;
        for slug in ["no-album", "open-quote", "conflict"] {
            let page = format!("{slug}/index.html");
            assert_eq!(site.files().contains_key(&page), shown, "{page}");
            if shown {
                assert!(!site.texts(&page, "section.draft li").is_empty(), "{page}");
            }
        }
    }
}

#[test]
fn the_same_faults_without_draft_prevent_publishing() {
    let project = with_blanks("draft-no-more");
    let draft = project.read("reviews/unfinished.md");
    project.write(
        "reviews/unfinished.md",
        &draft.replace("draft = true", "draft = false"),
    );
    let (done, said) = project.run_as(&["site"], "release");
    assert!(!done, "{said}");
    assert!(said.contains("error: `composer` is still blank"), "{said}");
    assert!(
        said.contains("\n3 problems; nothing was published\n"),
        "{said}"
    );
}

#[test]
fn a_review_of_a_later_day_is_held_back_until_it_comes() {
    let project = Project::new("held-back");
    let (loaded, site) = project.publish_on("before", Drafts::LeftOut, "2026-05-09");
    let held: Vec<_> = loaded
        .held_back
        .iter()
        .map(|(slug, day)| (&**slug, &*day.iso))
        .collect();
    assert_eq!(held, [("one-long-night", "2026-05-10")]);
    for (path, bytes) in site.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !path.contains("one-long") && !text.contains("one-long-night"),
            "{path}"
        );
    }
    let (loaded, site) = project.publish_on("on-the-day", Drafts::LeftOut, "2026-05-10");
    assert_eq!(loaded.held_back.len(), 0);
    assert!(site.files().contains_key("one-long-night/index.html"));
    let (_, site) = project.publish_on("served", Drafts::Shown, "2026-05-09");
    assert_eq!(
        site.texts("one-long-night/index.html", ".draft"),
        ["This review is held back until 10 May 2026."]
    );
    assert!(!site.text("feed.xml").contains("one-long-night"));
}

#[test]
fn a_link_to_a_review_that_is_held_back_is_an_error() {
    let project = Project::new("held-back-link");
    let review = project.read("reviews/harbour-lights.md");
    project.write(
        "reviews/harbour-lights.md",
        &review.replace("../ueber-den-wolken/)", "../one-long-night/)"),
    );
    let (done, said) = project.run_as(&["site", "--today", "2026-05-09"], "release");
    assert!(!done, "{said}");
    let what = "`../one-long-night/` is the page of a review that is held back until 2026-05-10";
    assert!(said.contains(what), "{said}");
}

#[test]
fn a_site_without_a_review_before_the_day_says_so() {
    let project = Project::new("held-back-all");
    for (name, value) in [("--today", "1999-12-31"), ("--today=1999-12-31", "")] {
        let words = ["site", name, value];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let (done, said) = project.run_as(&words, "release");
        assert!(!done, "{said}");
        assert!(
            said.contains("there is no review to publish before 2025-11-30"),
            "{said}"
        );
    }
}

#[test]
fn the_program_says_what_is_not_published() {
    let project = with_blanks("draft-said");
    let (done, said) = project.run(&["site", "--today=2026-05-09"]);
    assert!(done, "{said}");
    assert!(
        said.starts_with("warning: `composer` is still blank\n"),
        "{said}"
    );
    let end = "\n4 warnings; a draft is not published\n\
               held back until 2026-05-10: reviews/one-long-night.md\n\
               published 4 reviews\n";
    assert!(said.ends_with(end), "{said}");
}
