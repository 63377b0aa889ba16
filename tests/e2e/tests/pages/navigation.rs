//! From review to review. In browsers with the Navigation API the app shows the
//! next review without a load; in others each step is a load. Either way a reader
//! arrives at the same page.

use e2e::{BrowserPage, Deployed, Faults, fixture::Series, until};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{
    Plan,
    engine_independent::series,
    scenario,
    theme::{choose, is_dark},
};

/// The reviews of the fixture site, by title and address, newest first.
const NEWEST: &str = "One Long Night";
const MIDDLE: &str = "Harbour Lights";

/// The titles of the rows that are shown.
const ROWS: &str = "#tracks tbody .name";

/// What never changes on a page, apart from what a search and the reader's
/// browser do to it: as HTML without comments.
const PARTS: &str = "
    const parts = (page) => {
        const all = page.querySelectorAll(
            '.masthead, .text, #search-help, #tracks tbody, #app > .others, title, ' +
            'meta[name=description], meta[name=theme-color], link[rel=canonical], ' +
            'script[type=\"application/ld+json\"], #review-data');
        return [...all].map((part) => {
            const copy = part.cloneNode(true);
            const comments = page.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
            for (let at; (at = comments.nextNode()); ) at.remove();
            // The browser writes JSON without the escapes that HTML needs.
            const json = part.type === 'application/ld+json' && copy.firstChild;
            if (json) json.nodeValue = JSON.stringify(JSON.parse(json.nodeValue));
            copy.normalize();
            return copy;
        });
    };
    const table = (page) =>
        ['#tracks', '#tracks > thead', '#headers'].map((part) => {
            const { className, role } = page.querySelector(part);
            return `${className} ${role}`;
        });
    const of_root = ({ documentElement: html }) =>
        [html.lang, html.dataset.hue].join();
    const load = (url) => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.responseType = 'document';
        request.overrideMimeType('text/html');
        request.onload = () => resolve(request.response);
        request.onerror = reject;
        request.send();
    });";

/// The site of several reviews, whose pages a reader goes through.
fn series() -> (Series, Plan) {
    let (site, plan) = series::series();
    (site, plan.with_transitions())
}

/// A copy of the site of several reviews, which the test changes.
fn own_series() -> (Deployed, Plan) {
    let site = Deployed::empty();
    site.copy_all(&Series::shared().path(), "");
    let plan = Plan::default().folder(site.path());
    (site, plan.with_transitions())
}

/// The parts of the open page that differ from the published page at `url`.
async fn differences(reader: &BrowserPage, url: &str) -> Vec<String> {
    let script = format!(
        "{PARTS}
        return load(arguments[0]).then((published) => {{
            const [here, there] = [parts(document), parts(published)];
            const differ = here
                .filter((part, at) => !part.isEqualNode(there[at]))
                .map((part) => part.outerHTML.slice(0, 2000));
            if (here.length !== there.length) differ.push(`${{here.length}} parts, not ${{there.length}}`);
            if (`${{table(document)}}` !== `${{table(published)}}`) differ.push(`${{table(document)}}`);
            if (of_root(document) !== of_root(published)) differ.push(of_root(document));
            return differ;
        }});"
    );
    reader.ask(&script, [json!(url)]).await
}

async fn has_navigation(reader: &BrowserPage) -> bool {
    reader.ask("return 'navigation' in window", []).await
}

/// When the document was loaded.
async fn loaded_at(reader: &BrowserPage) -> f64 {
    reader.ask("return performance.timeOrigin", []).await
}

/// Waits for the page with this title, with its search working.
async fn until_at(reader: &BrowserPage, title: &str) {
    until(&format!("the page “{title}”"), async || {
        let titles = reader.texts("h1").await;
        titles[..].concat().starts_with(title).then_some(())
    })
    .await;
    reader.until_live().await;
}

async fn until_path(reader: &BrowserPage, end: &str) {
    until(&format!("the address of {end}"), async || {
        let path = reader.address("pathname").await;
        path.ends_with(end).then_some(())
    })
    .await;
}

