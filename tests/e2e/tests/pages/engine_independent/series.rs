//! A site of several reviews: its navigation, and the search over all albums.

use e2e::{BrowserPage, Faults, fixture::Series, until};
use serde_json::json;

use crate::{Plan, scenario};

/// The fixture site; it exists as long as the returned folder.
pub fn series() -> (Series, Plan) {
    let site = Series::shared();
    let plan = Plan::default().folder(&site.path());
    (site, plan)
}

/// The results in other albums, one line per track.
async fn others(reader: &BrowserPage) -> Vec<String> {
    reader.texts(".other-albums li a").await
}

fn asked_for_tracks(reader: &BrowserPage) -> usize {
    let visits = reader.server.visits();
    let tracks = visits
        .iter()
        .filter(|visit| visit.path.ends_with("tracks.json"));
    tracks.count()
}

#[test]
fn links_lead_from_review_to_review() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        assert_eq!(reader.texts("h1").await, ["One Long Night"]);
        reader.click(".others [rel=prev]").await;
        until("the review before", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
        reader.until_live().await;
        reader.click(".others [rel=next]").await;
        until("the newest review again", async || {
            (reader.texts("h1").await == ["One Long Night"]).then_some(())
        })
        .await;
        reader.until_live().await;
    });
}

#[test]
fn no_page_of_a_series_scrolls_sideways() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        for page in ["", "harbour-lights/", "all/"] {
            reader.open(page).await;
            for width in [320, 390, 1024, 1280] {
                reader.resize(width, 844).await;
                assert_eq!(reader.sideways().await, [""; 0], "{page} at {width} px");
            }
        }
    });
}

/// WCAG 1.4.4 and 1.4.10.
#[test]
fn the_header_fits_large_text() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open("all/").await;
        for (width, percent) in [(320, 100), (320, 200), (390, 200)] {
            reader.resize(width, 844).await;
            let larger = "document.documentElement.style.fontSize = `${arguments[0]}%`";
            reader.ask::<()>(larger, [percent.into()]).await;
            let beyond = "return [...document.querySelectorAll('.site :is(a, label)')]
                .filter((link) => {
                    const { left, right, width } = link.getBoundingClientRect();
                    return width === 0 || left < 0 || right > innerWidth;
                })
                .map((link) => link.textContent)";
            let beyond: Vec<String> = reader.ask(beyond, []).await;
            assert_eq!(beyond, [""; 0], "{percent} % at {width} px");
            assert_eq!(
                reader.sideways().await,
                [""; 0],
                "{percent} % at {width} px"
            );
            assert_eq!(reader.texts(".site a, .site label").await.len(), 6);
        }
    });
}

#[test]
fn other_reviews_are_linked_in_the_first_two_screens_of_a_phone() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.resize(390, 844).await;
        reader.open("").await;
        let latest = reader.area(".latest").await;
        assert!(latest.bottom < 2.0 * 844.0, "{latest:?}");
        reader.click(".latest a").await;
        until("the review", async || {
            (reader.texts("h1").await == ["Harbour Lights"]).then_some(())
        })
        .await;
        reader.click(".site nav [href$='all/']").await;
        until("the list of all", async || {
            (reader.texts("h1").await == ["All reviews"]).then_some(())
        })
        .await;
    });
}

#[test]
fn a_search_of_all_albums_links_to_the_rows() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("").await;
        reader.type_into("q", "lamp").await;
        assert_eq!(asked_for_tracks(reader), 0, "before anybody asked");
        reader.click("#every-album").await;
        let found = until("results", async || {
            let found = others(reader).await;
            (!found.is_empty()).then_some(found)
        })
        .await;
        assert_eq!(found, ["Lamps"]);
        reader.until_address("search", "?q=lamp&all=1").await;
        assert_eq!(asked_for_tracks(reader), 1);
        let href = "const link = document.querySelector('.other-albums li a');
            return link.getAttribute('href')";
        let href: String = reader.ask(href, []).await;
        assert!(href.contains("/?q=lamp&all=1#track-"), "{href}");
        reader.click(".other-albums li a").await;
        until("the row on the other album’s page", async || {
            reader
                .ask::<bool>(
                    "return location.hash !== '' && !!document.querySelector('tr:target')",
                    [],
                )
                .await
                .then_some(())
        })
        .await;
        reader.until_live().await;
        assert_eq!(reader.address("search").await, "?q=lamp&all=1");
        let row = reader.texts("tr:target .name").await;
        assert_eq!(row, found[..1], "the row is shown");
    });
}

