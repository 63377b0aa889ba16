//! WCAG 1.4.11: controls and the parts of the length chart have a contrast of
//! at least 3:1 with what is around them, in each hue, in both themes, and with
//! more contrast.

use e2e::{BrowserPage, Plan, scenario};
use fantoccini::Locator;
use serde_json::json;

use crate::{in_each_setting, measuring};

/// A selector with an optional pseudo-element, the property with its colour,
/// and the selector of what is behind it.
const PARTS: [[&str; 3]; 14] = [
    ["#q", "border-top-color", ".tracks"],
    [".help", "border-top-color", ".tracks"],
    [".reset", "border-top-color", ".tracks"],
    [".take-along button", "border-top-color", ".tracks"],
    ["tr:target .copy", "border-top-color", "tr:target"],
    [".theme", "border-top-color", ".site"],
    [".theme :checked + span", "background-color", ".site"],
    [".thumbs::before", "background-color", ".tracks"],
    [".shape .every", "stroke", ".tracks"],
    [".shape .every", "stroke", ".shape .cut"],
    [".shape .shown", "fill", ".tracks"],
    [".shape .shown", "fill", ".shape .cut"],
    [".to-tracks", "background-color", ".text"],
    ["#download", "color", ".site"],
];

/// The parts with too little contrast in one of twelve hues.
const FAINT: &str = "
    const [parts] = arguments;
    const { dataset } = document.documentElement;
    const published = dataset.hue;
    const faint = [];
    for (let hue = 0; hue < 12; hue += 1) {
        dataset.hue = hue;
        for (const [part, property, around] of parts) {
            const [selector, pseudo] = part.split('::');
            const element = document.querySelector(selector);
            const colour = getComputedStyle(element, pseudo && `::${pseudo}`)
                .getPropertyValue(property);
            const behind = document.querySelector(around);
            const ratio = contrast(drawn(colour), behind.matches('rect')
                ? drawn(getComputedStyle(behind).fill) : ground(behind));
            if (!(ratio >= 3)) faint.push(`${part} on ${around}, hue ${hue}: ${ratio.toFixed(2)}`);
        }
    }
    dataset.hue = published;
    return faint;";

#[test]
fn controls_and_bars_have_a_contrast_of_three_to_one() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?min=2:00#track-14").await;
        in_each_setting(reader, async |setting| {
            let faint: Vec<String> = reader.ask(&measuring(FAINT), [json!(PARTS)]).await;
            assert!(faint.is_empty(), "{setting}:\n{}", faint.join("\n"));
        })
        .await;
    });
}

#[test]
fn thumbs_and_their_line_have_a_contrast_of_three_to_one() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?min=2:00").await;
        in_each_setting(reader, async |setting| {
            assert_thumbs_are_seen(reader, setting).await;
        })
        .await;
    });
}

/// The contrast of places in a picture, at these fractions of its width and
/// half of its height, with its upper left corner.
const PICTURE: &str = "
    const [bytes, places] = arguments;
    return createImageBitmap(new Blob([new Uint8Array(bytes)])).then((picture) => {
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(picture, 0, 0);
        const at = (x, y) => [...context.getImageData(x, y, 1, 1).data];
        return places.map((across) => contrast(at(0, 0),
            at(Math.round(picture.width * across), Math.round(picture.height / 2))));
    });";

/// In a picture, because no script can ask for a thumb's colour.
async fn assert_thumbs_are_seen(reader: &BrowserPage, preferences: &str) {
    let range = reader.client.find(Locator::Css(".thumbs")).await;
    let picture = range.expect("the length range").screenshot().await;
    let middle = "
        const min = document.getElementById('min-length');
        const { width } = min.getBoundingClientRect();
        const across = (min.value - min.min) / (min.max - min.min);
        return (12 + across * (width - 24)) / width;";
    let lower: f64 = reader.ask(middle, []).await;
    let upper = 1.0 - 12.0 / 400.0;
    let places = json!([lower, upper, (lower + upper) / 2.0]);
    let picture = json!(picture.expect("a picture"));
    let found: [f64; 3] = reader.ask(&measuring(PICTURE), [picture, places]).await;
    assert!(
        found.iter().all(|ratio| *ratio >= 3.0),
        "{preferences}: thumbs and line {found:?}"
    );
}
