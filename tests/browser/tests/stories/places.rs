//! Readers elsewhere: their language, their time zone and their clock change
//! nothing of a page, which is in the language it was written in.

use browser_tests::{Gates, Plan, Reader, chromium};
use serde_json::json;

use crate::{
    all_tracks,
    sorting::{BY_TITLE, TITLES},
    story,
};

/// Languages with other digits, other capitals or another order of letters, and
/// zones at both ends of the day.
const PLACES: [(&str, &str); 5] = [
    ("tr-TR", "Europe/Istanbul"),
    ("ar-EG", "Pacific/Kiritimati"),
    ("fa-IR", "Asia/Tehran"),
    ("th-TH", "Pacific/Pago_Pago"),
    ("sv-SE", "America/St_Johns"),
];

/// Every text of the page, and the rows in the order that they stand in.
async fn texts(reader: &Reader) -> Vec<String> {
    reader.texts("body, #tracks tbody tr").await
}

/// What the reader sees of some searches, the first as it was published.
async fn searches(reader: &Reader) -> Vec<Vec<String>> {
    let mut seen = Vec::new();
    reader.open_live("").await;
    assert_eq!(reader.shown().await, all_tracks());
    seen.push(texts(reader).await);
    for (address, tracks) in [
        // A Turkish `I` is no capital `i`.
        ("?q=IS%20COMING", 1),
        ("?q=MISSION", 2),
        ("?q=%3E5%3A00&sort=-length", 7),
        ("?q=at%3A47%3A00", 1),
        ("?min=2%3A00&max=4%3A30", 12),
        ("?sort=title", 26),
    ] {
        reader.open_live(address).await;
        assert_eq!(reader.shown().await.len(), tracks, "{address}");
        seen.push(texts(reader).await);
    }
    seen
}

#[test]
fn a_readers_language_and_time_zone_change_nothing() {
    story(Plan::default(), async |reader| {
        let here = searches(reader).await;
        for (locale, zone) in PLACES {
            chromium::set_place(&reader.client, locale, zone).await;
            let there = "const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
                return [locale, timeZone]";
            let there: [String; 2] = reader.ask(there, []).await;
            assert_eq!(there, [locale, zone]);
            assert_eq!(searches(reader).await, here, "{locale}");
        }
    });
}

/// A script that sets the page's clock off by these years.
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
        let plan = Plan::default().gates(Gates::default().edit(edit));
        story(plan, async |reader| {
            reader.open_live("").await;
            let year: i32 = reader.ask("return new Date().getFullYear()", []).await;
            let real = "return new Date(performance.timeOrigin).getFullYear()";
            let real: i32 = reader.ask(real, []).await;
            assert!((year - real - years).abs() <= 1, "{year} in {real}");
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
            reader.until_address("search", "?q=storm").await;
        });
    }
}

/// Translators name their language on the page, and some a name that is none.
#[test]
fn a_page_in_whatever_language_it_says_can_be_sorted() {
    story(Plan::default(), async |reader| {
        for language in ["tr", "ar-u-nu-arab", "zh-Hant", "", "auto", "en_US"] {
            reader.open_live("").await;
            let say = "document.documentElement.lang = arguments[0]";
            reader.ask::<()>(say, [json!(language)]).await;
            reader.click(BY_TITLE).await;
            reader.until_shown(&TITLES).await;
            reader.type_into("q", "storm").await;
            reader.until_shown(&[1, 13]).await;
        }
    });
}
