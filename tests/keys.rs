//! Checks that everything made of the keys in `source::schema` agrees with
//! them: the starter file, the reader, and README.md.

#[path = "common/filled_in.rs"]
mod filled_in;

use std::{fs, path::Path};

use filled_in::filled_in;
use model::{Album, Review};
use source::{import::Draft, review_file, schema::REVIEW};

#[test]
fn every_key_of_a_new_review_is_read() {
    let file = filled_in(&Draft::default().to_string());
    let used: String = file
        .split_inclusive('\n')
        .map(|line| {
            line.strip_prefix('#')
                .filter(|line| !line.starts_with([' ', '#']))
                .unwrap_or(line)
        })
        .collect();
    // A key and its alternatives exclude each other.
    let composers = "composers = [\"Hans Zimmer\", \"Lorne Balfe\"]\n";
    let used = used.replace(". Something (", ". Something – Someone (");
    let authors = "authors = [\"Your Name\", \"Another Name\"]\n";
    let several = used.replace("composer = \"Something\"\n", "");
    let several = several.replace("author = \"Your Name\"\n", "");
    let review = review_file::read("x.md", "x", &several);
    let review = review.expect("only hints were left out");
    assert_eq!(review.album.composed_by(), "Hans Zimmer and Lorne Balfe");
    assert_eq!(review.authors, ["Your Name", "Another Name"]);
    let used = used.replace(composers, "").replace(authors, "");
    let review = review_file::read("x.md", "x", &used).expect("only hints were left out");
    // The pattern has no `..`: a new field must be checked here too.
    let Review {
        slug: _,
        series,
        title: _,
        standfirst: _,
        authors,
        published: _,
        updated,
        draft,
        works,
        verdict,
        rating,
        source,
        album,
        article: _,
        reading_minutes: _,
    } = review;
    assert!(series.is_some() && source.is_some() && updated.is_some() && draft);
    assert_eq!(authors, ["Your Name"]);
    assert!(verdict.is_some() && rating.is_some());
    assert_eq!(works.len(), 4);
    assert!(works[0].maker.is_some() && works[1].maker.is_some() && works[1].platform.is_some());
    let Album {
        title: _,
        artist,
        composers,
        released: _,
        label,
        catalogue,
        barcode,
        edition,
        musicbrainz,
        listen,
        tracks,
        groups: _,
    } = album;
    assert!(artist.is_some() && label.is_some() && edition.is_some());
    assert!(catalogue.is_some() && barcode.is_some() && musicbrainz.is_some());
    assert_eq!(listen.len(), 2);
    assert_eq!(composers, ["Something"]);
    assert_eq!(tracks[0].artist.as_deref(), Some("Someone"));
    review_file::read("x.md", "x", &file).expect("a filled-in file is published");
}

#[test]
fn the_readme_lists_every_key() {
    let mut list = String::new();
    let tables = REVIEW.tables.iter().map(|table| {
        let optional = if table.required { "" } else { "…" };
        (table.name, format!("`[{}]`{optional}", table.name))
    });
    for (table, shown) in [("", "at the top".to_owned())].into_iter().chain(tables) {
        let keys = REVIEW.keys.iter().filter(|key| key.table == table);
        let names: Vec<String> = keys
            .map(|key| format!("`{}`{}", key.name, if key.required { "" } else { "…" }))
            .collect();
        list += &format!("- {shown}: {}\n", names.join(", "));
    }
    let readme = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md"));
    let readme = fs::read_to_string(readme).expect("the README can be read");
    assert!(readme.contains(&list), "README.md does not list\n{list}");
}
