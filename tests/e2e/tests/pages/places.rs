//! A wrong clock, and a page whose `lang` was changed. Locales and time zones
//! are tested in `tests/chromium/`, because only Chromium's driver can set
//! them.

use e2e::{Faults, Plan};
use serde_json::json;

use crate::{
    all_tracks,
    engine_independent::sorting::{BY_NUMBER, BY_TITLE, TITLES},
    scenario,
};

/// A script that shifts the page's clock by `years`.
fn with_clock_off(html: &str, years: i32) -> String {
    let clock = format!(
        "<head><script>{{
            const Real = Date;
            const now = () => Real.now() + {years} * 365 * 24 * 60 * 60 * 1000;
            self.Date = class extends Real {{
                constructor(...given) {{ given.length ? super(...given) : super(now()); }}
                static now() {{ return now(); }}
            }};
        }}</script>"
    );
    html.replacen("<head>", &clock, 1)
}

#[test]
fn a_clock_that_is_years_off_changes_nothing() {
    for years in [-60, 1_000] {
        let edit = move |html: &str| with_clock_off(html, years);
        let plan = Plan::default().faults(Faults::default().edit(edit));
        scenario(plan, async |reader| {
            reader.open_live("").await;
            let year: i32 = reader
                .ask("return new window.Date().getFullYear()", [])
                .await;
            let real = "return new window.Date(performance.timeOrigin).getFullYear()";
            let real: i32 = reader.ask(real, []).await;
            assert!((year - real - years).abs() <= 1, "{year} in {real}");
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            reader.until_address("search", "?q=storm").await;
        });
    }
}

/// Translators set `lang` on the page, some to an invalid value.
#[test]
fn sorting_works_with_any_lang_attribute() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("").await;
        for language in ["tr", "ar-u-nu-arab", "zh-Hant", "", "auto", "en_US"] {
            let say = "document.documentElement.lang = arguments[0]";
            reader.ask::<()>(say, [json!(language)]).await;
            reader.click(BY_TITLE).await;
            reader.until_shown(&TITLES).await;
            reader.click(BY_NUMBER).await;
            reader.until_shown(&all_tracks()).await;
        }
    });
}
