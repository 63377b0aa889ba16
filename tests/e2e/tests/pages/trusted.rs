//! The page's policy forbids turning texts into scripts or elements, in
//! browsers that support Trusted Types. Every other test shows that the page
//! needs no exception: a refusal would be a console message.

use e2e::until;

use crate::{PAGES, Plan, scenario};

/// Tries each way of turning a text into a script or element, and returns those
/// refused.
const REFUSED: &str = "
    const attempts = [
        () => { document.createElement('p').innerHTML = '<b>x</b>'; },
        () => { document.createElement('script').src = './any.js'; },
        () => trustedTypes.createPolicy('any', {}),
    ];
    const refused = (attempt) => {
        try { attempt(); } catch (error) { return error.name === 'TypeError'; }
        return false;
    };
    return attempts.map(refused)";

#[test]
fn trusted_types_refuse_texts_as_elements_or_scripts() {
    let plan = Plan::default()
        .expect_message("This document requires 'Trusted")
        .expect_message("Creating a TrustedTypePolicy named 'any'")
        .expect_message("policy violated: require-trusted-types-for")
        .expect_message("policy violated: trusted-types");
    scenario(plan, async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            let asks: bool = reader.ask("return 'trustedTypes' in window", []).await;
            assert_eq!(reader.ask::<[bool; 3]>(REFUSED, []).await, [asks; 3]);
            let kept = "return navigator.serviceWorker.getRegistration()
                    .then((found) => found !== undefined)";
            until("the one script that is let in", async || {
                reader.ask::<bool>(kept, []).await.then_some(())
            })
            .await;
        }
    });
}
