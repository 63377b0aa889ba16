//! The reader's locale and time zone do not change the page, which is in the
//! language of its review.

use e2e::{BrowserPage, Plan, chromium, scenario};

/// Locales with other digits, another upper case or another order of letters,
/// and time zones at both ends of the day.
const PLACES: [(&str, &str); 5] = [
    ("tr-TR", "Europe/Istanbul"),
    ("ar-EG", "Pacific/Kiritimati"),
    ("fa-IR", "Asia/Tehran"),
    ("th-TH", "Pacific/Pago_Pago"),
    ("sv-SE", "America/St_Johns"),
];

/// All texts of the page, and the rows in order.
async fn texts(reader: &BrowserPage) -> Vec<String> {
    reader.texts("body, #tracks tbody tr").await
}

/// What some searches show; the first has no search.
async fn searches(reader: &BrowserPage) -> Vec<Vec<String>> {
    let mut seen = Vec::new();
    reader.open_live("").await;
    assert_eq!(reader.shown().await.len(), 26);
    seen.push(texts(reader).await);
    for (address, tracks) in [
        // A Turkish `I` is not the upper case of `i`.
        ("?q=IS%20COMING", 1),
        ("?q=MISSION", 2),
        ("?q=%3E5%3A00&sort=-length", 7),
        ("?q=at%3A47%3A00", 1),
        ("?min=2%3A00&max=4%3A30", 12),
        ("?sort=title", 26),
    ] {
        reader.step_to(address).await;
        assert_eq!(reader.shown().await.len(), tracks, "{address}");
        seen.push(texts(reader).await);
    }
    seen
}

#[test]
fn locale_and_time_zone_change_nothing() {
    scenario(Plan::default(), async |reader| {
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
