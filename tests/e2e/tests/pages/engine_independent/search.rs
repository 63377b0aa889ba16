//! Finding a track by its title, and the status line of the search.

use e2e::{Faults, page, until};

use crate::{PAGES, Plan, all_tracks, scenario};

#[test]
fn typing_filters_the_list_and_clearing_restores_it() {
    scenario(Plan::default(), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            let rows = reader.rows().await;
            for row in rows.iter().filter(|row| row.shown) {
                assert!(row.text.to_lowercase().contains("storm"), "{row:?}");
            }
            reader.clear().await;
            reader.until_shown(&all_tracks()).await;
        }
    });
}

/// The height that remains on a phone above the on-screen keyboard.
#[test]
fn results_scroll_into_view_when_only_the_box_was_visible() {
    scenario(Plan::default(), async |reader| {
        for width in [390, 1280] {
            reader.resize(width, 480).await;
            reader.open_live("").await;
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            for seen in ["#q", "#track-1", "#track-13"] {
                until(&format!("{seen} at {width}"), async || {
                    reader.sees(seen).await
                })
                .await;
            }
        }
        reader.resize(1280, 1400).await;
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        let moved = "return [scrollY, document.querySelector('.tracks').scrollTop]";
        assert_eq!(reader.ask::<[f64; 2]>(moved, []).await, [0.0; 2]);
    });
}

/// Which sticks to the top.
#[test]
fn results_behind_the_box_scroll_into_view() {
    scenario(Plan::default(), async |reader| {
        for width in [390, 1280] {
            reader.resize(width, 700).await;
            reader.open_live("").await;
            let behind = "
                const row = document.getElementById('track-1');
                const box = document.querySelector('#finder > [role=search]');
                const by = row.getBoundingClientRect().top - 20;
                const panel = document.querySelector('.tracks');
                (panel.scrollHeight > panel.clientHeight ? panel : document.documentElement)
                    .scrollBy({ top: by, behavior: 'instant' });
                const top = row.getBoundingClientRect().top;
                return top > 0 && top < box.getBoundingClientRect().bottom";
            assert!(reader.ask::<bool>(behind, []).await, "at {width}");
            reader.type_into("q", "a").await;
            let below = "
                const area = (selector) => document.querySelector(selector).getBoundingClientRect();
                return area('#track-1').top >= area('#finder > [role=search]').bottom";
            until(&format!("the row below the box at {width}"), async || {
                reader.ask::<bool>(below, []).await.then_some(())
            })
            .await;
        }
    });
}

#[test]
fn words_match_in_any_case_and_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "STORM is").await;
        let storm = reader
            .texts("#track-1 .title")
            .await
            .concat()
            .to_lowercase();
        assert!(storm.contains("storm is"), "{storm}");
        reader.until_shown(&[1]).await;
        reader.clear().await;
        reader.type_into("q", "is a Storm").await;
        reader.until_shown(&[1]).await;
    });
}

#[test]
fn the_status_line_shows_count_and_total_length() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.status().await, "26 tracks · 1:35:45");
        assert_eq!(page::status_of(&reader.rows().await), "26 tracks · 1:35:45");
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        let wanted = page::status_of(&reader.rows().await);
        assert!(wanted.starts_with("2 of 26 tracks · "), "{wanted}");
        assert_eq!(reader.status().await, wanted);
    });
}

#[test]
fn a_search_without_matches_shows_a_notice() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "zzzz").await;
        reader.until_shown(&[]).await;
        assert_eq!(reader.status().await, "0 of 26 tracks · 0:00");
    });
}

#[test]
fn text_typed_before_hydration_is_applied() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        let entries = "return history.length";
        let before: u32 = reader.ask(entries, []).await;
        reader.type_into("q", "storm").await;
        assert_eq!(reader.shown().await, all_tracks());
        reader.server.release();
        reader.until_live().await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.value("q").await, "storm");
        let wanted = page::status_of(&reader.rows().await);
        assert_eq!(reader.status().await, wanted);
        assert_eq!(reader.address("search").await, "?q=storm");
        assert_eq!(reader.ask::<u32>(entries, []).await, before);
        let spoken = "return document.querySelector('.status [role=status]').textContent";
        assert!(
            reader
                .ask::<String>(spoken, [])
                .await
                .starts_with("2 of 26")
        );
        reader.type_into("q", " is").await;
        reader.until_shown(&[1]).await;
    });
}
