//! Every form of link that a review can hold, as the browser resolves it at both
//! addresses of the page; those to pages of the site are opened.
//! `crates/publisher/src/address.rs` has the property of all addresses, and
//! `tests/serve/` the same links under `cargo xtask serve`.

use e2e::{BrowserPage, Plan, links, scenario, until};

use crate::hostile::{publish_all, review, slug};

/// The absolute addresses of the links in the prose, as the browser resolves
/// them.
async fn addresses(reader: &BrowserPage) -> Vec<String> {
    let links = "return [...document.querySelectorAll('.prose > ul a')].map(({ href }) => href)";
    reader.ask(links, []).await
}

#[test]
fn each_form_of_link_leads_to_one_place_from_both_addresses() {
    let links = links::forms(&slug(1));
    let prose = format!("\n\n{}\n## Track List", links::markdown(&links));
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
        let expected: Vec<String> = links.iter().map(|link| absolute(&link.leads_to)).collect();
        assert_eq!(found[0], expected);
        for (at, links::Link { leads_to: to, .. }) in links.iter().enumerate() {
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