#[test]
fn each_review_is_shown_as_it_was_published() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let start = loaded_at(reader).await;
        // A step that is cut off, as by a change of the address within it.
        let count = "self.cutOff = 0;
            self.navigation?.addEventListener('navigateerror', () => { self.cutOff += 1; });";
        reader.ask::<()>(count, []).await;
        for (link, title, path) in [
            (".others [rel=prev]", MIDDLE, "/harbour-lights/"),
            (
                ".others [rel=prev]",
                "Über den Wolken",
                "/ueber-den-wolken/",
            ),
            (".others [rel=next]", MIDDLE, "/harbour-lights/"),
            (".others [rel=next]", NEWEST, "/one-long-night/"),
            (".site .home", NEWEST, "/"),
            (".latest a", MIDDLE, "/harbour-lights/"),
        ] {
            reader.click(link).await;
            until_path(reader, path).await;
            until_at(reader, title).await;
            let published = reader.server.url(&path[1..]);
            assert_eq!(differences(reader, &published).await, [""; 0], "{path}");
            let same = loaded_at(reader).await == start;
            assert_eq!(same, has_navigation(reader).await, "{path}");
        }
        assert_eq!(reader.ask::<u32>("return self.cutOff ?? 0", []).await, 0);
        reader.client.back().await.expect("it can go back");
        until_path(reader, "/").await;
        until_at(reader, NEWEST).await;
        assert_eq!(differences(reader, &reader.server.url("")).await, [""; 0]);
    });
}

/// The app renders what is missing, in each engine.
#[test]
fn a_page_whose_parts_are_missing_is_mended_as_it_was_published() {
    let (site, plan) = own_series();
    let pages = ["", "harbour-lights/", "ueber-den-wolken/"];
    for page in pages {
        // A copy that the server does not edit.
        let page = site.path().join(page);
        std::fs::copy(page.join("index.html"), page.join("published.txt")).expect("a copy");
    }
    let faults = Faults::default().edit(without_parts);
    scenario(plan.faults(faults), async |reader| {
        for page in pages {
            reader.open_live(page).await;
            let published = reader.server.url(&format!("{page}published.txt"));
            assert_eq!(differences(reader, &published).await, [""; 0], "{page}");
            reader.type_into("q", "zzz").await;
            reader.until_shown(&[]).await;
        }
    });
}

/// Removes the article and the rows.
fn without_parts(html: &str) -> String {
    let mut html = html.to_owned();
    for (from, to) in [
        ("<header class=\"masthead\">", "<section "),
        ("<div id=\"search-help\"", "<table"),
        ("<tbody", "</table>"),
        ("<nav class=\"others\"", "</div>\n<script"),
    ] {
        let start = html.find(from).expect("the part");
        let end = start
            + html[start..]
                .find(to)
                .unwrap_or_else(|| panic!("{to} behind {from} in {html}"));
        html.replace_range(start..end, "");
    }
    html
}

#[test]
fn the_search_works_on_the_next_review_and_comes_back_with_back() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("harbour-lights/").await;
        let all = reader.status().await;
        reader.type_into("q", "the").await;
        reader.strike(Key::Return).await;
        reader.until_address("search", "?q=the").await;
        let (status, shown) = (reader.status().await, reader.shown().await);
        assert_ne!(status, all);
        reader.ask::<()>("scrollTo(0, 300)", []).await;
        reader.click(".others [rel=next]").await;
        until_at(reader, NEWEST).await;
        assert_eq!(reader.value("q").await, "");
        assert_eq!(reader.address("search").await, "");
        reader.type_into("q", "zzz").await;
        reader.until_shown(&[]).await;
        reader.client.back().await.expect("it can go back");
        // The search on the second page has an entry of its own.
        if reader.texts("h1").await == [NEWEST] {
            reader.client.back().await.expect("it can go back");
        }
        until_at(reader, MIDDLE).await;
        reader.until_shown(&shown).await;
        // WebKit resets the box of a page from its back/forward cache in a task of its
        // own.
        until("the text in the box", async || {
            (reader.value("q").await == "the").then_some(())
        })
        .await;
        assert_eq!(reader.status().await, status);
    });
}

