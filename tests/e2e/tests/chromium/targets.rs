//! WCAG 2.5.8: whatever can be pressed is at least 24 by 24 px, or has that
//! much room, or is a link in a sentence.

use e2e::{BrowserPage, Plan, scenario};

/// The targets that are too small, and how many there are.
const SMALL: &str = "
    const least = 24;
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
        && element.getBoundingClientRect().width > 1;
    const isInSentence = (element) => getComputedStyle(element).display === 'inline'
        && element.parentElement.textContent.trim() !== element.textContent.trim()
        && element.closest('p, li, dd');
    const targets = [...document.querySelectorAll('a[href], button, input, summary')]
        .filter(isShown)
        // A label presses its control.
        .map((element) => element.closest('label') ?? element)
        .filter((element) => !isInSentence(element))
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const isSmall = ({ box }) => box.width < least || box.height < least;
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    /** How far a place is from a box. */
    const distance = ([x, y], { left, right, top, bottom }) =>
        Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const crowds = (target, other) => {
        const place = middle(target.box);
        if (distance(place, other.box) < least / 2) return true;
        const [x, y] = middle(other.box);
        return isSmall(other) && Math.hypot(x - place[0], y - place[1]) < least;
    };
    const small = targets.filter((target) => isSmall(target)
        && targets.some((other) => other.element !== target.element && crowds(target, other)));
    return [targets.length, small.map(({ element, box }) =>
        `${element.outerHTML.slice(0, 90)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)];";

async fn assert_targets_are_large(reader: &BrowserPage, page: &str, least: usize) {
    for width in [390, 1280] {
        reader.resize(width, 844).await;
        let (count, small): (usize, Vec<String>) = reader.ask(SMALL, []).await;
        let what = format!("{page:?} at {width} px");
        assert!(small.is_empty(), "{what}:\n{}", small.join("\n"));
        assert!(count >= least, "{what}: only {count} targets");
    }
}

#[test]
fn every_target_of_a_review_is_large_enough() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("#track-14").await;
        assert_targets_are_large(reader, "a row", 40).await;
        reader.open_live("?q=excange").await;
        assert_targets_are_large(reader, "suggestions", 12).await;
        let open = "document.getElementById('search-help').showPopover()";
        reader.ask::<()>(open, []).await;
        assert_targets_are_large(reader, "help", 22).await;
    });
}

/// The link of a row's number is as large as its cell.
#[test]
fn a_number_can_be_pressed_anywhere_in_its_cell() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.click_within("#track-7 .number", 0.1, 0.1).await;
        reader.until_address("hash", "#track-7").await;
    });
}

#[test]
fn the_focus_ring_of_the_search_box_keeps_clear_of_the_help_button() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        let room = "
            const box = document.getElementById('q');
            box.focus();
            const { outlineWidth, outlineOffset } = getComputedStyle(box);
            const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
            const help = document.querySelector('.help');
            return [ring, box.getBoundingClientRect().top - help.getBoundingClientRect().bottom];";
        let [ring, room]: [f64; 2] = reader.ask(room, []).await;
        assert!(ring >= 2.0, "no ring");
        assert!(room > ring + 1.0, "{room} px for a ring of {ring} px");
    });
}
