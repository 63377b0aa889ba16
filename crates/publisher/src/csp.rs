//! Builds the Content Security Policy of a page. It is a `meta` element in the
//! page, so that it also applies on hosts that cannot set headers; the recipes
//! in `hosting/` set the same policy as a header.
//!
//! Only the scripts in the shell are allowed, each by its hash; the policy is
//! made before a writer's content is inserted. A nonce would be useless,
//! because a static host serves the same one with each response.
//!
//! Styles are in the style sheet, except the rule for view transitions, which
//! is allowed by its hash too.
//!
//! Trusted Types forbid creating elements or script URLs from strings. The one
//! exception is the service worker's URL, which `index.html` creates through
//! the policy named here.

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use super::minify_js::Kind;

/// The directives other than scripts and styles: same origin, or nothing.
/// `connect-src 'self'` allows the wasm, and the WebSocket by which Trunk
/// reloads pages.
const ALL_ELSE: &str = "img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types worker";

/// The policy of the pages made from this shell.
pub fn of(shell: &str) -> String {
    let scripts = hashes(inline_scripts(shell).iter().map(|(script, _)| script));
    let styles = hashes(texts(shell, "style").iter());
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; {ALL_ELSE}"
    )
}

/// The inline scripts of a page that a browser would run, with their kinds.
pub fn inline_scripts(html: &str) -> Vec<(String, Kind)> {
    let of = |kind, selector| {
        let texts = texts(html, selector).into_iter();
        texts.map(move |text| (text, kind))
    };
    let classic = of(Kind::Classic, "script:not([src]):not([type])");
    let modules = of(Kind::Module, "script[type=module]:not([src])");
    classic.chain(modules).collect()
}

fn texts(html: &str, selector: &'static str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector is valid");
    Html::parse_document(html)
        .select(&selector)
        .map(|element| element.text().collect())
        .collect()
}

fn hashes<'a>(texts: impl Iterator<Item = &'a String>) -> String {
    texts
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
        assert!(of("<style>a()</style>").contains(&format!("style-src 'self' {a}; img-src")));
    }

    #[test]
    fn data_and_external_scripts_need_no_hash() {
        let policy = of("<script type=\"application/json\">{}</script><script src=a.js></script>");
        assert!(!policy.contains("sha256"), "{policy}");
    }
}
