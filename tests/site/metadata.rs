//! Feed, sitemap and metadata, parsed by other crates than those that wrote
//! them.

use roxmltree::Document;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::project::{Project, Site};

const URL: &str = "https://example.org/reviews/";
const PAGE: &str = "harbour-lights/index.html";

fn published(name: &str) -> Site {
    Project::new(name).publish()
}

/// A site whose project does not set its address.
fn without_url(name: &str) -> Site {
    let project = Project::new(name);
    project.write("site.toml", "name = \"Made-up Music\"\nlanguage = \"en\"");
    project.publish()
}

/// The texts of the feed's elements at this path, such as `entry/title`.
fn feed(site: &Site, path: &str) -> Vec<String> {
    let text = site.text("feed.xml");
    let document = Document::parse(&text).expect("it is XML");
    let atom = |name| ("http://www.w3.org/2005/Atom", name);
    assert!(document.root_element().has_tag_name(atom("feed")));
    let mut nodes = vec![document.root_element()];
    for name in path.split('/') {
        let children = nodes.iter().flat_map(roxmltree::Node::children);
        nodes = children
            .filter(|node| node.has_tag_name(atom(name)))
            .collect();
    }
    let text = |node: &roxmltree::Node| node.text().unwrap_or_default().to_owned();
    nodes.iter().map(text).collect()
}

/// The contents of `<meta>` elements with this name or property.
fn tag(site: &Site, page: &str, name: &str) -> Vec<String> {
    let selector = format!("head meta[name='{name}'], head meta[property='{name}']");
    site.attributes(page, &selector, "content")
}

fn data(site: &Site, page: &str) -> Value {
    let found = site.texts(page, "script[type='application/ld+json']");
    assert_eq!(found.len(), 1);
    serde_json::from_str(&found[0]).expect("it is JSON")
}

#[test]
fn the_feed_has_every_review_in_full_newest_first() {
    let site = published("feed");
    assert_eq!(feed(&site, "id"), [URL]);
    assert_eq!(
        feed(&site, "entry/id"),
        ["one-long-night", "harbour-lights", "ueber-den-wolken"]
            .map(|slug| format!("{URL}{slug}/"))
    );
    let published = feed(&site, "entry/published");
    assert_eq!(feed(&site, "updated"), published[..1]);
    for date in &published {
        assert!(date.parse::<jiff::Timestamp>().is_ok(), "{date}");
    }
    let titles = feed(&site, "entry/title");
    assert_eq!(titles[2], "Über den Wolken – 夜の雲");
    let authors = feed(&site, "entry/author/name");
    assert_eq!(authors[..2], ["Carol Example", "Nobody in Particular"]);
}

#[test]
fn an_entry_has_the_text_of_the_page_and_absolute_links() {
    let contents = feed(&published("entry"), "entry/content");
    let html = Html::parse_fragment(&contents[1]);
    let texts = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("the selector is valid");
        let found = html.select(&selector);
        found.map(|element| element.text().collect()).collect()
    };
    assert_eq!(texts("p")[0], "Two discs of fog, \"ropes\" & <lamps>.");
    assert_eq!(
        texts("li"),
        [
            "Fog (5:54)",
            "Ropes & Knots (0:07)",
            "Tide <Rising> (1:02:33)",
            "Lamps (3:00)"
        ]
    );
    let links = Selector::parse("a").expect("the selector is valid");
    let links: Vec<&str> = html.select(&links).filter_map(|a| a.attr("href")).collect();
    assert_eq!(
        links,
        [
            "https://example.org/reviews/harbour-lights/#track-1-1",
            "https://example.org/reviews/harbour-lights/#track-2-2",
            "https://example.org/reviews/ueber-den-wolken/",
            "https://example.org/reviews/ueber-den-wolken/?q=nacht#track-2",
            "https://example.com/",
        ]
    );
}

#[test]
fn every_page_links_the_feed() {
    let site = published("discovery");
    for page in ["index.html", PAGE] {
        let found = site.attributes(page, "link[type='application/atom+xml']", "href");
        assert_eq!(site.led_to(page, &found[0]), "feed.xml");
    }
}

#[test]
fn the_last_change_is_in_feed_sitemap_and_metadata() {
    let project = Project::new("updated");
    let review = project.read("reviews/harbour-lights.md");
    let changed = review.replace(
        "published = 2026-03-01\n",
        "published = 2026-03-01\nupdated = 2026-06-30\n",
    );
    project.write("reviews/harbour-lights.md", &changed);
    let site = project.publish();
    let changed = "2026-06-30T00:00:00+00:00";
    assert_eq!(feed(&site, "entry/updated")[1], changed);
    assert_eq!(
        feed(&site, "entry/published")[1],
        "2026-03-01T00:00:00+00:00"
    );
    assert_eq!(feed(&site, "updated"), [changed]);
    let sitemap = site.text("sitemap.xml");
    assert_eq!(sitemap.matches("<lastmod>2026-06-30</lastmod>").count(), 2);
    let data = data(&site, PAGE);
    assert_eq!(data["datePublished"], "2026-03-01");
    assert_eq!(data["dateModified"], "2026-06-30");
    assert_eq!(tag(&site, PAGE, "article:modified_time"), ["2026-06-30"]);
    assert!(site.texts(PAGE, ".byline")[0].contains("Updated 30 June 2026"));
    let others = "one-long-night/index.html";
    assert_eq!(tag(&site, others, "article:modified_time").len(), 0);
    assert!(!site.texts(others, ".byline")[0].contains("Updated"));
}

