//! WCAG 2.4.7 and 1.4.11: whatever takes the focus shows it by a ring that is
//! at least two pixels wide and has a contrast of at least 3:1 with what is
//! around it.

use e2e::{BrowserPage, Plan, fixture::Series, scenario};

use crate::{in_each_setting, measuring};

/// Focuses each visible element that takes the focus. Returns how many there
/// are, and those whose ring is not seen.
const RINGS: &str = "
    const outline = (element) => {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
        return { drawn: outlineStyle !== 'none', width: parseFloat(outlineWidth),
            colour: outlineColor, inside: parseFloat(outlineOffset) < 0 };
    };
    const elements = [...document.querySelectorAll('a[href], button, input, summary, [tabindex]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const unseen = [];
    for (const element of elements) {
        document.activeElement.blur();
        const before = outline(element);
        element.focus({ focusVisible: true, preventScroll: true });
        const ring = outline(element);
        const behind = ground(ring.inside ? element : element.parentElement);
        const ratio = contrast(drawn(ring.colour), behind);
        const seen = document.activeElement === element && !before.drawn
            && ring.drawn && ring.width >= 2 && ratio >= 3;
        if (!seen) {
            const { outerHTML } = element;
            unseen.push(`${outerHTML.slice(0, 90)}: ${JSON.stringify(ring)} ${ratio.toFixed(2)}`);
        }
    }
    return [elements.length, unseen];";

/// At least `least` elements take the focus, and each shows it.
pub async fn assert_every_focus_is_seen(reader: &BrowserPage, what: &str, least: usize) {
    let (count, unseen): (usize, Vec<String>) = reader.ask(&measuring(RINGS), []).await;
    assert!(unseen.is_empty(), "{what}:\n{}", unseen.join("\n"));
    assert!(count >= least, "{what}: only {count} elements");
}

#[test]
fn the_focus_is_visible_on_every_element_in_each_theme_and_contrast() {
    scenario(Plan::default(), async |reader| {
        // A search that finds nothing, with a row that shows its buttons.
        reader.open_live("?min=3:00#track-14").await;
        let open = "document.getElementById('search-help').showPopover()";
        reader.ask::<()>(open, []).await;
        assert_focus_in_each_setting(reader, 60).await;
        reader.open_live("?q=excange").await;
        assert_focus_in_each_setting(reader, 15).await;
    });
}

#[test]
fn the_focus_is_visible_on_a_site_of_several_reviews() {
    let site = Series::shared();
    let plan = Plan::default().folder(&site.path());
    scenario(plan, async |reader| {
        reader.open_live("").await;
        assert_focus_in_each_setting(reader, 15).await;
        reader.open("all/").await;
        assert_focus_in_each_setting(reader, 5).await;
    });
}

async fn assert_focus_in_each_setting(reader: &BrowserPage, least: usize) {
    in_each_setting(reader, async |setting| {
        assert_every_focus_is_seen(reader, setting, least).await;
    })
    .await;
}
