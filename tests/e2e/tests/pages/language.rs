//! Text operations that the app leaves to the browser: case folding and the
//! order of titles.

use search::fold_cases::FOLD_CASES;

use crate::{
    Plan,
    albums::{site_of, track},
    engine_independent::sorting::BY_TITLE,
    scenario,
};

/// Sets the search of the second argument and waits two frames. Returns the
/// title in the row of the first argument, with marks in brackets, and whether
/// the row is visible. Sets the box like an input method, because the driver
/// cannot type letters outside the basic plane.
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
    scenario(site_of(tracks.collect()), async |reader| {
        reader.open_live("").await;
        let mut wrong = Vec::new();
        for (number, case) in numbered() {
            let row = format!("track-{number}");
            let (title, shown): (String, bool) =
                reader.ask(&script, [row.into(), case.query.into()]).await;
            let is_found = case.marked.contains('⟦');
            // The marks of a hidden row do not matter.
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

#[test]
fn words_written_from_right_to_left_begin_at_the_right() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for selector in ["h1", ".prose p", ".prose h2"] {
            let gaps = "
                const element = document.querySelector(arguments[0]);
                element.textContent = 'ليلة طويلة.';
                const words = document.createRange();
                words.setStart(element.firstChild, 0);
                words.setEnd(element.firstChild, 10);
                const stop = document.createRange();
                stop.setStart(element.firstChild, 10);
                stop.setEnd(element.firstChild, 11);
                const [all, begin, end] = [element, words, stop].map((part) => part.getBoundingClientRect());
                return [all.right - begin.right, end.right - begin.left];";
            let [at_start, at_stop]: [f64; 2] = reader.ask(gaps, [selector.into()]).await;
            assert!(at_start.abs() < 2.0, "{selector}: {at_start}");
            assert!(at_stop < 2.0, "{selector}: {at_stop}");
        }
    });
}

#[test]
fn titles_are_in_natural_order() {
    let in_order = [
        "…and Justice",
        "Äpfel",
        "apple",
        "Éclair",
        "eclipse",
        "Ocean",
        "Öde",
        "Part 1",
        "part 2",
        "Part 10",
        "Résumé",
        "resumption",
        "Zebra",
        "Zebra",
    ];
    // An order in which no two neighbours stay together.
    let place = |index: usize| index * 11 % in_order.len();
    let tracks = (0..in_order.len()).map(|index| {
        let number = u32::try_from(index + 1).expect("a short list");
        track(number, in_order[place(index)], 60 + number)
    });
    scenario(site_of(tracks.collect()), async |reader| {
        reader.open_live("").await;
        reader.click(BY_TITLE).await;
        let titles = async || reader.texts("#tracks .title .name").await;
        let wanted = in_order.map(str::to_owned);
        e2e::until("the titles in order", async || {
            (titles().await == wanted).then_some(())
        })
        .await;
        let zebras = async || {
            let rows = reader.rows().await;
            let zebras = rows.iter().filter(|row| row.text.contains("Zebra"));
            zebras.map(|row| row.number()).collect::<Vec<_>>()
        };
        assert!(zebras().await.is_sorted());
        reader.click(BY_TITLE).await;
        let mut wanted = wanted;
        wanted.reverse();
        e2e::until("the titles from the end", async || {
            (titles().await == wanted).then_some(())
        })
        .await;
        assert!(zebras().await.is_sorted(), "not stable");
    });
}