/// A writer may write characters that XML does not allow.
#[test]
fn a_character_that_xml_forbids_does_not_break_the_feed() {
    let project = Project::new("noncharacter");
    let review = project.read("reviews/one-long-night.md");
    project.write(
        "reviews/one-long-night.md",
        &review.replace("title = \"One", "title = \"\\uFFFEOne"),
    );
    let titles = feed(&project.publish(), "entry/title");
    assert_eq!(titles[0], "One Long Night");
}

#[test]
fn the_sitemap_lists_each_page_once_and_robots_link_the_sitemap() {
    let site = published("sitemap");
    let text = site.text("sitemap.xml");
    let sitemap = Document::parse(&text).expect("it is XML");
    let named = |name: &str| -> Vec<String> {
        let nodes = sitemap.descendants();
        let named = nodes.filter(|node| node.has_tag_name(name));
        named
            .filter_map(|node| node.text().map(ToOwned::to_owned))
            .collect()
    };
    assert_eq!(
        named("loc"),
        [
            "one-long-night",
            "harbour-lights",
            "ueber-den-wolken",
            "all"
        ]
        .map(|slug| format!("{URL}{slug}/"))
    );
    assert_eq!(
        named("lastmod"),
        ["2026-05-10", "2026-03-01", "2025-11-30", "2026-05-10"]
    );
    let robots = site.text("robots.txt");
    assert!(
        robots
            .lines()
            .any(|line| line == format!("Sitemap: {URL}sitemap.xml"))
    );
}

#[test]
fn a_review_has_json_ld_of_schema_org() {
    let data = data(&published("data"), PAGE);
    let release = &data["itemReviewed"]["albumRelease"];
    let at = |pointer: &str| data.pointer(pointer).cloned().unwrap_or_default();
    assert_eq!(at("/@context"), "https://schema.org");
    assert_eq!(at("/@type"), "Review");
    assert_eq!(at("/url"), format!("{URL}harbour-lights/"));
    assert_eq!(at("/author/name"), "Nobody in Particular");
    assert_eq!(at("/itemReviewed/@type"), "MusicAlbum");
    assert_eq!(at("/itemReviewed/byArtist/name"), "Ada Example");
    assert_eq!(at("/itemReviewed/about/director/name"), "Bob Example");
    assert_eq!(release["@type"], "MusicRelease");
    assert_eq!(release["duration"], "PT1H11M34S");
    assert_eq!(release["track"].as_array().map(Vec::len), Some(4));
    assert_eq!(
        release["track"][0],
        json!({
            "@type": "MusicRecording",
            "name": "Fog",
            "position": 1,
            "duration": "PT5M54S"
        })
    );
    assert_eq!(release["track"][2]["name"], "Tide <Rising>");
    assert_eq!(release["track"][2]["position"], 3);
}

#[test]
fn a_title_that_closes_the_script_stays_a_title() {
    let site = published("hostile");
    let data = data(&site, "ueber-den-wolken/index.html");
    let title = &data["itemReviewed"]["albumRelease"]["track"][1]["name"];
    assert_eq!(title, "Nacht …</script>");
}

#[test]
fn a_page_has_open_graph_tags_and_an_image() {
    let site = published("card");
    for page in ["index.html", "one-long-night/index.html"] {
        for (name, expected) in [
            ("og:title", "One Long Night"),
            ("og:description", "A single track, and no more."),
            ("og:url", "https://example.org/reviews/one-long-night/"),
            (
                "og:image",
                "https://example.org/reviews/one-long-night/picture.png",
            ),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("twitter:card", "summary_large_image"),
        ] {
            assert_eq!(tag(&site, page, name), [expected], "{page}");
        }
    }
}

#[test]
fn a_site_without_url_omits_what_needs_one() {
    let site = without_url("no-url");
    let files = site.files();
    assert!(!files.contains_key("feed.xml") && !files.contains_key("sitemap.xml"));
    assert!(!site.text("robots.txt").contains("Sitemap"));
    for page in ["index.html", PAGE] {
        assert_eq!(
            site.attributes(page, "link[rel=canonical], link[rel=alternate]", "href")
                .len(),
            0
        );
        assert_eq!(tag(&site, page, "og:url").len(), 0);
        assert_eq!(tag(&site, page, "og:title").len(), 1);
        assert_eq!(data(&site, page)["url"], Value::Null);
        // A consumer that resolves the relative address finds the file.
        let picture = &tag(&site, page, "og:image")[0];
        assert!(files.contains_key(&site.led_to(page, picture)), "{picture}");
    }
}

#[test]
fn the_page_for_missing_pages_works_at_any_depth() {
    let anywhere = |site: &Site| {
        let links = site.attributes("404.html", "[href]", "href");
        assert!(links.iter().all(|link| link.starts_with(URL)), "{links:?}");
        assert_eq!(site.texts("404.html", "h1"), ["There is no such page"]);
        assert_eq!(site.texts("404.html", "script[type]").len(), 0);
        assert_eq!(site.texts("404.html", "style"), ["body{}"]);
        let is_found = site
            .texts("404.html", "script")
            .concat()
            .contains("way-back");
        assert_eq!(is_found, links.is_empty());
        links.len()
    };
    assert_eq!(anywhere(&published("missing")), 5);
    assert_eq!(anywhere(&without_url("missing-no-url")), 0);
}
