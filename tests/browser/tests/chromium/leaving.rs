//! How a page gives way to the next one: gently, but for readers who ask for less
//! motion. Firefox knows no such transition between two pages.

use browser_tests::{Plan, Reader, story};

#[test]
fn a_page_gives_way_gently_but_not_with_less_motion() {
    story(Plan::default(), async |reader| {
        reader.open("").await;
        assert_eq!(ways_to_give_way(reader).await, ["auto"]);
        let less = [("prefers-reduced-motion", "reduce")];
        reader.set_preferences(&less).await;
        assert_eq!(ways_to_give_way(reader).await, [""; 0]);
    });
}

/// What the page's style says of it now.
async fn ways_to_give_way(reader: &Reader) -> Vec<String> {
    let script = "
        const inside = (rule) => {
            if (rule instanceof CSSViewTransitionRule) return [rule.navigation];
            const holds = !(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches;
            return holds && rule.cssRules ? [...rule.cssRules].flatMap(inside) : [];
        };
        return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap(inside);";
    reader.ask(script, []).await
}
