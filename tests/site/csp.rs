//! The Content Security Policy of each page.

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Node};
use sha2::{Digest, Sha256};

use publisher::Drafts;

use crate::project::{Project, Site};

const POLICY: &str = "meta[http-equiv=Content-Security-Policy]";
const RUN: &str = "script:not([src]):not([type]), script[type=module]:not([src]), \
    script[type=speculationrules]";

fn pages(site: &Site) -> Vec<String> {
    let files = site.files().into_keys();
    files.filter(|path| path.ends_with(".html")).collect()
}

fn policy(site: &Site, page: &str) -> String {
    let found = site.attributes(page, POLICY, "content");
    assert_eq!(found.len(), 1, "{page}");
    found.concat()
}

/// A directive's values.
fn directive<'a>(policy: &'a str, name: &str) -> Vec<&'a str> {
    let mut directives = policy.split("; ").map(|text| text.split(' '));
    let found = directives.find_map(|mut words| (words.next() == Some(name)).then_some(words));
    found
        .unwrap_or_else(|| panic!("no {name} in {policy}"))
        .collect()
}

#[test]
fn every_page_allows_exactly_its_own_scripts_and_styles() {
    let project = Project::new("policy");
    assert_pages_allow_exactly_their_own(&project.publish());
    // With the script by which Trunk reloads them.
    assert_pages_allow_exactly_their_own(&project.publish_as("served", Drafts::Shown));
}

fn assert_pages_allow_exactly_their_own(site: &Site) {
    for page in pages(site) {
        let policy = policy(site, &page);
        let hash = |text: String| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        for (name, selector, others) in [
            ("script-src", RUN, &["'self'", "'wasm-unsafe-eval'"][..]),
            ("style-src", "style", &[]),
        ] {
            let mut expected: Vec<String> = others.iter().map(ToString::to_string).collect();
            expected.extend(site.texts(&page, selector).into_iter().map(hash));
            // The policy has modules behind classic scripts.
            let mut allowed = directive(&policy, name);
            allowed.sort_unstable();
            expected.sort_unstable();
            assert_eq!(allowed, expected, "{page}");
        }
    }
}

#[test]
fn no_page_allows_other_sources() {
    let site = Project::new("policy-else").publish();
    for page in pages(&site) {
        let policy = policy(&site, &page);
        for (name, values) in [
            ("default-src", "'none'"),
            ("connect-src", "'self'"),
            ("object-src", "'none'"),
            ("base-uri", "'none'"),
            ("form-action", "'none'"),
            ("require-trusted-types-for", "'script'"),
            ("trusted-types", "worker"),
        ] {
            assert_eq!(directive(&policy, name), [values], "{page}");
        }
        for loose in ["'unsafe-inline'", "'unsafe-eval'", "*", "http", "data:"] {
            assert!(!policy.contains(loose), "{page}: {policy}");
        }
    }
}

/// A policy's `<meta>` element governs only what follows it.
#[test]
fn the_policy_precedes_all_that_it_governs() {
    let site = Project::new("policy-first").publish();
    for page in pages(&site) {
        let html = site.text(&page);
        let at = html.find("http-equiv").expect("the page has a policy");
        for governed in ["<script", "<link", "<style"] {
            assert!(!html[..at].contains(governed), "{page}: {governed}");
        }
    }
}

/// Trunk fills in its placeholders as it serves a page, behind the policy's back.
#[test]
fn the_script_that_reloads_pages_is_served_as_it_was_hashed() {
    let site = Project::new("policy-served").publish_as("served", Drafts::Shown);
    for page in pages(&site) {
        let html = site.text(&page);
        assert!(html.contains("'.well-known/trunk/ws'"), "{page}");
        assert!(html.contains("address = window.location.host;"), "{page}");
        assert!(!html.contains("{{__"), "{page}");
    }
}

/// The policy allows no style attribute and no inline handler.
#[test]
fn no_page_needs_a_style_attribute_or_an_inline_handler() {
    let site = Project::new("policy-inline").publish();
    for page in pages(&site) {
        let html = Html::parse_document(&site.text(&page));
        let elements = html.tree.values().filter_map(Node::as_element);
        for (name, _) in elements.flat_map(|element| element.attrs()) {
            assert!(name != "style" && !name.starts_with("on"), "{page}: {name}");
        }
    }
}
