//! An interrupted deploy, a host that forbids wasm, damaged data: one line says
//! that the search could not start and why, and the review stays readable.

use std::time::Duration;

use e2e::{BrowserPage, Deployed, Faults, NOT_LOADED, until};
use tokio::time::sleep;

use crate::{PAGES, Plan, assert_whole_review, engine_independent::series::series, scenario};

/// Opens each page with these faults and checks that the review and every track
/// are visible, that there is no control, and that a line gives the `reason`.
fn cannot_start(faults: Faults, expected: &[&'static str], reason: &str) {
    let mut plan = Plan::default().faults(faults);
    for part in expected {
        plan = plan.expect_message(part);
    }
    scenario(plan, async |reader| {
        for page in PAGES {
            reader.open(page).await;
            let line = reader.until_failed().await;
            assert!(line.contains("search could not start"), "{line}");
            assert!(line.contains(reason), "{line}");
            assert_whole_review(reader).await;
            assert_eq!(reader.controls().await, [""; 0]);
            assert_eq!(reader.status().await, "26 tracks · 1:35:45");
        }
    });
}

#[test]
fn a_missing_wasm_file_is_reported_and_the_review_stays() {
    let faults = Faults::default().miss(".wasm");
    cannot_start(
        faults,
        &["404 (Not Found)", NOT_LOADED, "could not be loaded (404)"],
        "404",
    );
}

#[test]
fn a_truncated_wasm_file_is_reported_and_the_review_stays() {
    let faults = Faults::default().truncate(".wasm");
    cannot_start(
        faults,
        &["CompileError"],
        "arrived damaged or was not let in",
    );
}

#[test]
fn a_missing_script_is_reported_and_the_review_stays() {
    let faults = Faults::default().miss(".js");
    // The service worker's script is missing too.
    let expected = [
        "404 (Not Found)",
        "(404) was received when fetching",
        NOT_LOADED,
    ];
    cannot_start(faults, &expected, "could not be loaded");
}

#[test]
fn a_truncated_script_is_reported_and_the_review_stays() {
    let faults = Faults::default().truncate(".js");
    // WebKit does not check the integrity of a module's imports, and runs the
    // cut file to its end.
    let expected = ["integrity", NOT_LOADED, "Unexpected end of script"];
    cannot_start(faults, &expected, "could not be loaded");
}

#[test]
fn damaged_data_is_reported_and_the_review_stays() {
    let faults = Faults::default().edit(with_half_the_data);
    cannot_start(faults, &["data is damaged"], "data is damaged");
}

fn with_half_the_data(html: &str) -> String {
    let (before, data) = html
        .split_once("id=\"review-data\">")
        .expect("a page has data");
    let (data, after) = data.split_once("</script>").expect("the data ends");
    let half: String = data.chars().take(data.len() / 2).collect();
    format!("{before}id=\"review-data\">{half}</script>{after}")
}

#[test]
fn missing_data_is_reported_and_the_review_stays() {
    let without = |html: &str| html.replace("review-data", "something-else");
    let faults = Faults::default().edit(without);
    cannot_start(faults, &["its data"], "the page does not hold its data");
}

/// A page in a browser without WebAssembly.
fn without_wasm(html: &str) -> String {
    let delete = "<head><script>delete self.WebAssembly</script>";
    html.replacen("<head>", delete, 1)
}

#[test]
fn a_browser_without_webassembly_is_reported_and_the_review_stays() {
    let faults = Faults::default().edit(without_wasm);
    cannot_start(faults, &["WebAssembly"], "WebAssembly");
}

/// The page needs no WebAssembly.
async fn assert_no_failure(reader: &BrowserPage) {
    assert_eq!(reader.app_state().await, None);
    let text = reader.texts("body").await.concat();
    assert!(!text.contains("did not arrive"), "{text}");
}

#[test]
fn pages_without_the_app_work_without_webassembly() {
    let without_wasm = || Faults::default().edit(without_wasm);
    // It names no icon, so that Chromium asks for one itself.
    let plan = Plan::default().expect_message("favicon.ico");
    scenario(plan.faults(without_wasm()), async |reader| {
        reader.open("404.html").await;
        assert_no_failure(reader).await;
    });
    let (_folder, plan) = series();
    scenario(plan.faults(without_wasm()), async |reader| {
        reader.open("all/").await;
        assert_no_failure(reader).await;
        reader.type_into("q", "harbour").await;
        until("the review alone", async || {
            (reader.texts(".year li a").await == ["Harbour Lights"]).then_some(())
        })
        .await;
    });
}

#[test]
fn a_host_that_forbids_wasm_is_reported_and_the_review_stays() {
    let faults = Faults::default().policy("script-src 'self' 'unsafe-inline'");
    cannot_start(
        faults,
        &["WebAssembly", "CompileError", "script-src wasm-eval"],
        "arrived damaged or was not let in",
    );
}

/// Some hosts add scripts to pages.
#[test]
fn a_failure_of_another_script_is_not_the_searchs() {
    let site = Deployed::default();
    site.write("throws.js", b"throw new Error('of others')");
    // As a download that failed.
    site.write("throws-too.js", b"throw new TypeError('of others')");
    let page = |html: &str| {
        let files = ["gone.js", "throws.js", "throws-too.js"];
        let others = files.map(|file| format!("<script src=\"{file}\"></script>"));
        html.replacen("</body>", &format!("{}</body>", others.concat()), 1)
    };
    let plan = Plan::default().folder(site.path());
    let plan = plan.faults(Faults::default().edit(page));
    let plan = plan.expect_lost_files().expect_message("of others");
    scenario(plan, async |reader| {
        reader.open("").await;
        until("the search", async || {
            (reader.app_state().await.as_deref() == Some("ready")).then_some(())
        })
        .await;
        // A page waits before it reports what may be lost because it is left.
        sleep(Duration::from_secs(4)).await;
        assert_eq!(reader.app_state().await.as_deref(), Some("ready"));
        assert_eq!(reader.texts("#search-failed").await, [""; 0]);
    });
}

#[test]
fn text_typed_before_a_failure_hides_no_tracks() {
    let faults = Faults::default().hold(".wasm").miss(".wasm");
    let plan = Plan::default()
        .faults(faults)
        .expect_lost_files()
        .expect_message("could not be loaded (404)");
    scenario(plan, async |reader| {
        reader.open("").await;
        reader.type_into("q", "storm").await;
        reader.server.release();
        reader.until_failed().await;
        assert_whole_review(reader).await;
        assert_eq!(reader.controls().await, [""; 0]);
    });
}
