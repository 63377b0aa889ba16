//! What a page may load and run, told in its own head, so that it holds on
//! hosts where no header can be set. The recipes in `hosting/` say the same by
//! header.
//!
//! Only the shell's own scripts are let in, by the hash of their text: the
//! policy is made before anything that a writer wrote is put in. A nonce would
//! be the same on each request to a host of plain files, and so worth nothing.
//!
//! Styles stand in the style sheet, but for the rule by which one page gives way
//! to the next, which is let in by its hash as well.
//!
//! No script of the page's makes elements or addresses of scripts out of text
//! (Trusted Types), but for the worker's address: `index.html` gives that by the
//! policy that is named here.

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use super::minify_js::Kind;

/// Everything but scripts and styles: from the page's own origin, or not at all.
/// `'self'` of `connect-src` lets in the wasm, and Trunk's reloading socket.
const ALL_ELSE: &str = "img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types worker";

/// The policy of a page that is made of this shell.
pub fn of(shell: &str) -> String {
    let scripts = hashes(inline_scripts(shell).iter().map(|(script, _)| script));
    let styles = hashes(texts(shell, "style").iter());
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; {ALL_ELSE}"
    )
}

/// The scripts in a page that the browser would run, as its parser sees them.
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
    fn each_script_that_runs_is_let_in_by_the_hash_of_its_text() {
        // As `printf 'a()' | openssl dgst -sha256 -binary | base64` says.
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
    fn data_and_files_need_no_hash() {
        let policy = of("<script type=\"application/json\">{}</script><script src=a.js></script>");
        assert!(!policy.contains("sha256"), "{policy}");
    }
}
