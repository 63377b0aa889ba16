//! Where HTML and scripts are written.

use crate::files::{SOURCES, files, read, root, shown, text, with_code};

/// Whether one of the code's string literals has the start of a tag.
fn has_tag(code: &str) -> bool {
    literals(code).iter().any(|text| {
        let mut tags = text.match_indices('<');
        tags.any(|(at, _)| {
            let name = text[at + 1..].trim_start_matches('/');
            name.starts_with(|letter: char| letter.is_ascii_lowercase())
        })
    })
}

/// The string literals of Rust or JavaScript.
fn literals(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut letters = code.char_indices().peekable();
    let mut open: Option<(usize, char)> = None;
    while let Some((at, letter)) = letters.next() {
        match (open, letter) {
            (Some(_), '\\') => _ = letters.next(),
            (Some((start, quote)), letter) if letter == quote => {
                found.push(&code[start..at]);
                open = None;
            }
            (None, '"' | '`') => open = Some((at + 1, letter)),
            // A character such as `'"'` or `'\''`, but no lifetime.
            (None, '\'') => {
                let rest = &code[at + 1..];
                let length = if rest.starts_with('\\') { 3 } else { 2 };
                if rest.chars().nth(length - 1) == Some('\'') {
                    letters.nth(length - 1);
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn literals_are_found_beside_characters_and_lifetimes() {
    let code = r#"fn f<'a>(x: &'a str) { g('"', "a\"b", '\'', "c") }"#;
    assert_eq!(literals(code), [r#"a\"b"#, "c"]);
    assert!(has_tag(r#"format!("a <b>")"#) && !has_tag(r#"f::<b>("a < b <!-- -->")"#));
}

#[test]
fn html_is_written_in_few_places() {
    let writers = [
        // The elements around what Leptos rendered.
        "crates/publisher/src/page.rs",
        // The script and style elements that one page has of its own.
        "crates/publisher/src/shell.rs",
        // Recognises HTML in an imported file; writes none.
        "crates/source/src/import/format.rs",
        // Recognises references in wikitext; writes none.
        "crates/source/src/import/wikitext.rs",
    ];
    assert_eq!(with_code(&SOURCES, has_tag), writers);
    let scripts = files("crates/publisher/scripts", "js").into_iter();
    let writers: Vec<String> = scripts
        .filter(|path| has_tag(&text(path)))
        .map(|path| shown(&path))
        .collect();
    // The list of the offline page.
    assert_eq!(writers, ["crates/publisher/scripts/service_worker.js"]);
}

#[test]
fn no_script_is_written_in_html_toml_or_rust() {
    for (file, scripts) in [("index.html", 5), ("Trunk.toml", 1)] {
        let text = read(file);
        let found: Vec<&str> = text.split("<script").skip(1).collect();
        assert_eq!(found.len(), scripts, "{file}");
        for script in found {
            let (_, script) = script.split_once('>').expect("the tag ends");
            let (script, _) = script.split_once("</script>").expect("the script ends");
            let names = script.replace("}}{{", " ").replace(['{', '}'], "");
            for name in names.split(' ') {
                let path = root().join("crates/publisher/scripts").join(name);
                assert!(name.ends_with(".js") && path.exists(), "{file}: {script}");
            }
        }
    }
    let functions = |code: &str| literals(code).iter().any(|text| text.contains("=>"));
    assert_eq!(with_code(&SOURCES, functions), [""; 0]);
}
