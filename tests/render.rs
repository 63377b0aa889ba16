//! The shipped review, rendered to HTML by the publisher, and the data embedded
//! in its page.

use std::{fs, path::Path};

use liner_notes::components::ROWS_IN_GROUP;
use model::{Length, Review};
use publisher::page;
use scraper::{ElementRef, Html, Selector};
use source::review_file;

fn shipped() -> Review {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .join("reviews/mission-impossible-fallout.md");
    let text = fs::read_to_string(path).expect("the shipped review can be read");
    review_file::read(
        "reviews/mission-impossible-fallout.md",
        "mission-impossible-fallout",
        &text,
    )
    .expect("the shipped review has no problem")
}

fn body(review: Review) -> String {
    page::app(&page::alone(review))
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("the selector is valid");
    page.select(&selector)
        .filter(|element| is_shown(element))
        .map(|element| element.text().collect())
        .collect()
}

/// The content of a `template` is not part of the page.
fn is_shown(element: &ElementRef<'_>) -> bool {
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    !around.any(|element| element.value().name() == "template")
}

fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("the selector is valid");
    page.select(&selector)
        .filter(|element| is_shown(element))
        .filter_map(|element| element.attr(name).map(ToOwned::to_owned))
        .collect()
}

#[test]
fn the_shipped_album_runs_1_35_45_in_26_tracks() {
    let album = shipped().album;
    assert_eq!(album.tracks.len(), 26);
    assert_eq!(album.running_time().text(), "1:35:45");
}

#[test]
fn the_page_reads_without_script() {
    let html = body(shipped());
    // A no-break space, so that no line begins with a dash.
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
fn a_rows_title_is_its_header_and_its_number_says_what_it_is() {
    let html = body(shipped());
    let headers = attributes(&html, "#tracks tbody th:has(.name)", "scope");
    assert_eq!(headers, vec!["row"; 26]);
    let names = attributes(&html, "#tracks .number a", "aria-label");
    assert_eq!(names.len(), 26);
    assert_eq!(names[13], "Track 14");
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
fn each_part_that_is_hydrated_has_its_copy_behind_it() {
    let html = body(shipped());
    for id in ["finder", "headers", "beyond"] {
        let (_, rest) = html
            .split_once(&format!(" id=\"{id}\">"))
            .expect("the part");
        let (part, rest) = rest.split_once("<template>").expect("the copy");
        let (copy, _) = rest.split_once("</template>").expect("the copy's end");
        let (part, _) = part.rsplit_once("</").expect("the part's end");
        assert!(part.len() > 100, "{part}");
        assert_eq!(part, copy);
    }
}

#[test]
fn a_title_that_closes_the_script_stays_a_title() {
    const HOSTILE: &str = "</script><script>alert(1)</script><!-- ";
    let mut review = shipped();
    review.album.tracks[0].title = HOSTILE.to_owned();
    review.title = HOSTILE.to_owned();
    let html = body(review);
    assert_eq!(texts(&html, "script").len(), 0);
    assert_eq!(texts(&html, "tr#track-1 .name"), [HOSTILE]);
    assert_eq!(texts(&html, "h1"), [HOSTILE]);
}

#[test]
fn an_album_of_one_track_is_one_track() {
    let mut review = shipped();
    review.album.tracks.truncate(1);
    review.album.tracks[0].length = Some(Length::from_seconds(3661));
    let html = body(review.clone());
    assert_eq!(texts(&html, "#track-status"), ["1 track · 1:01:01"]);
    assert!(
        texts(&html, ".facts")
            .concat()
            .contains("1 track · 1:01:01")
    );
}

/// The style sheet sets a group's height until the first search.
#[test]
fn the_style_sheet_takes_a_group_for_as_many_rows_as_it_has() {
    let style = include_str!("../style/track-table.css");
    let (_, property) = style.split_once("@property --rows {").expect("it is there");
    let (property, _) = property.split_once('}').expect("it ends");
    assert!(property.contains(&format!("initial-value: {ROWS_IN_GROUP};")));
}