/// Its data is in it, so Back to it needs no connection.
#[test]
fn the_page_that_was_loaded_comes_back_without_the_host() {
    let (_folder, plan) = series();
    scenario(
        // Chromium asks for the manifest again at each address.
        plan.expect_message("manifest.webmanifest"),
        async |reader| {
            // The links to other reviews stay far below the window, so that their data
            // is not fetched ahead.
            reader.resize(390, 300).await;
            reader.open_live("").await;
            let start = loaded_at(reader).await;
            reader.click(".latest a").await;
            until_at(reader, MIDDLE).await;
            reader.lose_host().await;
            reader.client.back().await.expect("it can go back");
            until_at(reader, NEWEST).await;
            let stayed = loaded_at(reader).await == start;
            assert!(stayed || !has_navigation(reader).await);
        },
    );
}

#[test]
fn focus_and_scroll_position_begin_anew_and_come_back() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.resize(390, 700).await;
        reader.open_live("harbour-lights/").await;
        // The position at which the step ends: at once, not after a smooth scroll.
        let watch = "self.navigation?.addEventListener('navigatesuccess', () => {
            self.arrivedAt ??= scrollY;
        });";
        reader.ask::<()>(watch, []).await;
        reader.click(".others [rel=next]").await;
        until_at(reader, NEWEST).await;
        let top = "return scrollY";
        until("the top of the page", async || {
            (reader.ask::<f64>(top, []).await < 1.0).then_some(())
        })
        .await;
        let arrived_at = "return self.arrivedAt ?? 0";
        assert_eq!(reader.ask::<f64>(arrived_at, []).await, 0.0);
        assert_eq!(reader.focus().await, "");
        let watch = "self.places = new Set();
            addEventListener('scroll', () => self.places.add(scrollY));";
        reader.ask::<()>(watch, []).await;
        reader.client.back().await.expect("it can go back");
        until_at(reader, MIDDLE).await;
        until("the link at the end of the page", async || {
            (reader.ask::<f64>(top, []).await > 300.0).then_some(())
        })
        .await;
        // A smooth scroll passes a place in each frame.
        let places = "return self.places?.size ?? 0";
        assert!(reader.ask::<usize>(places, []).await <= 2);
        reader.client.forward().await.expect("it can go forward");
        until_at(reader, NEWEST).await;
        until("the top of the page", async || {
            (reader.ask::<f64>(top, []).await < 1.0).then_some(())
        })
        .await;
    });
}

#[test]
fn a_mention_in_the_next_review_leads_to_its_row() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        reader.click(".others [rel=prev]").await;
        until_at(reader, MIDDLE).await;
        let mention = reader
            .ask::<Option<String>>(
                "return document.querySelector('.prose a[id^=mention]')?.hash",
                [],
            )
            .await;
        let row = mention.expect("the review mentions a track");
        reader.type_into("q", "zzz").await;
        reader.until_shown(&[]).await;
        reader.click(".prose a[id^=mention]").await;
        until("the row in view", async || reader.sees(&row).await).await;
    });
}

#[test]
fn keys_theme_and_paper_are_as_after_a_load() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        choose(reader, "dark").await;
        reader.click(".others [rel=prev]").await;
        until_at(reader, MIDDLE).await;
        assert!(is_dark(reader).await, "as chosen");
        let (all, rows) = (reader.status().await, reader.texts(ROWS).await);
        reader.strike('/').await;
        assert_eq!(reader.focus().await, "q");
        reader.type_into("q", "fog").await;
        until("the search", async || {
            (reader.status().await != all).then_some(())
        })
        .await;
        reader.set_media("print").await;
        assert_eq!(reader.texts(ROWS).await, rows, "the whole list is printed");
        assert_eq!(reader.controls().await, [""; 0]);
        reader.set_media("").await;
        // The box was hidden, and so lost the focus.
        reader.strike('/').await;
        reader.strike(Key::Escape).await;
        until("all tracks", async || {
            (reader.status().await == all).then_some(())
        })
        .await;
        choose(reader, "light").await;
        assert!(!is_dark(reader).await, "chosen on this page");
    });
}

