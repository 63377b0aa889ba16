//! What a page may load and run, told in its own head, so that it holds on
//! hosts where no header can be set. The recipes in `hosting/` say the same by
//! header.
//!
//! Only the shell's own scripts are let in, by the hash of their text: the
//! policy is made before anything that a writer wrote is put in. A nonce would
//! be the same on each request to a host of plain files, and so worth nothing.
//!
//! No script of the page's makes elements or addresses of scripts out of text
//! (Trusted Types), but for the worker's address: `index.html` gives that by the
//! policy that is named here.

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// Everything but scripts: from the page's own origin, or not at all.
/// `'self'` of `connect-src` lets in the wasm, and Trunk's reloading socket.
const ALL_ELSE: &str = "style-src 'self'; img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types worker";

/// The policy of a page that is made of this shell.
pub fn of(shell: &str) -> String {
    let scripts: String = inline_scripts(shell)
        .iter()
        .map(|script| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    format!("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; {ALL_ELSE}")
}

/// The texts that the browser would run, as its parser sees them.
fn inline_scripts(html: &str) -> Vec<String> {
    let selector = "script:not([src]):not([type]), script[type=module]:not([src])";
    let selector = Selector::parse(selector).expect("the selector is valid");
    Html::parse_document(html)
        .select(&selector)
        .map(|script| script.text().collect())
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
    }

    #[test]
    fn data_and_files_need_no_hash() {
        let policy = of("<script type=\"application/json\">{}</script><script src=a.js></script>");
        assert!(!policy.contains("sha256"), "{policy}");
    }
}
