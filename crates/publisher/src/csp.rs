//! Builds the Content Security Policy of a page. It is a `meta` element in the
//! page, so that it also applies on hosts that cannot set headers; the recipes
//! in `hosting/` add a policy without hashes as a header.
//!
//! Only the scripts in the shell are allowed, each by its hash; the policy is
//! made before a writer's content is inserted. Under `serve` the shell also has
//! the script by which Trunk reloads pages. A nonce would be useless,
//! because a static host serves the same one with each response.
//!
//! The style sheet is part of each page, and is allowed by its hash, too.
//!
//! Trusted Types forbid creating elements or script URLs from strings. The one
//! exception is the service worker's URL, which `register_worker.js` creates through
//! the policy named here.

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// The directives other than scripts and styles: same origin, or nothing.
/// `connect-src 'self'` allows the wasm, and the WebSocket by which Trunk
/// reloads pages.
const ALL_ELSE: &str = "img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types worker";

/// The policy of the pages made from this shell.
pub fn of(shell: &str) -> String {
    let classic = hashes(shell, "script:not([src]):not([type])");
    let modules = hashes(shell, "script[type=module]:not([src])");
    let rules = hashes(shell, "script[type=speculationrules]");
    let styles = hashes(shell, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{classic}{modules}{rules}; \
         style-src{styles}; {ALL_ELSE}"
    )
}

/// The hashes of the texts of all elements that match the selector.
fn hashes(shell: &str, selector: &'static str) -> String {
    let selector = Selector::parse(selector).expect("the selector is valid");
    Html::parse_document(shell)
        .select(&selector)
        .map(|element| element.text().collect::<String>())
        .map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn allows_each_inline_script_by_its_hash() {
        // Computed by `printf 'a()' | openssl dgst -sha256 -binary | base64`.
        let a = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='";
        let policy = of("<script>a()</script>");
        assert!(
            policy.starts_with(&format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {a}; style-src"
            )),
            "{policy}"
        );
        assert!(of("<script type=module>a()</script>").contains(a));
        assert!(of("<script type=speculationrules>a()</script>").contains(a));
        assert!(of("<style>a()</style>").contains(&format!("style-src {a}; img-src")));
    }

    #[test]
    fn data_and_external_scripts_need_no_hash() {
        let policy = of("<script type=\"application/json\">{}</script><script src=a.js></script>");
        assert!(!policy.contains("sha256"), "{policy}");
    }
}
