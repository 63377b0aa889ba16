//! What Trunk makes of the project: its `index.html`, with links to the built files
//! and the script of `Trunk.toml`, and these files. So tests and benches publish
//! without Trunk.

use std::{fs, path::Path};

const INDEX: &str = include_str!("../../index.html");
const TRUNK: &str = include_str!("../../Trunk.toml");

const ICON: &str = r#"<link rel="icon" type="image/svg+xml" href="./icon-0.svg">"#;
const STYLE: &str = "<style>body{}</style>";
const APP: &str = r#"<link rel="modulepreload" href="./app-0.js" crossorigin="anonymous" integrity="sha384-0"><link rel="preload" href="./app-0_bg.wasm" crossorigin="anonymous" integrity="sha384-0" as="fetch" type="application/wasm">"#;

/// Writes what Trunk writes before it calls the publisher.
pub fn stage(out: &Path) {
    fs::create_dir_all(out).expect("the folder can be made");
    for (name, bytes) in [
        ("index.html", shell().as_bytes()),
        ("app-0_bg.wasm", b"\0asm"),
        ("liner-notes-navigation_bg.wasm", b"\0asm"),
        ("liner-notes-navigation.js", b""),
    ] {
        fs::write(out.join(name), bytes).expect("the file can be written");
    }
}

/// The page, with its slots still empty.
pub fn shell() -> String {
    let (_, pattern) = split(TRUNK, "pattern_script = \"\"\"\n");
    let (script, _) = split(pattern, "\"\"\"");
    let mut html = INDEX.to_owned();
    // Trunk removes the link to the second program.
    let links = [
        ("icon", ICON),
        ("inline", STYLE),
        ("rust", script),
        ("rust", ""),
    ];
    for (rel, built) in links {
        html = with_link(&html, rel, built);
    }
    html.replacen("</head>", &format!("{APP}</head>"), 1)
}

/// The page with one of Trunk's links replaced.
fn with_link(html: &str, rel: &str, built: &str) -> String {
    let mut links = html.match_indices("<link");
    let link = links.find_map(|(start, _)| {
        let (link, _) = html[start..].split_once('>')?;
        let is_it = link.contains("data-trunk") && link.contains(&format!("rel=\"{rel}\""));
        is_it.then_some(start..start + link.len() + 1)
    });
    let link = link.unwrap_or_else(|| panic!("`index.html` has no link to its {rel}"));
    [&html[..link.start], built, &html[link.end..]].concat()
}

fn split<'a>(text: &'a str, at: &str) -> (&'a str, &'a str) {
    let parts = text.split_once(at);
    parts.unwrap_or_else(|| panic!("`Trunk.toml` has no {at:?}"))
}
