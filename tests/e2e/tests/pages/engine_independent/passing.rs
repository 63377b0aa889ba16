//! What appears on hover or focus, at a row or a bar, covers nothing else.

use e2e::{BrowserPage, page::with_visible, until};
use fantoccini::key::Key;
use model::Track;

use crate::{
    albums::{site_of, track},
    scenario,
};

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

/// `count` tracks with short and long titles, hours in total.
fn titles(count: u32) -> Vec<Track> {
    let titles = [
        "Fallout",
        "Fate Whispers to the Warrior",
        "The Ballad of the Lighthouse Keeper and of Everything That the Sea Gave Back to Him",
    ];
    let title = |number: u32| titles[number as usize % titles.len()];
    let track = |number| track(number, title(number), 900 + number);
    (1..=count).map(track).collect()
}

/// The parts of rows that overlap others, in the first group of a long list:
/// the other groups are not laid out.
const COVERED: &str = "
    const parts = [...document.querySelectorAll(
        '#tracks tbody:first-of-type :is(.number a, .name, .way-back, .start, .copy, .length)')].filter(visible);
    const boxes = parts.flatMap((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        const lines = part.matches('button') ? part.getClientRects() : range.getClientRects();
        return [...lines].map((box) => ({ part, box }));
    });
    const meet = ({ box: a }, { box: b }) => a.left + 1 < b.right && b.left + 1 < a.right
        && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
    const name = ({ part }) => `${part.closest('tr').id} ${part.className || part.textContent}`;
    return boxes.flatMap((one, at) => boxes.slice(at + 1)
        .filter((other) => other.part !== one.part && meet(one, other))
        .map((other) => `${name(one)} and ${name(other)}`));";

async fn assert_nothing_covered(reader: &BrowserPage, row: &str, width: u32) {
    let covered: Vec<String> = reader.ask(&with_visible(COVERED), []).await;
    assert_eq!(covered, [""; 0], "{row} at {width} px");
    assert_eq!(reader.sideways().await, [""; 0], "{row} at {width} px");
}

/// The number of a row's visible extras: its start time and its button.
async fn extras(reader: &BrowserPage, row: &str) -> usize {
    let extras = format!("{row} .start, {row} .copy");
    reader.texts(&extras).await.len()
}

/// Above 200 tracks the table has another layout.
#[test]
fn a_rows_extras_on_hover_cover_nothing() {
    for tracks in [9, 201] {
        scenario(site_of(titles(tracks)), async |reader| {
            for width in WIDTHS {
                reader.resize(width, 800).await;
                reader.open_live("").await;
                for row in ["#track-3", "#track-4", "#track-5"] {
                    reader.point_at(&format!("{row} .number"), 0.5, 0.5).await;
                    // The button is visible only in browsers with a mouse.
                    assert_ne!(extras(reader, row).await, 0, "{row} at {width} px");
                    assert_nothing_covered(reader, row, width).await;
                    reader.ask::<()>(FOCUS, [row.into()]).await;
                    assert_eq!(extras(reader, row).await, 2, "{row} at {width} px");
                    assert_nothing_covered(reader, row, width).await;
                }
                reader.open_live("#track-5").await;
                until("the row in view", async || {
                    reader.sees("#track-5:target").await
                })
                .await;
                assert_eq!(extras(reader, "#track-5").await, 2, "at {width} px");
                assert_nothing_covered(reader, "#track-5", width).await;
            }
        });
    }
}

const FOCUS: &str = "document.querySelector(arguments[0]).focus({ focusVisible: true })";

/// The label of the bar is between the search box and the chart, including the
/// chart's focus ring.
#[test]
fn a_bars_label_covers_nothing_and_stays_in_the_window() {
    scenario(site_of(titles(9)), async |reader| {
        for width in WIDTHS {
            reader.resize(width, 800).await;
            reader.open_live("").await;
            for key in [Key::Home, Key::End, Key::Left] {
                reader.press("cursor", key, 1).await;
                let name = until("the bar’s name", async || {
                    let shown = !reader.texts(".cursor output").await.concat().is_empty();
                    let name = reader.area(".cursor output").await;
                    shown.then_some(name)
                })
                .await;
                let (above, chart) = (
                    reader.area("#finder > *").await,
                    reader.area("#cursor").await,
                );
                assert!(
                    name.left >= 0.0 && name.right <= f64::from(width),
                    "{name:?}"
                );
                assert!(name.top >= above.bottom, "{name:?} {above:?} at {width} px");
                assert!(
                    name.bottom <= chart.top - 4.0,
                    "{name:?} {chart:?} at {width} px"
                );
            }
        }
    });
}

/// The colours above a bar: left of its left edge, on the edge, and right of
/// it.
async fn above_bar(reader: &BrowserPage, bar: u32) -> [[u8; 3]; 3] {
    let chart = reader.area("#cursor").await;
    let left = chart.left + (chart.right - chart.left) * f64::from(bar - 1) / 9.0;
    let picture = reader.client.screenshot().await.expect("a picture");
    let colours = "
        const [bytes, x, y, done] = arguments;
        createImageBitmap(new Blob([new Uint8Array(bytes)])).then((picture) => {
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
            canvas.drawImage(picture, 0, 0);
            done([x - 3, x + 1, x + 6].map((x) => [...canvas.getImageData(x, y, 1, 1).data].slice(0, 3)));
        });";
    let arguments = vec![
        picture.into(),
        left.round().into(),
        (chart.top + 5.0).into(),
    ];
    let colours = reader.client.execute_async(colours, arguments).await;
    serde_json::from_value(colours.expect("the picture is read")).expect("three colours")
}

#[test]
fn the_hovered_bar_has_a_frame() {
    let mut tracks = titles(9);
    // All bars but one are low, so nothing is above their frames.
    tracks[0].length = Some("2:00:00".parse().expect("a length"));
    scenario(site_of(tracks), async |reader| {
        reader.open_live("").await;
        let [before, edge, _] = above_bar(reader, 4).await;
        assert_eq!(edge, before, "no frame");
        reader.point_at("#cursor", 3.5 / 9.0, 0.5).await;
        let [outside, edge, inside] = above_bar(reader, 4).await;
        assert_ne!(edge, outside, "under the pointer");
        assert_eq!(inside, outside, "only a frame");
        reader.point_at("h1", 0.5, 0.5).await;
        reader.press("cursor", Key::Right, 1).await;
        let [outside, edge, _] = above_bar(reader, 5).await;
        assert_ne!(edge, outside, "under the keys");
    });
}
