//! The pages and the navigation between them.

use publisher::Drafts;

use crate::project::{Project, Site};

const FRONT: &str = "index.html";
const NEWEST: &str = "one-long-night/index.html";
const MIDDLE: &str = "harbour-lights/index.html";
const OLDEST: &str = "ueber-den-wolken/index.html";

fn published(name: &str) -> Site {
    Project::new(name).publish()
}

/// A project with `count` more reviews.
fn with_more(name: &str, count: usize) -> Project {
    let project = Project::new(name);
    let review = project.read("reviews/one-long-night.md");
    for number in 0..count {
        let path = format!("reviews/copy-{number:04}.md");
        project.write(&path, &review.replace("2026-05-10", "2024-01-01"));
    }
    project
}

#[test]
fn every_review_has_its_page_and_the_newest_is_the_front_page() {
    let site = published("pages");
    assert_eq!(site.texts(NEWEST, "h1"), ["One Long Night"]);
    assert_eq!(site.texts(MIDDLE, "h1"), ["Harbour Lights"]);
    assert_eq!(site.texts(OLDEST, "h1"), ["Über den Wolken\u{a0}– 夜の雲"]);
    assert_eq!(site.texts(FRONT, "h1"), ["One Long Night"]);
}

#[test]
fn the_front_page_has_the_newest_reviews_own_page_as_canonical() {
    let site = published("canonical");
    for page in [FRONT, NEWEST] {
        assert_eq!(
            site.attributes(page, "link[rel=canonical]", "href"),
            ["https://example.org/reviews/one-long-night/"]
        );
    }
}

#[test]
fn a_page_lists_the_others_newest_first() {
    let site = published("others");
    assert_eq!(
        site.texts(MIDDLE, ".reviews li a"),
        ["One Long Night", "Über den Wolken – 夜の雲"]
    );
    assert_eq!(
        site.texts(MIDDLE, ".reviews li span"),
        [
            "Dan Example · 2025 · 1 track · 1:01:01",
            "Örjan Exempel · 1999 · 2 tracks · 6:15"
        ]
    );
}

#[test]
fn a_page_links_the_previous_and_the_next_review() {
    let site = published("neighbours");
    let led = |page: &str, rel: &str| {
        let selector = format!(".neighbours a[rel={rel}]");
        let links = site.attributes(page, &selector, "href");
        let files: Vec<String> = links.iter().map(|link| site.led_to(page, link)).collect();
        files.join(" ")
    };
    let ways = [FRONT, NEWEST, MIDDLE, OLDEST].map(|page| (led(page, "prev"), led(page, "next")));
    let ways = ways.each_ref().map(|(prev, next)| (&**prev, &**next));
    assert_eq!(
        ways,
        [(MIDDLE, ""), (MIDDLE, ""), (OLDEST, NEWEST), ("", MIDDLE)]
    );
}

/// The newest three and the link to all reviews; none is repeated below.
#[test]
fn the_front_page_links_other_reviews_before_its_text() {
    let site = with_more("latest", 20).publish();
    let latest = [
        "Harbour Lights",
        "Über den Wolken – 夜の雲",
        "One Long Night",
        "All reviews",
    ];
    assert_eq!(site.texts(FRONT, ".latest a"), latest);
    let links = site.attributes(FRONT, ".latest a", "href");
    let files: Vec<_> = links.iter().map(|link| site.led_to(FRONT, link)).collect();
    assert_eq!(files[0], MIDDLE);
    assert_eq!(files[3], "all/index.html");
    let below = site.attributes(FRONT, ".reviews a", "href");
    assert_eq!(below.len(), 12 - 3);
    assert!(links.iter().all(|link| !below.contains(link)), "{below:?}");
    let html = site.text(FRONT);
    let at = |part: &str| html.find(part).expect(part);
    assert!(at("class=\"standfirst\"") < at("class=\"latest\""));
    assert!(at("class=\"latest\"") < at("class=\"prose\""));
    assert_eq!(site.texts(NEWEST, ".latest"), [""; 0]);
}

