//! The list of all reviews, and the box that filters it.

use std::fmt::Write;

use e2e::{BrowserPage, Faults, until};
use fantoccini::key::Key;
use search::fold_cases::FOLD_CASES;
use serde_json::json;

use super::series::series;
use crate::scenario;

const ALL: &str = "all/";
const TITLES: [&str; 3] = [
    "One Long Night",
    "Harbour Lights",
    "Über den Wolken – 夜の雲",
];

async fn listed(reader: &BrowserPage) -> Vec<String> {
    reader.texts(".year li a").await
}

async fn until_listed(reader: &BrowserPage, wanted: &[&str]) {
    let what = format!("the reviews {wanted:?} alone");
    until(&what, async || {
        (listed(reader).await == wanted).then_some(())
    })
    .await;
}

#[test]
fn every_word_must_match_and_empty_years_are_hidden() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open(ALL).await;
        assert_eq!(listed(reader).await, TITLES);
        assert_eq!(reader.texts("#found").await, ["3 reviews"]);
        assert_eq!(reader.texts(".year h2").await, ["2026", "2025"]);
        // A word of the title and one of the composer, without their accents.
        reader.type_into("q", "UBER exempel").await;
        until_listed(reader, &TITLES[2..]).await;
        assert_eq!(reader.texts(".year h2").await, ["2025"]);
        assert_eq!(reader.texts("#found").await, ["1 of 3 reviews"]);
        reader.until_address("search", "?q=UBER+exempel").await;
        reader.clear().await;
        until_listed(reader, &TITLES).await;
        reader.until_address("search", "").await;
        for (text, title) in [("1999", TITLES[2]), ("ada", TITLES[1]), ("夜", TITLES[2])] {
            reader.open(&format!("all/?q={text}")).await;
            until_listed(reader, &[title]).await;
        }
    });
}

#[test]
fn an_address_with_a_search_filters_the_list() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open("all/?from=x&q=harbour+ada#heading").await;
        until_listed(reader, &TITLES[1..2]).await;
        assert_eq!(reader.value("q").await, "harbour ada");
        reader.type_into("q", "z").await;
        until_listed(reader, &[]).await;
        reader
            .until_address("search", "?from=x&q=harbour+adaz")
            .await;
        assert_eq!(reader.address("hash").await, "#heading");
    });
}

#[test]
fn without_matches_a_button_shows_all_reviews() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open(ALL).await;
        assert_eq!(reader.texts("#no-match").await, [""; 0]);
        reader.type_into("q", "zzzz").await;
        until_listed(reader, &[]).await;
        assert_eq!(reader.texts("#no-match p").await, ["No review matches."]);
        reader.press_button("Show all reviews").await;
        until_listed(reader, &TITLES).await;
        assert_eq!(reader.texts("#no-match").await, [""; 0]);
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.focus().await, "q");
        reader.until_address("search", "").await;
    });
}

#[test]
fn the_count_is_announced_at_a_pause() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open(ALL).await;
        let until_spoken = async |wanted: &str| {
            until(wanted, async || {
                let spoken = "return document.querySelector('[role=status]').textContent";
                (reader.ask::<String>(spoken, []).await == wanted).then_some(())
            })
            .await;
        };
        until_spoken("").await;
        reader.type_into("q", "lights").await;
        until_spoken("1 of 3 reviews").await;
        reader.type_into("q", "zz").await;
        until_spoken("No review matches.").await;
        reader.strike(Key::Escape).await;
        until_spoken("3 reviews").await;
    });
}

#[test]
fn a_slash_focuses_the_box_and_escape_clears_it() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open("all/?q=lights").await;
        // Chromium drops keys that are pressed before the first frame.
        until("the page to be painted", async || {
            let painted = "return performance.getEntriesByType('paint').length > 0";
            reader.ask::<bool>(painted, []).await.then_some(())
        })
        .await;
        reader.strike('/').await;
        assert_eq!(reader.focus().await, "q");
        reader.strike('a').await;
        assert_eq!(reader.value("q").await, "a", "what was there is typed over");
        reader.strike('/').await;
        assert_eq!(reader.value("q").await, "a/", "in the box it is text");
        reader.strike(Key::Escape).await;
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.focus().await, "q");
        until_listed(reader, &TITLES).await;
        reader.until_address("search", "").await;
    });
}

#[test]
fn without_script_the_whole_list_is_shown_and_no_box() {
    let (_folder, plan) = series();
    scenario(plan.without_script(), async |reader| {
        reader.open("all/?q=lights").await;
        assert_eq!(listed(reader).await, TITLES);
        assert_eq!(reader.texts("label[for=q], button").await, [""; 0]);
    });
}

/// The cases of the shared table that apply to this box: it supports words, but
/// no phrases, lengths or operators.
#[test]
fn the_box_folds_like_the_track_search() {
    let asked = || {
        FOLD_CASES.iter().filter(|case| {
            let has_words = case.query.chars().any(char::is_alphanumeric);
            has_words && !case.query.contains(['"', ':', '“', '”', '„', '«'])
        })
    };
    assert!(asked().count() > 60, "{} cases", asked().count());
    let items: String = asked().fold(String::new(), |mut items, case| {
        let title = case.title().replace('&', "&amp;").replace('"', "&quot;");
        write!(items, "<li class=\"case\" data-words=\"{title}\">a</li>").expect("a string");
        items
    });
    let list = "<ul class=\"reviews\">";
    let edit = move |html: &str| html.replacen(list, &format!("{list}{items}"), 1);
    let (_folder, plan) = series();
    scenario(plan.faults(Faults::default().edit(edit)), async |reader| {
        reader.open(ALL).await;
        let mut wrong = Vec::new();
        for (at, case) in asked().enumerate() {
            let shown = "
                const [at, query] = arguments;
                const q = document.getElementById('q');
                q.value = query;
                q.dispatchEvent(new Event('input', { bubbles: true }));
                return !document.querySelectorAll('.case')[at].hidden;";
            let shown: bool = reader.ask(shown, [json!(at), json!(case.query)]).await;
            if shown != case.marked.contains('⟦') {
                wrong.push(format!(
                    "{}: {:?} in {}: shown: {shown}",
                    case.claim, case.query, case.marked
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