/// Whatever goes wrong, the reader arrives by a load.
#[test]
fn what_is_unexpected_ends_in_a_load() {
    let arrives = |plan: Plan, before: &'static str| {
        scenario(plan, async move |reader| {
            reader.open_live("").await;
            let start = loaded_at(reader).await;
            reader.ask::<()>(before, []).await;
            reader.click(".others [rel=prev]").await;
            until_path(reader, "/harbour-lights/").await;
            until_at(reader, MIDDLE).await;
            assert_ne!(loaded_at(reader).await, start);
            // Nothing is left of the search before, nor of its thumbs.
            assert_eq!(reader.address("search").await, "");
            assert_eq!(reader.status().await, "4 tracks · 1:11:34");
            reader.client.back().await.expect("it can go back");
            until_path(reader, "/").await;
            until_at(reader, NEWEST).await;
        });
    };
    let (_folder, plan) = series();
    arrives(
        plan.faults(Faults::default().miss("review.json"))
            .expect_lost_files(),
        "",
    );
    let (_folder, plan) = series();
    arrives(plan.faults(Faults::default().truncate("review.json")), "");
    let (site, plan) = own_series();
    let data = site.path().join("harbour-lights/review.json");
    let json = std::fs::read_to_string(&data).expect("the page's data");
    let mut json: Value = serde_json::from_str(&json).expect("it is JSON");
    json["build"] = json!("another");
    std::fs::write(&data, json.to_string()).expect("it can be written");
    arrives(plan, "");
}

/// The browser takes both reviews for one page then, and loads neither.
#[test]
fn back_leads_to_the_review_before_without_the_app_too() {
    let (site, plan) = own_series();
    let plan = plan.faults(Faults::default().lifetime("no-store"));
    scenario(plan.expect_lost_files(), async |reader| {
        reader.open_live("").await;
        reader.click(".others [rel=prev]").await;
        until_at(reader, MIDDLE).await;
        for file in site.files().keys() {
            if file.starts_with("liner-notes-navigation") {
                site.remove(file);
            }
        }
        reader.reload().await;
        let until_started = async |title: &str| {
            until(title, async || {
                let is_there = reader.texts("h1").await == [title];
                (is_there && reader.app_state().await.is_some()).then_some(())
            })
            .await;
        };
        until_started(MIDDLE).await;
        reader.client.back().await.expect("it can go back");
        until_path(reader, "/").await;
        until_started(NEWEST).await;
    });
}

#[test]
fn a_link_within_the_page_while_another_is_on_its_way_leads_to_that() {
    let (_site, plan) = series();
    let faults = Faults::default().hold("review.json");
    scenario(plan.faults(faults), async |reader| {
        reader.open_live("").await;
        if !has_navigation(reader).await {
            return;
        }
        let both = "setTimeout(() => {
            document.querySelector('.others [rel=prev]').click();
            setTimeout(() => {
                document.querySelector('#tracks a[href=\"#track-1\"]').click();
                fetch('/THIRD-PARTY.txt');
            }, 300);
        });";
        tokio::join!(reader.ask::<()>(both, []), async {
            until("both clicks", async || {
                let mut visits = reader.server.visits().into_iter();
                let is_there = visits.any(|visit| visit.path.ends_with("THIRD-PARTY.txt"));
                is_there.then_some(())
            })
            .await;
            reader.server.release();
        });
        until_at(reader, MIDDLE).await;
        until_path(reader, "/harbour-lights/").await;
        assert_eq!(reader.address("hash").await, "#track-1");
    });
}

/// On a wide screen they scroll in a panel of their own.
#[test]
fn the_tracks_of_the_next_review_are_seen_from_the_first() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.resize(1280, 400).await;
        reader.open_live("").await;
        let scrolled = "const panel = document.querySelector('.tracks');
            panel.scrollTop += arguments[0];
            return panel.scrollTop";
        assert!(reader.ask::<f64>(scrolled, [json!(90)]).await > 50.0);
        reader.click(".others [rel=prev]").await;
        until_at(reader, MIDDLE).await;
        until("the top of the panel", async || {
            (reader.ask::<f64>(scrolled, [json!(0)]).await < 1.0).then_some(())
        })
        .await;
    });
}

