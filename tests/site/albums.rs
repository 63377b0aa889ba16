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
            "position": 4,
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

const LONG_PLAYER: &str = "the-moorland/index.html";

#[test]
fn a_long_player_shows_its_sides_and_what_is_known_of_its_lengths() {
    let site = published("long-player-page");
    assert_eq!(
        site.texts(LONG_PLAYER, "tbody .group th"),
        ["Side A at least", "The Moorland Suite at least", "Side B"]
    );
    assert_eq!(
        site.texts(LONG_PLAYER, "tbody .group .length"),
        ["3:05", "2:40", "6:05"]
    );
    let rows = site.attributes(LONG_PLAYER, "tbody tr[id]", "data-seconds");
    assert_eq!(rows, ["185", "160", "250", "115"]);
    assert_eq!(
        site.texts(LONG_PLAYER, "tbody .start"),
        ["starts at 0:00", "starts at 3:05"]
    );
    assert_eq!(site.texts(LONG_PLAYER, "#track-3 .length"), ["?unknown"]);
    assert_eq!(
        site.texts(LONG_PLAYER, ".facts dd"),
        [
            "Edith Example",
            "The Example Light Orchestra",
            "1958",
            "7 tracks · at least 11:50"
        ]
    );
    assert_eq!(site.attributes(LONG_PLAYER, "#min-length", "min")[0], "115");
}

#[test]
fn metadata_of_a_long_player_state_no_false_fact() {
    let site = published("long-player-data");
    let data = data(&site, LONG_PLAYER);
    let album = &data["itemReviewed"];
    assert_eq!(album["datePublished"], "1958");
    assert_eq!(album["byArtist"]["name"], "The Example Light Orchestra");
    assert_eq!(
        album["creator"],
        json!({ "@type": "Person", "name": "Edith Example" })
    );
    let release = &album["albumRelease"];
    assert_eq!(release["duration"], Value::Null);
    let heath = json!({ "@type": "MusicRecording", "name": "Heath", "position": 3 });
    assert_eq!(release["track"][2], heath);
    assert!(!site.text(LONG_PLAYER).contains("PT0S"));
    let index = catalogued(&site, "the-moorland");
    assert_eq!(index["also"], json!(["1958", "Edith Example"]));
    assert_eq!(index["discs"][0][2], json!(["Heath", null, 1]));
}

#[test]
fn the_feed_lists_sides_with_their_numbers() {
    let site = published("long-player-feed");
    assert_eq!(
        feed_items(&site, "the-moorland"),
        [
            "Side A",
            "Prelude (3:05)",
            "Market Day",
            "The Moorland Suite",
            "Heath ★",
            "Bog and Stream",
            "Wind (2:40)",
            "Side B",
            "Night Train (4:10)",
            "Fog (1:55)",
        ]
    );
    assert!(site.text("feed.xml").contains("start=&quot;6&quot;"));
    assert_eq!(
        feed_items(&site, "harbour-lights")[..2],
        ["Disc 1", "Fog (5:54)"]
    );
}

const GAME: &str = "small-machines/index.html";

#[test]
fn a_review_ends_with_its_verdict_and_says_where_to_hear_the_album() {
    let site = published("game-page");
    assert_eq!(
        site.texts(GAME, ".author"),
        ["By Ann Writer and Ben Writer"]
    );
    let authors = site.attributes(GAME, "meta[name=author]", "content");
    assert_eq!(authors, ["Ann Writer", "Ben Writer"]);
    assert_eq!(
        site.texts(GAME, ".verdict"),
        ["Wind them up & let them go. 4 out of 5"]
    );
    assert_eq!(
        site.texts(GAME, ".facts dt"),
        [
            "Music",
            "Game",
            "Developer",
            "Platform",
            "Released",
            "Label",
            "Album"
        ]
    );
    assert_eq!(
        site.texts(GAME, ".credits p"),
        [
            "Small Machines (Invented Game Score), music by Ada Example and Bob Example. \
             Barcode 036000291452.",
            "Listen: Bandcamp, example.org",
            "More about the release: MusicBrainz",
        ]
    );
    assert_eq!(
        site.attributes(GAME, ".credits a", "href"),
        [
            "https://nobody.bandcamp.com/album/small-machines",
            "https://example.org/hear",
            "https://musicbrainz.org/release/01234567-89ab-cdef-0123-456789abcdef",
        ]
    );
    assert_eq!(
        site.texts("harbour-lights/index.html", ".facts dt")[..3],
        ["Music", "Film", "Director"]
    );
}

#[test]
fn metadata_rate_and_identify_a_release() {
    let site = published("game-data");
    let data = data(&site, GAME);
    assert_eq!(
        data["author"][1],
        json!({ "@type": "Person", "name": "Ben Writer" })
    );
    assert_eq!(data["reviewBody"], "Wind them up & let them go.");
    assert_eq!(
        data["reviewRating"],
        json!({ "@type": "Rating", "ratingValue": "4", "bestRating": "5" })
    );
    let album = &data["itemReviewed"];
    assert_eq!(album["byArtist"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        album["about"],
        json!({
            "@type": "VideoGame",
            "name": "Little Machines",
            "creator": { "@type": "Organization", "name": "Example Works" },
            "gamePlatform": "Windows",
        })
    );
    assert_eq!(
        album["sameAs"],
        json!([
            "https://nobody.bandcamp.com/album/small-machines",
            "https://example.org/hear"
        ])
    );
    let release = &album["albumRelease"];
    assert_eq!(release["@type"], json!(["MusicRelease", "Product"]));
    assert_eq!(release["gtin"], "036000291452");
    assert_eq!(release["catalogNumber"], "NSR 7");
    assert_eq!(
        release["sameAs"],
        "https://musicbrainz.org/release/01234567-89ab-cdef-0123-456789abcdef"
    );
    // Readers find it by its game.
    assert_eq!(
        catalogued(&site, "small-machines")["also"],
        json!([
            "Small Machines (Invented Game Score)",
            "Little Machines",
            "2019"
        ])
    );
}
