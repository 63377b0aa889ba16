//! The layout at the widths of phones, tablets and desktop screens.

use e2e::until;

use crate::{PAGES, Plan, scenario};

#[test]
fn nothing_is_wider_than_the_screen() {
    scenario(Plan::default(), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            for width in [320, 390, 768, 1024, 1280, 1920, 2560] {
                reader.resize(width, 800).await;
                let real: u32 = reader.ask("return innerWidth", []).await;
                assert_eq!(real, width);
                assert_eq!(reader.sideways().await, [""; 0], "at {width} px");
            }
        }
    });
}

#[test]
fn article_and_tracks_are_side_by_side_on_a_desktop_and_stacked_on_a_phone() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.resize(1280, 800).await;
        let (article, tracks) = (reader.area(".text").await, reader.area("#tracks").await);
        assert!(article.right <= tracks.left, "{article:?} {tracks:?}");
        assert!(tracks.top < 800.0, "not in the first view: {tracks:?}");
        reader.resize(390, 800).await;
        let (article, tracks) = (reader.area(".text").await, reader.area("#tracks").await);
        assert!(article.bottom <= tracks.top, "{article:?} {tracks:?}");
    });
}

#[test]
fn the_one_column_of_a_tablet_is_in_the_middle() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for width in [700, 768, 1000] {
            reader.resize(width, 900).await;
            let inside: f64 = reader.ask("return document.body.clientWidth", []).await;
            for part in [".masthead h1", ".text", ".tracks"] {
                let area = reader.area(part).await;
                assert!(area.left > 40.0, "{part} at {width}: {area:?}");
            }
            let text = reader.area(".text").await;
            let right = inside - text.right;
            assert!((text.left - right).abs() < 2.0, "{text:?} in {inside}");
        }
    });
}

#[test]
fn at_least_six_rows_are_in_the_first_desktop_view() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for (width, height) in [(1280, 800), (1366, 650), (1024, 768)] {
            reader.resize(width, height).await;
            let seen = "return [...document.querySelectorAll('#tracks tbody tr')]
                .filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length";
            let seen: usize = reader.ask(seen, []).await;
            let wanted = if height < 700 { 5 } else { 6 };
            assert!(seen >= wanted, "{seen} rows at {width} x {height}");
        }
    });
}

/// Sticky within the panel, and on a phone within the list.
#[test]
fn the_search_box_is_sticky() {
    scenario(Plan::default(), async |reader| {
        for (width, height) in [(1280, 800), (390, 844)] {
            reader.resize(width, height).await;
            reader.open_live("").await;
            let last = "document.getElementById('track-26').scrollIntoView({ block: 'end' })";
            reader.ask::<()>(last, []).await;
            until("the box beside the last row", async || {
                reader.sees("#track-26").await?;
                reader.sees("#q").await
            })
            .await;
        }
    });
}

/// The number of the article's letters that fit on a line.
#[test]
fn a_line_of_the_text_has_45_to_80_letters() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for width in [1024, 1280, 1920] {
            reader.resize(width, 800).await;
            let letters: f64 = reader.ask(LETTERS_A_LINE, []).await;
            assert!((45.0..80.0).contains(&letters), "{letters} at {width} px");
        }
    });
}

const LETTERS_A_LINE: &str = "
    const paragraph = document.querySelector('.prose p');
    const lines = paragraph.getBoundingClientRect().height
        / parseFloat(getComputedStyle(paragraph).lineHeight);
    return paragraph.textContent.length / Math.round(lines);";

/// WCAG 1.4.4, 1.4.10 and 1.4.12.
#[test]
fn larger_text_and_wider_spacing_do_not_scroll_sideways() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for (width, percent) in [(320, 125), (360, 150), (390, 150), (390, 200)] {
            reader.resize(width, 800).await;
            let larger = "document.documentElement.style.fontSize = `${arguments[0]}%`";
            reader.ask::<()>(larger, [percent.into()]).await;
            assert_eq!(
                reader.sideways().await,
                [""; 0],
                "{percent} % at {width} px"
            );
        }
        reader.resize(320, 800).await;
        let spaced = "
            document.documentElement.style.fontSize = '';
            for (const element of document.querySelectorAll('body *')) {
                element.style.lineHeight = '1.5';
                element.style.letterSpacing = '0.12em';
                element.style.wordSpacing = '0.16em';
            }";
        reader.ask::<()>(spaced, []).await;
        assert_eq!(reader.sideways().await, [""; 0], "with wider spacing");
    });
}
