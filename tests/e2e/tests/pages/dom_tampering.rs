//! Pages that an extension or a translator has changed before hydration, and
//! pages with a hostile writer's text. The islands are reset to the published
//! HTML before they are hydrated, the reader notices nothing, and a translated
//! article stays translated.

use e2e::{Faults, page, until};

use crate::{Plan, all_tracks, scenario};

const BANNER: &str = "
    const banner = document.createElement('div');
    banner.className = 'foreign';
    banner.textContent = 'An extension was here';
    document.getElementById('finder').prepend(banner);";

/// As page translators do: wraps texts in elements of their own.
const TRANSLATED: &str = "
    for (const element of document.querySelectorAll('article p, th, label, #track-3 td, .name')) {
        for (const text of [...element.childNodes]) {
            if (text.nodeType !== Node.TEXT_NODE) continue;
            const font = document.createElement('font');
            font.className = 'foreign';
            text.replaceWith(font);
            font.append(text);
        }
    }";

/// As ad blockers do: removes what looks like an advertisement.
const REMOVED: &str = "document.querySelector('.in-words').remove();";

/// The number of nodes stays the same, but one is replaced.
const REPLACED: &str = "
    const foreign = document.createElement('div');
    foreign.className = 'foreign';
    foreign.append(...document.querySelector('#track-status').childNodes);
    document.querySelector('#track-status').replaceWith(foreign);";

/// As highlighters do: splits a text node and adds nothing.
const SPLIT: &str = "document.querySelector('#track-status').firstChild.splitText(3);";

const REMEMBER: &str = "window.published = ['finder', 'headers', 'beyond']
    .map((id) => document.getElementById(id).cloneNode(true))";

/// The first difference between the islands and their published HTML. Ignores
/// what is invisible: comments, splits of text nodes, the single space that
/// replaces an empty text, and styles that only a hydrated page sets.
const DIFFERENCE: &str = "
    const attributes = (element) => element.getAttributeNames().sort()
        .filter((name) => name !== 'style' && (name !== 'class' || element.className !== ''))
        .map((name) => `${name}=${element.getAttribute(name)}`);
    const lines = (node) => node.nodeType === Node.TEXT_NODE
        ? [node.data].filter((text) => text.trim() !== '')
        : [[node.localName, ...attributes(node)].join(' '), ...[...node.childNodes].flatMap(lines)];
    const outline = (root) => {
        const copy = root.cloneNode(true);
        const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
        for (let comment; (comment = comments.nextNode());) comment.remove();
        copy.normalize();
        return lines(copy);
    };
    const before = window.published.flatMap(outline);
    const after = window.published.flatMap(({ id }) => outline(document.getElementById(id)));
    const at = before.findIndex((line, at) => line !== after[at]);
    if (at >= 0) return `${before[at]} became ${after[at]}`;
    return after.length > before.length ? `new: ${after[before.length]}` : null;";

/// Opens the page with the wasm held back, changes it with `script`, and lets
/// the wasm load.
fn rewritten(script: &str) {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        reader.ask::<()>(REMEMBER, []).await;
        reader.ask::<()>(script, []).await;
        reader.server.release();
        reader.until_live().await;
        let live = ":is(#finder, #headers, #beyond)";
        assert_eq!(reader.texts(&format!("{live} .foreign")).await, [""; 0]);
        assert_eq!(reader.ask::<Option<String>>(DIFFERENCE, []).await, None);
        reader.type_into("q", "storm").await;
        reader.until_shown(&[1, 13]).await;
        reader.clear().await;
        reader.until_shown(&all_tracks()).await;
    });
}

#[test]
fn a_page_with_an_inserted_banner_is_restored() {
    rewritten(BANNER);
}

#[test]
fn a_translated_page_is_restored() {
    rewritten(TRANSLATED);
}

#[test]
fn a_page_with_a_removed_element_is_restored() {
    rewritten(REMOVED);
}

#[test]
fn a_page_with_a_replaced_element_is_restored() {
    rewritten(REPLACED);
}

#[test]
fn a_page_with_a_split_text_node_is_restored() {
    rewritten(SPLIT);
}

/// The translation stays wherever the app does not hydrate.
#[test]
fn a_translated_article_stays_translated() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        reader.ask::<()>(TRANSLATED, []).await;
        let translated = reader.texts(".prose .foreign").await;
        assert!(translated.len() > 10, "{translated:?}");
        reader.server.release();
        reader.until_live().await;
        assert_eq!(reader.texts(".prose .foreign").await, translated);
        reader.type_into("q", "exchange").await;
        reader.until_shown(&[14]).await;
        assert_eq!(reader.texts("#track-14 mark").await, ["Exchange"]);
    });
}

