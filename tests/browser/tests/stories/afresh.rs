//! Pages that an extension or a translator has rewritten before the wasm ran,
//! and pages that hold what a hostile writer wrote: the app renders the review
//! afresh from its data, and the reader notices nothing.

use browser_tests::{Gates, until};

use crate::{Plan, all_tracks, assert_whole_review, story};

const BANNER: &str = "
    const banner = document.createElement('div');
    banner.className = 'foreign';
    banner.textContent = 'An extension was here';
    document.getElementById('app').prepend(banner);";

/// As page translators do: a text's element gets elements of theirs inside.
const TRANSLATED: &str = "
    for (const paragraph of document.querySelectorAll('article p, #track-3 td')) {
        for (const text of [...paragraph.childNodes]) {
            if (text.nodeType !== Node.TEXT_NODE) continue;
            const font = document.createElement('font');
            font.className = 'foreign';
            text.replaceWith(font);
            font.append(text);
        }
    }";

/// As blockers do: what they take for an advertisement is gone.
const REMOVED: &str = "document.querySelector('article p').remove();";

/// As many nodes as before, and yet not the same: one gone, another in its place.
const REPLACED: &str = "
    const foreign = document.createElement('div');
    foreign.className = 'foreign';
    foreign.append(...document.querySelector('h1').childNodes);
    document.querySelector('h1').replaceWith(foreign);";

/// As highlighters do: a text cut in two, nothing else added.
const SPLIT: &str = "document.querySelector('h1').firstChild.splitText(3);";

const REMEMBER: &str = "window.published = document.getElementById('app').cloneNode(true)";

/// Elements that are not as they were published. Comments and the order of
/// attributes apart: hydration needs the ones, and nobody sees the other.
const DIFFERENCES: &str = "
    const bare = (root) => {
        const copy = root.cloneNode(true);
        const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
        for (let comment; (comment = comments.nextNode());) comment.remove();
        copy.normalize();
        return copy;
    };
    const differences = (before, after) => {
        if (before.isEqualNode(after)) return [];
        if (!after) return [`gone: ${before.outerHTML}`];
        const deeper = [...before.children].flatMap((child, at) => differences(child, after.children[at]));
        return deeper.length > 0 ? deeper : [`${before.outerHTML} became ${after.outerHTML}`];
    };
    return differences(bare(window.published), bare(document.getElementById('app')));";

/// Opens the page with the wasm held, has `script` rewrite it, and lets it go.
fn rewritten(script: &'static str) {
    let held = Plan::default().gates(Gates::default().hold(".wasm"));
    story(held, async |reader| {
        reader.open("").await;
        reader.ask::<()>(REMEMBER, []).await;
        reader.ask::<()>(script, []).await;
        reader.type_into("q", "storm").await;
        reader.server.release();
        reader.until_live().await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(reader.value("q").await, "storm");
        reader.clear().await;
        reader.until_shown(&all_tracks()).await;
        assert_eq!(reader.texts(".foreign").await, [""; 0]);
        assert_whole_review(reader).await;
        let differences: Vec<String> = reader.ask(DIFFERENCES, []).await;
        assert_eq!(differences, [""; 0]);
    });
}

#[test]
fn a_page_with_a_banner_in_it_is_rendered_afresh() {
    rewritten(BANNER);
}

#[test]
fn a_page_that_was_translated_is_rendered_afresh() {
    rewritten(TRANSLATED);
}

#[test]
fn a_page_that_a_blocker_cut_is_rendered_afresh() {
    rewritten(REMOVED);
}

#[test]
fn a_page_with_another_element_in_a_place_is_rendered_afresh() {
    rewritten(REPLACED);
}

#[test]
fn a_page_with_a_text_cut_in_two_is_rendered_afresh() {
    rewritten(SPLIT);
}

/// A reader who is typing goes on typing, and the caret stays where it was.
#[test]
fn a_reader_who_types_while_the_page_is_rendered_afresh_goes_on() {
    let held = Plan::default().gates(Gates::default().hold(".wasm"));
    story(held, async |reader| {
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

/// Whoever followed a link to a track still has it before them, and marked.
#[test]
fn a_page_that_is_rendered_afresh_stays_where_the_reader_was() {
    let held = Plan::default().gates(Gates::default().hold(".wasm"));
    story(held, async |reader| {
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

/// The page as a publisher would write it for a track of that title. A site of
/// such reviews can be made without Trunk once a shell is at hand: run
/// `publish site` with `TRUNK_SOURCE_DIR` (a folder with `site.toml` and
/// `reviews/`) and `TRUNK_STAGING_DIR` (the shell and the site's other files).
fn with_hostile_title(html: &str) -> String {
    let (title, shown) = (
        "A Storm Is Coming",
        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    );
    let inside_json = "\\u003c/script>\\u003cscript>alert(1)\\u003c/script>";
    let in_row = html.replace(&format!(">{title}</td>"), &format!(">{shown}</td>"));
    let in_both = in_row.replace(&format!("\"{title}\""), &format!("\"{inside_json}\""));
    assert!(
        in_row != html && in_both != in_row,
        "the title is where it was"
    );
    in_both
}

#[test]
fn a_track_titled_with_a_script_is_text_hydrated_and_afresh() {
    let gates = || Gates::default().hold(".wasm").edit(with_hostile_title);
    for rewrite in ["", BANNER] {
        story(Plan::default().gates(gates()), async |reader| {
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