#[test]
fn a_review_that_takes_long_shows_a_progress_bar_and_no_transition() {
    let (_site, plan) = series();
    scenario(
        plan.faults(Faults::default().hold("review.json")),
        async |reader| {
            reader.open_live("").await;
            if !has_navigation(reader).await {
                return;
            }
            let watch = "
            const display = () => getComputedStyle(document.getElementById('download')).display;
            window.displayed = [display()];
            window.transitions = 0;
            const start = document.startViewTransition.bind(document);
            document.startViewTransition = (update) => {
                window.transitions += 1;
                return start(update);
            };
            new MutationObserver(() => {
                window.displayed.push(display());
                fetch('/THIRD-PARTY.txt');
            }).observe(document.documentElement, { attributeFilter: ['data-loading'] });";
            reader.ask::<()>(watch, []).await;
            // The driver's click takes as long as the page, so the server says when the
            // bar is there.
            tokio::join!(reader.click(".others [rel=prev]"), async {
                until("the progress bar", async || {
                    let visits = reader.server.visits();
                    let mut paths = visits.iter().map(|visit| &visit.path);
                    paths
                        .any(|path| path.ends_with("THIRD-PARTY.txt"))
                        .then_some(())
                })
                .await;
                reader.server.release();
            });
            until_at(reader, MIDDLE).await;
            let displayed: Vec<String> = reader.ask("return window.displayed", []).await;
            let [before, during, after] = &displayed[..] else {
                panic!("{displayed:?}");
            };
            assert!(
                before == "none" && during != "none" && after == "none",
                "{displayed:?}"
            );
            let transitions = "return window.transitions";
            assert_eq!(reader.ask::<u32>(transitions, []).await, 0);
        },
    );
}

#[test]
fn a_link_to_the_list_of_all_reviews_is_a_load() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let start = loaded_at(reader).await;
        reader.click(".others a[href$='all/']").await;
        until_path(reader, "/all/").await;
        until("the list", async || {
            (reader.texts("h1").await == ["All reviews"]).then_some(())
        })
        .await;
        assert_ne!(loaded_at(reader).await, start);
    });
}

#[test]
fn the_search_of_every_album_goes_on_across_pages() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        let start = loaded_at(reader).await;
        reader.click("#every-album").await;
        reader.type_into("q", "fog").await;
        until("results", async || {
            (!reader.texts(".other-albums li a").await.is_empty()).then_some(())
        })
        .await;
        let found = reader.texts(".other-albums li a").await;
        reader.click(".other-albums li a").await;
        until_at(reader, MIDDLE).await;
        let row: String = reader.ask("return location.hash", []).await;
        until("the row in view", async || reader.sees(&row).await).await;
        assert!(
            reader.texts(&format!("{row} .name")).await == found[..1],
            "{row}"
        );
        assert_eq!(
            loaded_at(reader).await == start,
            has_navigation(reader).await
        );
    });
}

/// The download goes on, for the next click on the link.
#[test]
fn a_review_that_the_reader_does_not_wait_for_shows_no_progress() {
    for how in ["stop()", "history.back()"] {
        let (_site, plan) = series();
        let faults = Faults::default().hold("review.json");
        scenario(plan.faults(faults), async |reader| {
            reader.open_live("").await;
            if !has_navigation(reader).await {
                return;
            }
            let leave = format!(
                "new MutationObserver(() => {{
                    if ('loading' in document.documentElement.dataset) {how};
                    else fetch('/THIRD-PARTY.txt');
                }}).observe(document.documentElement, {{ attributeFilter: ['data-loading'] }});
                setTimeout(() => document.querySelector('.others [rel=prev]').click());"
            );
            tokio::join!(reader.ask::<()>(&leave, []), async {
                until("the end of the progress bar", async || {
                    let mut visits = reader.server.visits().into_iter();
                    let is_there = visits.any(|visit| visit.path.ends_with("THIRD-PARTY.txt"));
                    is_there.then_some(())
                })
                .await;
                reader.server.release();
            });
            assert_eq!(reader.texts("h1").await, [NEWEST], "{how}");
        });
    }
}
