//! The shipped review, rendered to HTML as the publisher does it, and the data
//! that its page carries.

use std::{fs, path::Path};

use liner_notes::{
    payload::{self, Page},
    publish::{page, review_file},
    review::{Length, Review},
};
use scraper::{Html, Selector};

fn shipped() -> Review {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reviews/mission-impossible-fallout.md");
    let text = fs::read_to_string(path).expect("the shipped review can be read");
    review_file::read(
        "reviews/mission-impossible-fallout.md",
        "mission-impossible-fallout",
        &text,
    )
    .expect("the shipped review has no problem")
}

fn body(review: Review) -> String {
    page::body(&Page::alone(review))
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("the selector is valid");
    page.select(&selector)
        .map(|element| element.text().collect())
        .collect()
}

fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("the selector is valid");
    page.select(&selector)
        .filter_map(|element| element.attr(name).map(ToOwned::to_owned))
        .collect()
}

#[test]
fn the_shipped_album_runs_1_35_45_in_26_tracks() {
    let album = shipped().album;
    assert_eq!(album.tracks.len(), 26);
    assert_eq!(album.running_time().to_string(), "1:35:45");
}

#[test]
fn the_page_reads_without_script() {
    let html = body(shipped());
    // A no-break space: no line begins with a dash.
    assert_eq!(texts(&html, "h1"), ["Mission: Impossible\u{a0}– Fallout"]);
    assert_eq!(texts(&html, "#track-status"), ["26 tracks · 1:35:45"]);
    let titles = texts(&html, "table#tracks tbody tr .name");
    assert_eq!(titles.len(), 26);
    assert_eq!(titles[13], "The Exchange");
    assert_eq!(attributes(&html, "tr[hidden]", "id"), Vec::<String>::new());
}

#[test]
fn rows_carry_the_ids_and_seconds_that_scripts_rely_on() {
    let html = body(shipped());
    assert_eq!(
        attributes(&html, "table#tracks tr#track-14", "data-seconds"),
        ["354"]
    );
    for id in [
        "input#q",
        "input#min-length",
        "input#max-length",
        "#track-status",
    ] {
        assert_eq!(attributes(&html, id, "id").len(), 1, "{id}");
    }
    assert_eq!(attributes(&html, "#min-length", "min"), ["62"]);
    assert_eq!(attributes(&html, "#max-length", "value"), ["417"]);
}

#[test]
fn a_mention_leads_to_its_row() {
    let html = body(shipped());
    assert!(attributes(&html, ".prose a", "href").contains(&"#track-14".to_owned()));
}

#[test]
fn the_same_review_renders_to_the_same_bytes() {
    assert_eq!(body(shipped()), body(shipped()));
}

#[test]
fn the_browser_reads_back_what_was_published() {
    let review = shipped();
    let data = texts(&body(review.clone()), "script#review-data");
    assert_eq!(payload::decode(&data[0]).ok(), Some(Page::alone(review)));
}

#[test]
fn a_title_that_closes_the_script_stays_a_title() {
    const HOSTILE: &str = "</script><script>alert(1)</script><!-- ";
    let mut review = shipped();
    review.album.tracks[0].title = HOSTILE.to_owned();
    review.title = HOSTILE.to_owned();
    let html = body(review.clone());
    assert_eq!(texts(&html, "script").len(), 1);
    assert_eq!(texts(&html, "tr#track-1 .name"), [HOSTILE]);
    let data = texts(&html, "script#review-data");
    assert_eq!(payload::decode(&data[0]).ok(), Some(Page::alone(review)));
}

#[test]
fn damaged_data_is_told_and_never_guessed_at() {
    let data = payload::encode(&Page::alone(shipped()));
    assert!(payload::decode(&data[..data.len() - 1]).is_err());
    assert!(payload::decode("").is_err());
}

#[test]
fn an_album_of_one_track_is_one_track() {
    let mut review = shipped();
    review.album.tracks.truncate(1);
    review.album.tracks[0].length = Length::from_seconds(3661);
    let html = body(review.clone());
    assert_eq!(texts(&html, "#track-status"), ["1 track · 1:01:01"]);
    assert!(
        texts(&html, ".facts")
            .concat()
            .contains("1 track · 1:01:01")
    );
}
