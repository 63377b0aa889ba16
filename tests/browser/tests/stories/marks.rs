//! The part of a title that a search has found is marked, and nothing else.

use browser_tests::Reader;
use liner_notes::filter::fold_cases::FOLD_CASES;

use crate::{
    Plan,
    albums::{site_of, track},
    all_tracks, story,
};

async fn until_marked(reader: &Reader, wanted: &[(u32, &str)]) {
    browser_tests::until(&format!("the marks {wanted:?}"), async || {
        let marks = reader.marks().await;
        let same = marks.iter().map(|(row, text)| (*row, text.as_str()));
        same.eq(wanted.iter().copied()).then_some(())
    })
    .await;
}

#[test]
fn storm_marks_storm_in_both_its_titles_and_clearing_takes_the_marks_away() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        let before = reader.rows().await;
        assert_eq!(reader.marks().await, []);
        reader.type_into("q", "storm").await;
        until_marked(reader, &[(1, "Storm"), (13, "Storm")]).await;
        reader.type_into("q", " is").await;
        until_marked(reader, &[(1, "Storm"), (1, "Is")]).await;
        reader.clear().await;
        reader.until_shown(&all_tracks()).await;
        until_marked(reader, &[]).await;
        let all = "return document.querySelectorAll('mark').length";
        assert_eq!(reader.ask::<u32>(all, []).await, 0);
        assert_eq!(reader.rows().await, before, "a title has changed");
    });
}

#[test]
fn lengths_and_exclusions_mark_nothing() {
    story(Plan::default(), async |reader| {
        reader.open_live("?q=-storm%20%3E6:30").await;
        reader.until_shown(&[17]).await;
        until_marked(reader, &[]).await;
    });
}

#[test]
fn a_search_in_an_address_is_marked_too() {
    story(Plan::default(), async |reader| {
        reader.open_live("?q=%22the%20warrior%22").await;
        until_marked(reader, &[(19, "the Warrior"), (20, "the Warrior")]).await;
    });
}

/// What the row of the first argument shows once the search of the second is
/// in the box and the page was drawn twice: its title with what is marked in
/// brackets, and whether it is shown. The driver types no letter beyond the
/// basic plane, so the box is set as an input method sets it.
const FOLDED: &str = "
    const [row, query] = arguments;
    const q = document.getElementById('q');
    q.value = query;
    q.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    return drawn().then(drawn).then(() => {
        const element = document.getElementById(row);
        const title = [...element.querySelector('.name').childNodes]
            .map((node) => node.nodeName === 'MARK' ? `⟦${node.textContent}⟧` : node.data)
            .join('');
        return [title, visible(element)];
    });";

/// The native tests run the same table: both must fold and mark alike.
#[test]
fn the_browser_folds_and_marks_each_case_of_the_table() {
    let numbered = || (1..).zip(FOLD_CASES);
    let tracks = numbered().map(|(number, case)| track(number, &case.title(), number));
    let script = "const visible = (element) => element.checkVisibility();".to_owned() + FOLDED;
    story(site_of(tracks.collect()), async |reader| {
        reader.open_live("").await;
        let mut wrong = Vec::new();
        for (number, case) in numbered() {
            let row = format!("track-{number}");
            let (title, shown): (String, bool) =
                reader.ask(&script, [row.into(), case.query.into()]).await;
            let is_found = case.marked.contains('⟦');
            // What a hidden row holds nobody sees.
            if shown != is_found || (shown && title != case.marked) {
                wrong.push(format!(
                    "{}: {:?} in {}: {title}, shown: {shown}",
                    case.claim, case.query, case.marked
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
