//! Every form of link that a review can hold, as the browser resolves it at both
//! addresses of the page; those to pages of the site are opened. `crates/publisher/src/address.rs` has the property of
//! all addresses.

use e2e::{BrowserPage, Plan, scenario, until};

use crate::hostile::{publish_all, review, slug};

/// With what each leads to; a path is one of this site.
const LINKS: [(&str, &str); 12] = [
    ("../", "/"),
    ("../hostile-1/", "/hostile-1/"),
    ("../hostile-1/#track-2", "/hostile-1/#track-2"),
    (
        "../hostile-1/?q=second#track-2",
        "/hostile-1/?q=second#track-2",
    ),
    ("../all/", "/all/"),
    ("../robots.txt", "/robots.txt"),
    ("../../robots.txt", "/robots.txt"),
    ("../hostile-0/picture.png", "/hostile-0/picture.png"),
    (
        "https://example.invalid/?a=1&b=2#c",
        "https://example.invalid/?a=1&b=2#c",
    ),
    ("http://example.invalid", "http://example.invalid/"),
    ("HTTPS://example.invalid/", "https://example.invalid/"),
    ("mailto:mail@example.invalid", "mailto:mail@example.invalid"),
];

/// The absolute addresses of the links in the prose, as the browser resolves
/// them.
async fn addresses(reader: &BrowserPage) -> Vec<String> {
    let links = "return [...document.querySelectorAll('.prose > ul a')].map(({ href }) => href)";
    reader.ask(links, []).await
}

#[test]
fn each_form_of_link_leads_to_one_place_from_both_addresses() {
    let links = LINKS
        .iter()
        .map(|(link, _)| format!("- [link](<{link}>)\n"));
    let prose = format!("\n\n{}\n## Track List", links.collect::<String>());
    let newest = review("plain", 0)
        .replacen("\n\n## Track List", &prose, 1)
        .replacen("published = 2026-01-01", "published = 2026-01-02", 1);
    let site = publish_all(&[newest, review("other", 1)]);
    scenario(Plan::default().folder(site.path()), async |reader| {
        let mut found = Vec::new();
        // With a search, which no link may take along.
        for page in ["?q=second", &format!("{}/?q=second", slug(0))] {
            reader.open_live(page).await;
            found.push(addresses(reader).await);
        }
        assert_eq!(found[0], found[1]);
        let origin: String = reader.ask("return location.origin", []).await;
        let absolute = |to: &str| match to.starts_with('/') {
            true => format!("{origin}{to}"),
            false => to.to_owned(),
        };
        let expected: Vec<String> = LINKS.iter().map(|(_, to)| absolute(to)).collect();
        assert_eq!(found[0], expected);
        for (at, (_, to)) in LINKS.iter().enumerate() {
            let path = to.split(['?', '#']).next().unwrap_or_default();
            if !(path.starts_with('/') && path.ends_with('/')) {
                continue;
            }
            reader.open_live("?q=second").await;
            let click = "document.querySelectorAll('.prose > ul a')[arguments[0]].click()";
            reader.ask::<()>(click, [at.into()]).await;
            until(to, async || {
                let here: String = reader.ask("return location.href", []).await;
                (here == absolute(to)).then_some(())
            })
            .await;
        }
    });
}
