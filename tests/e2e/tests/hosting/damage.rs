//! A damaged deploy: each file of the site in turn is lost, or cut in the
//! middle. The article stays readable, and where the search cannot start the
//! page says why.

use e2e::{BrowserPage, Deployed, Faults, Plan, Server, scenario};

/// The review's own page; the front page has the same content.
const PAGE: &str = "mission-impossible-fallout/";

/// Whether the search needs this file to start. A page that is whole, of a site's
/// only review, needs no program to show another one.
fn is_needed(path: &str) -> bool {
    let is_later = path.starts_with("liner-notes-navigation");
    let is_program = path.ends_with(".js") || path.ends_with(".wasm");
    is_program && path != "sw.js" && !is_later
}

/// Opens a page of a damaged site. Each site has an origin of its own, so that
/// no earlier cache repairs it.
async fn assert_readable(reader: &BrowserPage, site: &Deployed, path: &str) {
    let server = Server::start(site.path(), "/", Faults::default());
    let url = server.url(PAGE);
    reader.client.goto(&url).await.expect("the page opens");
    match is_needed(path) {
        true => {
            let line = reader.until_failed().await;
            assert!(
                line.contains("search could not start: a part of it"),
                "{path}: {line}"
            );
        }
        false => reader.until_live().await,
    }
    assert!(
        reader.texts("h1").await.concat().contains("Fallout"),
        "{path}"
    );
    assert!(reader.texts("article p").await.len() > 5, "{path}");
    assert_eq!(reader.shown().await.len(), 26, "{path}");
}

/// Damages each file in turn. All console messages are allowed.
fn each_file(spoil: fn(&Deployed, &str)) {
    let whole = Deployed::default().files();
    let plan = Plan::default().expect_message("");
    scenario(plan, async |reader| {
        for path in whole.keys().filter(|path| !path.ends_with(".html")) {
            let site = Deployed::default();
            spoil(&site, path);
            assert_readable(reader, &site, path).await;
        }
    });
}

#[test]
fn the_article_is_readable_whichever_file_is_lost() {
    each_file(|site, path| site.remove(path));
}

#[test]
fn the_article_is_readable_whichever_file_is_cut() {
    each_file(|site, path| {
        let bytes = &site.files()[path];
        site.write(path, &bytes[..bytes.len() / 2]);
    });
}

/// The text comes first in a page, so what has arrived is readable.
#[test]
fn a_cut_page_shows_its_text_and_says_that_it_cannot_search() {
    let site = Deployed::default();
    let path = format!("{PAGE}index.html");
    let page = site.files()[&path].clone();
    let at = |part: &str| {
        let mut parts = page.windows(part.len());
        let found = parts.position(|bytes| bytes == part.as_bytes());
        found.unwrap_or_else(|| panic!("no {part} in the page"))
    };
    let (style, prose, data) = (at("<style>"), at("class=\"prose\""), at("review-data"));
    for end in [style + 1_000, (prose + data) / 2, data, data + 200] {
        site.write(&path, &page[..end]);
        let plan = Plan::default().folder(site.path()).expect_message("");
        scenario(plan, async |reader| {
            reader.open(PAGE).await;
            reader.until_failed().await;
            let text = reader.texts("body").await.concat();
            let reasons = [
                "The rest of this page did not arrive",
                "search could not start",
            ];
            assert!(reasons.iter().any(|reason| text.contains(reason)), "{text}");
            let has_text = reader.texts("article p").await.len() > 1;
            assert_eq!(has_text, end > prose, "cut at {end}");
        });
    }
}
