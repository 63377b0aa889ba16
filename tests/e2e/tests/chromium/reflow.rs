//! WCAG 1.4.4, 1.4.10 and 1.4.12, by measurement: with text of twice the size, in
//! a window of 320 px, and with wider spacing, no text is cut off or covered and
//! nothing scrolls sideways.

use e2e::{BrowserPage, Plan, chromium, fixture::Series, page::with_visible, scenario};

/// A window, the size of its text in percent, and whether the spacing is wider.
type View = (u32, u32, u32, bool);

/// 320 x 256 is a window of 1280 x 1024 at 400 %.
const VIEWS: [View; 8] = [
    (1280, 800, 200, false),
    (768, 1024, 200, false),
    (390, 844, 200, false),
    (320, 640, 150, false),
    (320, 256, 100, false),
    (320, 640, 100, true),
    (768, 1024, 100, true),
    (1280, 800, 100, true),
];

/// The spacing that WCAG 1.4.12 names. From the top, where nothing lies under
/// the sticky search box.
const SPACE: &str = "
    const sheet = new CSSStyleSheet();
    if (arguments[0]) sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    for (const area of [document.scrollingElement, document.querySelector('.tracks')])
        area?.scrollTo({ top: 0, behavior: 'instant' });";

/// Measures the open page, which has at least `least` texts, in each view.
async fn assert_fits(reader: &BrowserPage, page: &str, least: usize) {
    for view @ (width, height, percent, spaced) in VIEWS {
        reader.resize(width, height).await;
        chromium::set_text_size(&reader.client, percent).await;
        reader.ask::<()>(SPACE, [spaced.into()]).await;
        let script = with_visible(include_str!("cut_or_covered.js"));
        let (texts, faults): (usize, Vec<String>) = reader.ask(&script, []).await;
        let what = format!("{page} in {view:?}");
        assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
        assert!(texts >= least, "{what}: only {texts} texts");
        assert_eq!(reader.sideways().await, [""; 0], "{what}");
    }
    chromium::set_text_size(&reader.client, 100).await;
}

#[test]
fn a_review_fits_large_text_narrow_windows_and_wide_spacing() {
    // `404.html` names no icon.
    let plan = Plan::default().expect_message("favicon.ico");
    scenario(plan, async |reader| {
        for (address, least) in [
            ("", 150),
            ("?q=the&min=1:30&sort=-length", 80),
            ("?q=excange", 60),
            ("#track-14", 150),
        ] {
            reader.open_live(address).await;
            assert_fits(reader, address, least).await;
        }
        reader.open("404.html").await;
        assert_fits(reader, "404.html", 3).await;
    });
}

#[test]
fn a_site_of_several_reviews_fits_large_text_narrow_windows_and_wide_spacing() {
    let site = Series::shared();
    scenario(Plan::default().folder(&site.path()), async |reader| {
        for (address, least) in [("", 40), ("?q=e&all=1", 40)] {
            reader.open_live(address).await;
            assert_fits(reader, address, least).await;
        }
        reader.open("all/").await;
        assert_fits(reader, "all/", 10).await;
    });
}