#[test]
fn typed_text_is_kept_when_the_page_is_restored() {
    for rewrite in [BANNER, TRANSLATED] {
        let held = Plan::default().faults(Faults::default().hold(".wasm"));
        scenario(held, async |reader| {
            reader.open("").await;
            reader.ask::<()>(rewrite, []).await;
            reader.type_into("q", "storm").await;
            reader.server.release();
            reader.until_live().await;
            reader.until_shown(&[1, 13]).await;
            assert_eq!(reader.value("q").await, "storm");
            let wanted = page::status_of(&reader.rows().await);
            assert_eq!(reader.status().await, wanted);
        });
    }
}

/// The reader can go on typing, and the caret keeps its place.
#[test]
fn typing_continues_while_the_page_is_restored() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        reader.ask::<()>(BANNER, []).await;
        reader.type_into("q", "storm").await;
        assert_eq!(reader.focus().await, "q");
        reader.server.release();
        reader.until_live().await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.focus().await, "q");
        assert_eq!(reader.caret().await, 5);
    });
}

/// After following a link to a track, its row stays in view and marked.
#[test]
fn a_restored_page_keeps_its_scroll_position() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("#track-26").await;
        until("the row in view", async || reader.sees("#track-26").await).await;
        reader.ask::<()>(BANNER, []).await;
        reader.server.release();
        reader.until_live().await;
        until("the row in view again", async || {
            reader.sees("#track-26").await
        })
        .await;
        let marked = "return document.querySelector('#track-26:target') !== null";
        assert!(
            reader.ask::<bool>(marked, []).await,
            "the row is not marked"
        );
    });
}

/// The page as a publisher would write it for a track of that title. To publish
/// such reviews without Trunk, run `publish site` on an existing shell with
/// `TRUNK_SOURCE_DIR` (a folder with `site.toml` and `reviews/`) and
/// `TRUNK_STAGING_DIR` (the shell and the site's other files).
fn with_hostile_title(html: &str) -> String {
    let (title, shown) = (
        "A Storm Is Coming",
        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    );
    let inside_json = "\\u003c/script>\\u003cscript>alert(1)\\u003c/script>";
    let in_row = html.replace(&format!(">{title}<"), &format!(">{shown}<"));
    let in_both = in_row.replace(&format!("\"{title}\""), &format!("\"{inside_json}\""));
    assert!(
        in_row != html && in_both != in_row,
        "the title is where it was"
    );
    in_both
}

#[test]
fn a_title_with_a_script_stays_text_when_hydrated_or_restored() {
    let faults = || Faults::default().hold(".wasm").edit(with_hostile_title);
    for rewrite in ["", BANNER] {
        scenario(Plan::default().faults(faults()), async |reader| {
            reader.open("").await;
            reader.ask::<()>(rewrite, []).await;
            reader.server.release();
            reader.until_live().await;
            reader.type_into("q", "</script>").await;
            reader.until_shown(&[1]).await;
            let row = reader.texts("#track-1").await.concat();
            assert!(row.contains("</script><script>alert(1)</script>"), "{row}");
            assert!(reader.client.get_alert_text().await.is_err(), "it ran");
        });
    }
}

#[test]
fn a_row_inserted_by_an_extension_is_left_alone() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        let foreign = "
            const row = document.createElement('tr');
            row.id = 'foreign';
            const name = row.appendChild(document.createElement('td'));
            name.className = 'name';
            name.textContent = 'Advertisement';
            document.querySelector('#track-3').before(row);";
        reader.ask::<()>(foreign, []).await;
        reader.server.release();
        reader.until_live().await;
        reader.type_into("q", "storm").await;
        let seen = "return [...document.querySelectorAll('#tracks tbody tr')]
            .filter((row) => row.checkVisibility()).map((row) => row.id)";
        let wanted = ["track-1", "foreign", "track-13"];
        until("what was found, beside the foreign row", async || {
            (reader.ask::<Vec<String>>(seen, []).await == wanted).then_some(())
        })
        .await;
        let marked: Vec<u32> = reader.marks().await.iter().map(|mark| mark.0).collect();
        assert_eq!(marked, [1, 13]);
    });
}
