//! The publisher's output in the terminal.

use crate::{
    project::{Project, TODAY},
    shell::stage,
};

#[test]
fn a_site_is_published_and_its_reviews_are_counted() {
    let (done, said) = Project::new("program").run(&["site"]);
    assert!(done, "{said}");
    assert_eq!(said, "published 4 reviews\n");
}

#[test]
fn each_diagnostic_is_drawn_and_nothing_is_published() {
    let project = Project::new("program-problems");
    let review = project.read("reviews/one-long-night.md");
    project.write("reviews/one-long-night.md", &review.replace("+++", "---"));
    project.write("reviews/harbour-lights.md", "no front matter");
    let (done, said) = project.run(&["site"]);
    assert!(!done, "{said}");
    for part in [
        "--> reviews/harbour-lights.md:1:1\n",
        "--> reviews/one-long-night.md:1:1\n",
        "\n2 problems; nothing was published\n",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(
        !said.contains('\u{1b}'),
        "colours, and no terminal:\n{said}"
    );
}

/// Neither a page, nor the shortened wasm, nor the copy of the shell.
#[test]
fn nothing_is_written_before_every_file_was_read() {
    let project = Project::new("program-writes");
    project.write("site.toml", "name = 7");
    for profile in ["release", "debug"] {
        stage(&project.staged());
        let before = project.files();
        let (done, said) = project.run_as(&["site"], profile);
        assert!(!done && said.contains("nothing was published"), "{said}");
        assert!(project.files() == before, "{profile}");
    }
}

#[test]
fn new_writes_a_starter_file_and_replaces_one_only_by_force() {
    let project = Project::new("program-new");
    let begun = "wrote reviews/night-trains.md, a draft; the build names";
    for (words, done, part) in [
        (&["new", "night-trains"][..], true, begun),
        (
            &["new", "night-trains"],
            false,
            "error: `reviews/night-trains.md` exists already",
        ),
        (&["new", "night-trains", "--force"], true, begun),
    ] {
        let (succeeds, said) = project.run(words);
        assert_eq!(succeeds, done, "{words:?}: {said}");
        assert!(said.contains(part), "{words:?}: {said}");
    }
    let text = project.read("reviews/night-trains.md");
    assert!(
        text.starts_with("+++\n") && text.contains("\ndraft = true\n"),
        "{text}"
    );
    assert!(text.contains(&format!("\npublished = {TODAY}\n")), "{text}");
    let (done, said) = project.run(&["site"]);
    assert!(done, "a new draft beside good reviews:\n{said}");
    assert!(
        said.ends_with("a draft is not published\npublished 5 reviews\n"),
        "{said}"
    );
}

#[test]
fn import_writes_a_review_and_reports_its_notes() {
    let project = Project::new("program-import");
    project.write("notes.txt", "Night Trains\n\n1. Departure 1:12\n\nProse.\n");
    for (words, name) in [
        (&["import", "notes.txt"][..], "night-trains"),
        (&["import", "notes.txt", "--slug", "trains"], "trains"),
        (&["import", "--slug=rails", "notes.txt"], "rails"),
    ] {
        let (done, said) = project.run(words);
        assert!(done, "{words:?}: {said}");
        assert!(
            said.contains(&format!("wrote reviews/{name}.md, a draft; ")),
            "{said}"
        );
        assert!(
            said.contains("note: line 5: what came after the tracks"),
            "{said}"
        );
        assert!(
            project
                .read(&format!("reviews/{name}.md"))
                .contains("\nProse.\n")
        );
    }
}

#[test]
fn unknown_arguments_are_reported() {
    let project = Project::new("program-words");
    for (words, part) in [
        (&[][..], "error: usage: "),
        (&["publish"], "error: usage: "),
        (&["new"], "error: expected the name of one review"),
        (&["new", "a", "b"], "error: expected the name of one review"),
        (
            &["new", "a", "--slug=b"],
            "error: expected the name of one review",
        ),
        (&["import"], "error: expected one file"),
        (&["import", "a.txt"], "--> a.txt\n"),
        (
            &["import", "a.txt", "--slug"],
            "error: `--slug` needs a name behind it",
        ),
        (
            &["new", "a", "--what"],
            "error: there is no option `--what`",
        ),
        (
            &["new", "a", "--today"],
            "error: `--today` needs a date behind it",
        ),
        (
            &["site", "--today=tomorrow"],
            "error: `tomorrow` is not a date: expected year, month and day",
        ),
        (&["site", "now"], "error: usage: "),
    ] {
        let (done, said) = project.run(words);
        assert!(!done, "{words:?}: {said}");
        assert!(said.contains(part), "{words:?}: {said}");
    }
}