#[test]
fn a_front_page_that_linked_all_others_above_links_only_the_previous_below() {
    let site = published("latest-all");
    assert_eq!(site.texts(FRONT, ".latest li").len(), 3);
    assert_eq!(site.texts(FRONT, ".others .reviews"), [""; 0]);
    assert_eq!(
        site.attributes(FRONT, ".others [rel=prev]", "href").len(),
        1
    );
}

#[test]
fn every_link_leads_to_a_file_from_the_root_and_from_a_folder() {
    let site = with_more("links", 20).publish();
    let files = site.files();
    let pages = files.keys().filter(|path| path.ends_with("index.html"));
    let mut checked = 0;
    for page in pages {
        for link in site.attributes(page, "body a[href]", "href") {
            if link.starts_with("https://") || link.starts_with('#') {
                continue;
            }
            let file = site.led_to(page, &link);
            assert!(files.contains_key(&file), "{page}: {link} leads to {file}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} links");
}

/// Apart from the links of the reviews themselves.
#[test]
fn no_address_is_absolute_without_url() {
    let project = Project::new("relative");
    project.write("site.toml", "name = \"Made-up Music\"\nlanguage = \"en\"");
    let site = project.publish();
    let mut checked = 0;
    for page in site.files().keys().filter(|path| path.ends_with(".html")) {
        for name in ["href", "src", "action"] {
            for address in site.attributes(page, &format!("[{name}]"), name) {
                let absolute = address.starts_with('/') || address.contains("://");
                let written = address.starts_with("https://example.com/");
                assert!(!absolute || written, "{page}: {address}");
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "only {checked} addresses");
}

#[test]
fn assets_are_reached_from_the_root_and_from_a_folder() {
    let site = with_more("assets", 20).publish();
    for (page, address) in [
        (FRONT, "./icon-0.svg"),
        (NEWEST, "../icon-0.svg"),
        ("all/index.html", "../icon-0.svg"),
    ] {
        let found = site.attributes(page, "link[rel=icon][type='image/svg+xml']", "href");
        assert_eq!(found, [address], "{page}");
    }
}

#[test]
fn a_page_lists_at_most_twelve_others_and_links_the_list_of_all() {
    let site = with_more("many", 20).publish();
    for page in [FRONT, NEWEST, MIDDLE, "copy-0007/index.html"] {
        let listed = site.texts(page, ".reviews a, .latest a:not([href='all/'])");
        assert_eq!(listed.len(), 12, "{page}");
        let all = site.attributes(page, ".others > p > a:not([rel])", "href");
        assert_eq!(site.led_to(page, &all[0]), "all/index.html");
    }
    let titles = site.texts("all/index.html", ".reviews li a");
    assert_eq!(titles.len(), 23);
    assert_eq!(titles[..2], ["One Long Night", "Harbour Lights"]);
    assert_eq!(
        site.attributes("all/index.html", "script[src], [type=module]", "type"),
        Vec::<String>::new()
    );
}

#[test]
fn the_list_of_all_reviews_is_grouped_by_year_with_dates() {
    let site = with_more("years", 2).publish();
    let all = "all/index.html";
    assert_eq!(site.texts(all, ".year h2"), ["2026", "2025", "2024"]);
    assert_eq!(
        site.attributes(all, ".year time", "datetime"),
        [
            "2026-05-10",
            "2026-03-01",
            "2025-11-30",
            "2024-01-01",
            "2024-01-01"
        ]
    );
    assert_eq!(
        site.texts(all, ".year:first-child time"),
        ["10 May 2026", "1 March 2026"]
    );
}

/// By its own title, the album, the composer, the film and both years.
#[test]
fn a_review_is_found_by_title_album_composer_film_and_years() {
    let project = Project::new("words");
    let review = project.read("reviews/harbour-lights.md");
    let film = "[film]\ntitle = \"Harbour Lights\"";
    let review = review.replace(film, "[film]\ntitle = \"Ships\"");
    project.write("reviews/harbour-lights.md", &review);
    let site = project.publish();
    assert_eq!(
        site.attributes("all/index.html", "li", "data-words"),
        [
            "One Long Night\nOne Long Night (Invented Score)\nDan Example\n2025\n2026",
            "Harbour Lights\nHarbour Lights (Invented Score)\nAda Example\nShips\n2026",
            "Über den Wolken – 夜の雲\nÜber den Wolken\nÖrjan Exempel\n1999\n2025"
        ]
    );
}

#[test]
fn every_page_of_two_reviews_links_the_list_of_all() {
    let project = Project::new("two");
    project.remove_linked("ueber-den-wolken");
    let site = project.publish();
    assert_eq!(site.texts("all/index.html", ".reviews li").len(), 2);
    for page in [FRONT, NEWEST, MIDDLE, "all/index.html"] {
        assert_eq!(
            site.texts(page, ".site nav a"),
            ["Made-up Music", "All reviews", "Feed"],
            "{page}"
        );
        let links = site.attributes(page, ".site nav a", "href");
        let files: Vec<_> = links.iter().map(|link| site.led_to(page, link)).collect();
        assert_eq!(files, [FRONT, "all/index.html", "feed.xml"], "{page}");
    }
    let current = |page| site.texts(page, ".site [aria-current=page]");
    assert_eq!(current(FRONT), ["Made-up Music"]);
    assert_eq!(current("all/index.html"), ["All reviews"]);
    assert_eq!(current(NEWEST), [""; 0]);
}

#[test]
fn a_site_of_one_review_has_no_links_to_others() {
    let project = Project::new("one");
    project.remove("reviews/one-long-night.md");
    project.remove_linked("ueber-den-wolken");
    let site = project.publish();
    for page in [FRONT, MIDDLE] {
        assert_eq!(site.texts(page, "nav, .others").len(), 0);
        assert_eq!(site.texts(page, "h1"), ["Harbour Lights"]);
    }
    assert!(!site.files().contains_key("all/index.html"));
}

#[test]
fn discs_keep_their_own_rows_and_numbers() {
    let site = published("discs");
    let ids = site.attributes(MIDDLE, "tbody tr", "id");
    assert_eq!(ids, ["track-1-1", "track-1-2", "track-2-1", "track-2-2"]);
    let numbers = site.texts(MIDDLE, "tbody .number");
    assert_eq!(numbers, ["1-1", "1-2", "2-1", "2-2"]);
    let names = site.attributes(MIDDLE, "tbody .number a", "aria-label");
    assert_eq!(names[2], "Disc 2 track 1 (2-1)");
}

#[test]
fn only_pages_for_the_writer_have_the_overlay() {
    let project = Project::new("overlay");
    let (preview, release) = (
        project.publish_as("preview", Drafts::Shown),
        project.publish_as("release-again", Drafts::LeftOut),
    );
    for page in [FRONT, MIDDLE] {
        assert!(preview.text(page).contains("diagnostics.js"), "{page}");
        assert!(!release.text(page).contains("diagnostics"), "{page}");
    }
    assert_eq!(preview.text("diagnostics.txt"), "");
    assert!(!release.files().contains_key("diagnostics.txt"));
}

#[test]
fn a_draft_is_shown_to_its_writer_with_a_notice() {
    let project = Project::new("draft");
    let site = project.publish_as("preview", Drafts::Shown);
    assert_eq!(
        site.texts("unfinished/index.html", ".draft"),
        ["This is a draft: it is not in the published site."]
    );
    assert_eq!(
        site.texts(MIDDLE, ".reviews span")[0],
        "Draft · Eve Example · 2026 · 1 track · 0:30"
    );
    assert_eq!(site.texts(MIDDLE, ".draft").len(), 0);
}

#[test]
fn the_release_has_no_trace_of_a_draft() {
    for (path, bytes) in published("release").files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("unfinished") && !text.contains("nfinished"));
    }
}

#[test]
fn an_unchanged_project_publishes_the_same_bytes() {
    let project = with_more("again", 20);
    let first = project.publish_as("first", Drafts::Shown).files();
    let second = project.publish_as("second", Drafts::Shown).files();
    assert!(first == second);
}
