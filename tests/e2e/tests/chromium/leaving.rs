//! View transitions between pages, which are off with reduced motion. Firefox
//! has no transitions between two pages.

use e2e::{BrowserPage, Faults, Plan, fixture::Series, scenario, until};

#[test]
fn pages_have_a_view_transition_except_with_reduced_motion() {
    scenario(Plan::default(), async |reader| {
        reader.open("").await;
        assert_eq!(ways_to_give_way(reader).await, ["auto"]);
        let less = [("prefers-reduced-motion", "reduce")];
        reader.set_preferences(&less).await;
        assert_eq!(ways_to_give_way(reader).await, [""; 0]);
    });
}

/// A click before the next page is drawn, or a hidden window: the browser skips
/// the transition and rejects its promises.
#[test]
fn a_skipped_view_transition_is_no_failure() {
    let site = Series::shared();
    let cut = |html: &str| {
        let script = "<head><script>
            addEventListener('pagereveal', ({ viewTransition }) => {
                viewTransition?.skipTransition();
                self.cut = viewTransition !== null;
            })</script>";
        html.replacen("<head>", script, 1)
    };
    let plan = Plan::default().folder(&site.path());
    scenario(plan.faults(Faults::default().edit(cut)), async |reader| {
        reader.open_live("").await;
        // From review to review there is no load.
        reader.click(".others a[href$='all/']").await;
        until("a transition that was cut short", async || {
            reader
                .ask::<bool>("return self.cut === true", [])
                .await
                .then_some(())
        })
        .await;
        assert_eq!(reader.texts("h1").await, ["All reviews"]);
    });
}

/// The page's present view transition rules.
async fn ways_to_give_way(reader: &BrowserPage) -> Vec<String> {
    let script = "
        const inside = (rule) => {
            if (rule instanceof CSSViewTransitionRule) return [rule.navigation];
            const holds = !(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches;
            return holds && rule.cssRules ? [...rule.cssRules].flatMap(inside) : [];
        };
        return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap(inside);";
    reader.ask(script, []).await
}