#[test]
fn a_failed_load_of_tracks_is_reported_and_can_be_retried() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("?q=zzzz").await;
        let fail_once = "
            const real = window.fetch;
            window.fetch = (...request) => {
                window.fetch = real;
                // The page's own constructors: in Firefox, WebDriver scripts
                // have others.
                const { Promise, TypeError } = window;
                return Promise.reject(new TypeError('cut off'));
            };";
        reader.ask::<()>(fail_once, []).await;
        reader.click("#every-album").await;
        let output = until("a notice", async || {
            let output = reader.texts(".other-albums .notice").await.concat();
            (!output.is_empty()).then_some(output)
        })
        .await;
        assert!(
            output.contains("could not be loaded: there is no connection"),
            "{output}"
        );
        reader.press_button("Try again").await;
        until("the answer", async || {
            let output = reader.texts(".other-albums [role=status]").await.concat();
            output
                .contains("No track of another album matches")
                .then_some(())
        })
        .await;
    });
}

#[test]
fn a_damaged_file_of_tracks_is_reported() {
    let (_folder, plan) = series();
    scenario(
        plan.faults(Faults::default().truncate("tracks.json")),
        async |reader| {
            reader.open_live("?q=storm&all=1").await;
            until("a notice", async || {
                let output = reader.texts(".other-albums .notice").await.concat();
                output.contains("the file is damaged").then_some(())
            })
            .await;
        },
    );
}

#[test]
fn a_site_of_one_review_offers_no_other_albums() {
    scenario(Plan::default(), async |reader| {
        reader.open_live("?q=storm&all=1").await;
        reader.until_shown(&[1, 13]).await;
        assert_eq!(
            reader.texts(".album-switch, .other-albums, .others").await,
            [""; 0]
        );
    });
}

/// One key as soon as the last was handled: the script types, and reads the
/// announcement after each.
#[test]
fn results_in_other_albums_are_announced_at_a_pause() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("?all=1").await;
        let spoken = async || {
            let spoken = "return document.querySelector('.found + [role=status]').textContent";
            reader.ask::<String>(spoken, []).await
        };
        let invited = "Type above to search the other albums as well.";
        until("the other albums", async || {
            (spoken().await == invited).then_some(())
        })
        .await;
        let typed = async |texts: &[&str]| {
            let keys = "
                const [texts, done] = arguments;
                const q = document.getElementById('q');
                const [seen, spoken] = document.querySelectorAll('.found, .found + *');
                const output = [];
                for (const text of texts) {
                    q.value = text;
                    q.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise((then) => setTimeout(then));
                    output.push([seen.textContent, spoken.textContent]);
                }
                done(output);";
            let keys = format!("(async (...arguments) => {{ {keys} }})(...arguments)");
            let output = reader.client.execute_async(&keys, vec![json!(texts)]).await;
            let output = output.expect("the script types");
            serde_json::from_value::<Vec<[String; 2]>>(output).expect("what was seen and spoken")
        };
        let lamps = "1 track in 1 other album · 3:00";
        let output = typed(&["la", "lam", "lamp"]).await;
        assert!(
            output.iter().all(|[_, spoken]| spoken == invited),
            "{output:?}"
        );
        assert_eq!(output[2][0], lamps, "seen at each key");
        until("what was found to be spoken", async || {
            (spoken().await == lamps).then_some(())
        })
        .await;
        let nothing = "No track of another album matches.";
        let output = typed(&["lampr", "lamprz"]).await;
        assert!(
            output.iter().all(|[_, spoken]| spoken == lamps),
            "{output:?}"
        );
        assert_eq!(output[1][0], nothing, "seen at each key");
        until("that nothing was found to be spoken", async || {
            (spoken().await == nothing).then_some(())
        })
        .await;
    });
}

/// The search matches nothing in this album and all of another album.
#[test]
fn a_whole_album_is_found_by_its_composer() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("?q=orjan&all=1").await;
        until("the whole album", async || {
            let found = reader.texts(".other-albums h4").await;
            (found == ["Über den Wolken – 夜の雲 Örjan Exempel · 2 tracks · 6:15"]).then_some(())
        })
        .await;
        assert_eq!(reader.texts(".found").await, ["1 whole album"]);
        let output = reader.texts("#no-match > p:first-child").await.concat();
        assert_eq!(output, "No track of this album matches. See other albums");
        let href = "return document.querySelector('.other-albums h4 a').getAttribute('href')";
        let href: String = reader.ask(href, []).await;
        assert_eq!(href, "ueber-den-wolken/", "a page that shows all of it");
    });
}

#[test]
fn similar_names_in_other_albums_are_suggested() {
    let (_folder, plan) = series();
    scenario(plan, async |reader| {
        reader.open_live("?q=habrour&all=1").await;
        until("an offer", async || {
            let offers = reader.texts("#other-suggestions button").await;
            offers.contains(&"Harbour Lights".to_owned()).then_some(())
        })
        .await;
        reader.press_button("Harbour Lights").await;
        until("the album", async || {
            let found = reader.texts(".other-albums h4 a").await;
            (found == ["Harbour Lights"]).then_some(())
        })
        .await;
        assert_eq!(reader.texts("#other-suggestions button").await, [""; 0]);
    });
}
