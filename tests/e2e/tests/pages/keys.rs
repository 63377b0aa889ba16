//! Use of the page by keyboard alone.

use fantoccini::key::Key;
use serde_json::json;

use crate::{Plan, all_tracks, scenario};

#[test]
fn a_slash_focuses_the_box_and_is_not_typed() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_ne!(reader.focus().await, "q");
        reader.strike('/').await;
        assert_eq!(reader.focus().await, "q");
        assert_eq!(reader.value("q").await, "");
        reader.strike('/').await;
        reader.strike('x').await;
        assert_eq!(reader.value("q").await, "/x", "in the box it is text");
    });
}

/// A range thumb accepts no text, so the slash works as a shortcut there.
#[test]
fn a_slash_on_a_thumb_focuses_the_box() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.press("min-length", Key::Right, 1).await;
        assert_eq!(reader.focus().await, "min-length");
        reader.strike('/').await;
        assert_eq!(reader.focus().await, "q");
        assert_eq!(reader.value("q").await, "");
    });
}

/// The last search is selected, so that typing replaces it.
#[test]
fn a_slash_selects_the_text_in_the_box() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.strike('/').await;
        for letter in "fate".chars() {
            reader.strike(letter).await;
        }
        reader.until_shown(&[19]).await;
        assert_eq!(reader.value("q").await, "fate");
    });
}

#[test]
fn a_slash_while_typing_is_typed() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "ac/dc").await;
        assert_eq!(reader.value("q").await, "ac/dc");
        reader.until_shown(&[]).await;
    });
}

#[test]
fn escape_clears_the_box_and_keeps_the_focus() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.until_address("search", "?q=storm").await;
        reader.strike(Key::Escape).await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.focus().await, "q");
        reader.until_address("search", "").await;
        reader.type_into("q", "fate").await;
        reader.until_shown(&[19]).await;
    });
}

#[test]
fn tab_reaches_every_control_in_page_order() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let name = "
            const { activeElement: at } = document;
            return at.id || at.getAttribute('aria-label') || at.textContent || at.value;";
        let mut reached = Vec::new();
        // All controls, and the links of the article and of 26 rows.
        for _ in 0..60 {
            reader.strike(Key::Tab).await;
            reached.push(reader.ask::<String>(name, []).await);
        }
        let wanted = [
            "Liner Notes",
            "system",
            "Jump to the tracks",
            "mention-1",
            "“Exploring Soundtracks",
            "q",
            "cursor",
            "min-length",
            "max-length",
            "Sort by number",
            "Sort by title",
            "Sort by length",
            "Copy",
            "Save as CSV",
            "Save as JSON",
        ];
        let mut left = reached.iter();
        for wanted in wanted {
            let found = left.any(|name| name.starts_with(wanted));
            assert!(found, "{wanted} is not in its place among {reached:?}");
        }
    });
}

#[test]
fn a_header_sorts_by_keyboard_and_keeps_the_focus() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let focus = "document.querySelector('#tracks th.length button').focus()";
        reader.ask::<()>(focus, []).await;
        reader.strike(Key::Enter).await;
        reader.until_address("search", "?sort=length").await;
        reader.strike(' ').await;
        reader.until_address("search", "?sort=-length").await;
        let kept = "return document.activeElement.getAttribute('aria-label')";
        assert_eq!(reader.ask::<String>(kept, []).await, "Sort by length");
    });
}

#[test]
fn a_slash_focuses_the_box_after_choosing_a_theme() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click(".theme label:last-child").await;
        assert_eq!(reader.ask::<String>(FOCUSED, []).await, "radio");
        reader.strike('/').await;
        assert_eq!(reader.focus().await, "q");
    });
}

/// The type of the focused control.
const FOCUSED: &str = "return document.activeElement.type";

#[test]
fn escape_clears_the_text_and_then_the_length_range() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm&min=2:00").await;
        reader.until_shown(&[13]).await;
        reader.press("q", Key::Escape, 1).await;
        reader.until_address("search", "?min=2:00").await;
        reader.press("q", Key::Escape, 1).await;
        reader.until_shown(&all_tracks()).await;
        reader.until_address("search", "").await;
    });
}

#[test]
fn one_button_clears_the_whole_search_and_the_focus_stays_near() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.texts(".reset").await, [""; 0]);
        for search in ["?q=storm", "?max=2:00", "?q=zzzz"] {
            reader.open_live(search).await;
            reader.press_button("Reset").await;
            reader.until_shown(&all_tracks()).await;
            assert_eq!(reader.focus().await, "track-status");
            assert_eq!(reader.texts(".reset").await, [""; 0]);
        }
    });
}

/// WebKit sends Esc when the composition that it ends has ended.
#[test]
fn an_input_methods_escape_keeps_the_text() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        let strike = "document.getElementById('q').dispatchEvent(new KeyboardEvent('keydown',
            { key: 'Escape', bubbles: true, ...arguments[0] }))";
        for composing in [json!({ "keyCode": 229 }), json!({ "isComposing": true })] {
            reader
                .ask::<bool>(&format!("return {strike}"), [composing])
                .await;
            assert_eq!(reader.value("q").await, "storm");
        }
        reader
            .ask::<bool>(&format!("return {strike}"), [json!({ "keyCode": 27 })])
            .await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.value("q").await, "");
    });
}
