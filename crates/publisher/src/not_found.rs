//! Renders `404.html` and `offline.html`. Neither loads the wasm.

use leptos::prelude::*;

use crate::{
    failure::Failure,
    hue, scripts,
    shell::{APP, FOLDER, Shell, Slots},
    site::Site,
    site_header::SiteHeader,
    site_index::SiteIndex,
};

/// Renders `404.html`, which hosts serve for missing pages at any depth, so
/// that relative addresses do not work in it. Without `url` in `site.toml`, a script
/// looks for the site's root.
///
/// # Errors
/// That script has a fault.
pub fn page(shell: &Shell, site: &Site, index: &SiteIndex) -> Result<String, Failure> {
    let shell = shell.without(APP).without(FOLDER);
    let shell = match site.url {
        Some(_) => shell,
        None => {
            let script = scripts::NOT_FOUND.minified()?;
            shell.without("link").with_script(&script)
        }
    };
    let title = format!("There is no such page · {}", site.name);
    let head = view! {
        <title>{title}</title>
        <meta name="robots" content="noindex" />
    };
    let unknown = site.url.is_none();
    let way_back = view! {
        <p>
            <a id="way-back" href=site.url.clone() hidden=unknown>
                "To the newest review"
            </a>
        </p>
    };
    let body = view! {
        <main class="plain">
            <h1>"There is no such page"</h1>
            <p>
                "The address may have been mistyped, or the page may have moved. "
                {format!("This is {}, a site of soundtrack reviews.", site.name)}
            </p>
            {way_back}
        </main>
    };
    let root = site.url.as_deref().unwrap_or_default();
    Ok(shell.at(root).fill(&Slots {
        language: &site.language,
        hue: hue::PLAIN,
        head: &head.to_html(),
        body: &(SiteHeader::new(site, index, root).to_html() + &body.to_html()),
    }))
}

/// The page that the service worker serves offline for pages that are not
/// cached.
pub const OFFLINE: &str = "offline.html";

/// Renders `offline.html`. The service worker, which knows the site's root and
/// the cached pages, makes its addresses absolute and fills its list
/// (`service_worker.js`).
pub fn offline(shell: &Shell, site: &Site, index: &SiteIndex) -> String {
    let head = view! {
        <title>{format!("You are offline · {}", site.name)}</title>
        <meta name="robots" content="noindex" />
    };
    let body = view! {
        <main class="plain">
            <h1>"You are offline and this page was not visited yet"</h1>
            <p>
                <a href="">"Try again"</a>
            </p>
            <nav class="others" aria-labelledby="kept">
                <h2 id="kept">"These pages are here"</h2>
                <ul class="reviews"></ul>
            </nav>
        </main>
    };
    shell.without(APP).without(FOLDER).at("./").fill(&Slots {
        language: &site.language,
        hue: hue::PLAIN,
        head: &head.to_html(),
        body: &(SiteHeader::new(site, index, "./").to_html() + &body.to_html()),
    })
}
