//! Albums of rarer kinds, in `tests/site/albums/`: from the file to the page, its
//! metadata, the feed and the index of every album.

use serde_json::{Value, json};

use crate::project::{Project, Site};

const COMPILATION: &str = "night-songs/index.html";

fn published(name: &str) -> Site {
    Project::with_albums(name).publish()
}

/// The page's JSON-LD.
fn data(site: &Site, page: &str) -> Value {
    let found = site.texts(page, "script[type='application/ld+json']");
    serde_json::from_str(&found[0]).expect("it is JSON")
}

/// The album's entry in `tracks.json`.
fn catalogued(site: &Site, slug: &str) -> Value {
    let albums: Value = serde_json::from_str(&site.text("tracks.json")).expect("it is JSON");
    let mut albums = albums.as_array().expect("a list of albums").iter();
    let album = albums.find(|album| album["slug"] == slug);
    album.expect("the album is listed").clone()
}

/// The texts of the items in an entry of the feed.
fn feed_items(site: &Site, slug: &str) -> Vec<String> {
    let feed = site.text("feed.xml");
    let feed = roxmltree::Document::parse(&feed).expect("it is XML");
    let mut entries = feed
        .descendants()
        .filter(|node| node.has_tag_name_of("entry"));
    let child = |entry: roxmltree::Node<'_, '_>, name: &str| {
        let mut children = entry.children().filter(|node| node.has_tag_name_of(name));
        let text = children
            .next()
            .and_then(|node| node.text().map(ToOwned::to_owned));
        text.unwrap_or_default()
    };
    let entry = entries.find(|entry| child(*entry, "id").ends_with(&format!("/{slug}/")));
    let content = child(entry.expect("it has an entry"), "content");
    let html = scraper::Html::parse_fragment(&content);
    let items = scraper::Selector::parse("li, h3").expect("the selector is valid");
    let items = html.select(&items);
    items.map(|item| item.text().collect()).collect()
}

trait LocalName {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl LocalName for roxmltree::Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[test]
fn a_compilation_shows_the_artist_of_each_track() {
    let site = published("compilation-page");
    let artists = [
        "Charles Example",
        "Les Exemples & Ida",
        "Ådam Example",
        "The Night Street Band",
        "Charles Example",
    ];
    assert_eq!(site.texts(COMPILATION, "tbody td.artist"), artists);
    let titles = site.texts(COMPILATION, "tbody .name");
    assert_eq!(titles[3], "Suite – Part 1");
    assert_eq!(site.texts(COMPILATION, "#headers th.artist"), ["Artist"]);
    assert_eq!(
        site.texts(COMPILATION, ".facts dd"),
        [
            "Various Artists",
            "May 1997",
            "No Such Records",
            "5 tracks · at least 10:15"
        ]
    );
    // Nowhere else.
    assert_eq!(site.texts("harbour-lights/index.html", ".artist"), [""; 0]);
}

#[test]
fn metadata_name_the_artist_of_each_track() {
    let site = published("compilation-data");
    let data = data(&site, COMPILATION);
    let album = &data["itemReviewed"];
    let various = json!({ "@type": "MusicGroup", "name": "Various Artists" });
    assert_eq!(album["byArtist"], various);
    assert_eq!(album["datePublished"], "1997-05");
    assert_eq!(album["creator"], Value::Null);
    let release = &album["albumRelease"];
    assert_eq!(release["duration"], Value::Null);
    assert_eq!(
        release["track"][3],
        json!({
            "@type": "MusicRecording",
            "name": "Suite – Part 1",
            "byArtist": { "@type": "MusicGroup", "name": "The Night Street Band" },
            "trackNumber": 4,
        })
    );
    assert_eq!(release["track"][2]["description"], "live, 1996");
}

#[test]
fn feed_and_index_of_every_album_have_the_artists() {
    let site = published("compilation-feed");
    assert_eq!(
        feed_items(&site, "night-songs"),
        [
            "Je chante – Charles Example (3:10) ★",
            "The Street at Night – Les Exemples & Ida (2:05)",
            "Chanting – Ådam Example (4:00) [live, 1996]",
            "Suite – Part 1 – The Night Street Band ★",
            "Nobody Knows – Charles Example (1:00) [bonus track]",
        ]
    );
    let album = catalogued(&site, "night-songs");
    assert_eq!(album["credit"], "Various Artists");
    let tracks = &album["discs"][0];
    assert_eq!(tracks[0], json!(["Je chante", 190, 1, "Charles Example"]));
    assert_eq!(
        tracks[3],
        json!(["Suite – Part 1", null, 1, "The Night Street Band"])
    );
    let harbour = catalogued(&site, "harbour-lights");
    assert_eq!(harbour["discs"][0][0], json!(["Fog", 354]));
}
