//! The style sheets, and what they share with Rust and scripts.

use crate::files::{SOURCES, files, read, shown, text};

/// All style sheets without comments.
fn css() -> String {
    let sheets = files("style", "css").into_iter().map(|path| text(&path));
    let css: String = sheets.collect();
    let parts = css
        .split("/*")
        .enumerate()
        .map(|(number, part)| match number {
            0 => part,
            _ => part.split_once("*/").map_or("", |(_, rest)| rest),
        });
    parts.collect()
}

/// The code that makes elements: Rust, scripts and `index.html`.
fn sources() -> String {
    let rust = SOURCES.iter().flat_map(|folder| files(folder, "rs"));
    let scripts = files("crates/publisher/scripts", "js");
    let texts = rust.chain(scripts).map(|path| text(&path));
    texts.collect::<String>() + &read("index.html")
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The names in `text` that follow `mark`.
fn names<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    let parts = text.split(mark).skip(1);
    let names = parts.map(|part| part.split(|letter| !is_name(letter)).next().unwrap_or(""));
    names.filter(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase()))
}

#[test]
fn every_colour_is_a_token() {
    for path in files("style", "css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        let css = text(&path);
        for raw in ["oklch(", "oklab(", "rgb", "hsl", "color-mix(", ": #"] {
            let shown = shown(&path);
            assert!(!css.contains(raw), "{shown} has the raw colour `{raw}`");
        }
    }
}

/// A rule for an element that nothing makes is dead, or its name was changed on
/// one side only.
#[test]
fn every_selector_has_its_element() {
    let (css, sources) = (css(), sources());
    let selectors: String = css
        .split('{')
        .filter_map(|before| before.rsplit(['}', ';']).next())
        .filter(|selector| !selector.trim_start().starts_with('@'))
        .collect();
    let mut count = 0;
    for mark in [".", "#"] {
        for name in names(&selectors, mark) {
            let mut uses = sources.split(name).zip(sources.split(name).skip(1));
            let used = uses
                .any(|(before, after)| !before.ends_with(is_name) && !after.starts_with(is_name));
            assert!(used, "no element has the name of `{mark}{name}`");
            count += 1;
        }
    }
    assert!(count > 100, "only {count} names");
}

#[test]
fn every_property_that_rust_sets_has_its_rule() {
    let css = css();
    let mut count = 0;
    for folder in ["src/components", "src/dom"] {
        for path in files(folder, "rs") {
            for name in names(&text(&path), "\"--") {
                let used = css.contains(&format!("var(--{name}"));
                assert!(used, "{}: `--{name}`", shown(&path));
                count += 1;
            }
        }
    }
    assert!(count > 3, "only {count} properties");
}

/// WebKit would match such a rule again for each row at each key: seconds on a
/// long list.
#[test]
fn no_has_depends_on_what_a_search_changes() {
    let css = css();
    let conditions = css.split(":has(").skip(1);
    for condition in conditions.filter_map(|rest| rest.split(')').next()) {
        assert!(!condition.contains("hidden"), ":has({condition}");
    }
}

/// The value before the thumbs have moved is the middle of the line, and a
/// thousand is its length, as `search::split` has them.
#[test]
fn the_style_sheet_and_the_thumbs_have_one_scale() {
    let [shortest, half, longest] = [60, 260, 460].map(model::Length::from_seconds);
    let [quarter, middle] =
        [half, longest].map(|max| search::split(shortest, max, (shortest, longest)));
    let scale = 4 * (middle - quarter);
    let start = (middle - scale / 2) / scale;
    let rule = format!("(var(--split, {middle}) / {scale} - {start})");
    assert!(css().contains(&rule), "{rule}");
}
