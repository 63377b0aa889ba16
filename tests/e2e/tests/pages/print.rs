//! The printed page: the article and the whole list, whatever the search, and
//! no controls.
//!
//! The page is laid out for print and then inspected; reading the text of a PDF
//! would need another program.

use e2e::{BrowserPage, Plan, until};

use crate::{all_tracks, assert_whole_review, engine_independent::series, long, scenario};

/// Controls and everything that depends on a search.
const NOT_FOR_PAPER: &str = "#app :is(button, input, progress, output, svg), .site, .status, \
    .notice, .other-albums, .others, .take-along, .jump";

async fn assert_on_paper(reader: &BrowserPage, tracks: &[u32]) {
    reader.set_media("print").await;
    assert_eq!(reader.shown().await, tracks);
    assert_eq!(reader.texts(NOT_FOR_PAPER).await, [""; 0]);
    assert_eq!(reader.controls().await, [""; 0]);
    assert_eq!(reader.texts("#tracks thead").await, ["No.TitleLength"]);
    reader.set_media("").await;
}

#[test]
fn the_whole_list_is_printed_despite_a_search() {
    scenario(Plan::default(), async |reader| {
        for (search, shown) in [("storm", &[1, 13][..]), ("zzzz", &[])] {
            reader.open_live(&format!("?q={search}")).await;
            reader.until_shown(shown).await;
            assert_on_paper(reader, &all_tracks()).await;
            reader.set_media("print").await;
            assert_whole_review(reader).await;
            reader.set_media("").await;
            assert_eq!(reader.shown().await, shown, "the screen is as it was");
        }
    });
}

#[test]
fn a_target_row_is_printed_like_the_others() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("#track-14").await;
        reader.set_media("print").await;
        let style = "const { backgroundColor, blockSize } = getComputedStyle(
                document.getElementById(arguments[0]));
            return [backgroundColor, blockSize]";
        let led: Vec<String> = reader.ask(style, ["track-14".into()]).await;
        let other: Vec<String> = reader.ask(style, ["track-15".into()]).await;
        assert_eq!(led, other);
    });
}

/// On screen, only the rows in view are laid out, as a grid.
#[test]
fn a_long_list_is_printed_whole_as_one_table() {
    let (plan, _) = long::long_album();
    scenario(plan, async |reader| {
        for search in ["zzzz", "storm"] {
            reader.open_live(&format!("?q={search}")).await;
            until("a filtered list", async || {
                (reader.shown().await.len() < 1_000).then_some(())
            })
            .await;
            assert_on_paper(reader, &long::all()).await;
        }
        reader.set_media("print").await;
        let laid_out = "
            const style = (part) => {
                const { display, contentVisibility } = getComputedStyle(part);
                return `${part.tagName} ${display} ${contentVisibility}`;
            };
            const table = document.getElementById('tracks');
            const parts = [table, ...table.querySelectorAll('thead, tbody, tr, tbody th, td')];
            return [...new Set(parts.map(style))].sort();";
        assert_eq!(
            reader.ask::<Vec<String>>(laid_out, []).await,
            [
                "TABLE table visible",
                "TBODY table-row-group visible",
                "TD table-cell visible",
                "TH table-cell visible",
                "THEAD table-header-group visible",
                "TR table-row visible",
            ]
        );
    });
}

#[test]
fn results_in_other_albums_are_not_printed() {
    let (_folder, plan) = series::series();
    scenario(plan, async |reader| {
        reader.open_live("ueber-den-wolken/?q=lamp&all=1").await;
        until("results", async || {
            let found = reader.texts(".other-albums li a").await;
            (!found.is_empty()).then_some(())
        })
        .await;
        let tracks = reader.rows().await;
        let tracks: Vec<u32> = tracks.iter().map(|row| row.number()).collect();
        assert!(tracks.len() > 1, "{tracks:?}");
        assert_on_paper(reader, &tracks).await;
    });
}

/// Printed text is dark on white.
#[test]
fn the_dark_theme_is_not_printed() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click("[name=theme][value=dark]").await;
        reader.set_media("print").await;
        let painted = "
            const { colorScheme } = getComputedStyle(document.documentElement);
            const { backgroundColor } = getComputedStyle(document.body);
            return [colorScheme, backgroundColor]";
        let painted: Vec<String> = reader.ask(painted, []).await;
        assert_eq!(painted, ["light", "rgba(0, 0, 0, 0)"]);
    });
}
