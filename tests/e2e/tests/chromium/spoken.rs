//! The accessibility tree of ten states of the page: each element's role, name
//! and state in Chromium, compared with `spoken/*.txt`. `UPDATE_EXPECTED=1`
//! rewrites those files.
//!
//! So that the browser's version does not matter, only ARIA roles are listed, the
//! values of sliders are those of the page, and white space is not compared: some
//! versions put a space between inline elements.

use std::{env, fs, path::Path};

use e2e::{BrowserPage, chromium, scenario, until};
use serde_json::Value;

use crate::states::{
    Act::{Click, Focus, Open, Search},
    State, album, state,
};

/// The listed roles: Chromium's name, and ARIA's.
const ROLES: &[(&str, &str)] = &[
    ("alert", "alert"),
    ("button", "button"),
    ("cell", "cell"),
    ("checkbox", "checkbox"),
    ("columnheader", "columnheader"),
    ("gridcell", "cell"),
    ("group", "group"),
    ("heading", "heading"),
    ("image", "img"),
    ("img", "img"),
    ("link", "link"),
    ("region", "region"),
    ("row", "row"),
    ("rowheader", "rowheader"),
    ("search", "search"),
    ("searchbox", "searchbox"),
    ("slider", "slider"),
    ("status", "status"),
    ("table", "table"),
];

/// The listed states and properties.
const STATES: [&str; 3] = ["checked", "disabled", "expanded"];

const SPOKEN: &str = ".status [role=status]:not(:empty)";

#[rustfmt::skip]
const TEN: [State; 10] = [
    state("whole-list", &[Open("")], "[data-app=ready]"),
    state("search", &[Open(""), Search("storm")], SPOKEN),
    state("no-match", &[Open(""), Search("zzzz")], SPOKEN),
    state("did-you-mean", &[Open(""), Search("excange")], SPOKEN),
    state("not-understood", &[Open(""), Search(">storm")], SPOKEN),
    state("thumbs", &[Open("?min=2:00&max=4:00")], ".reset:not([hidden])"),
    state("sorted", &[Open(""), Click("#tracks th.length button")], SPOKEN),
    state("led-to-a-row", &[Open("#track-1-2")], "[data-app=ready] #track-1-2:target"),
    state("a-bar", &[Open(""), Focus("#cursor")], ".cursor output:not(:empty)"),
    state("copying-refused", &[Open(""), Click(".take-along button")], ".take-along [role=status]:not(:empty)"),
];

/// The panel as lines, indented by depth.
async fn tree_text(reader: &BrowserPage) -> String {
    let tree = chromium::accessibility_tree(&reader.client).await;
    let nodes = tree["nodes"].as_array().expect("a list of nodes");
    let is_panel = |node: &&Value| node["role"]["value"] == "region" && name(node) == "Tracks";
    let panel = nodes.iter().find(is_panel).expect("the panel");
    let mut lines = String::new();
    list(panel, nodes, 0, "", &mut lines);
    let values = "return [...document.querySelectorAll('.tracks [aria-valuetext]')]
        .map((slider) => `${slider.ariaLabel}: ${slider.ariaValueText}`)";
    for value in reader.ask::<Vec<String>>(values, []).await {
        lines.push_str(&format!("value of “{value}”\n"));
    }
    lines
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default()
}

/// Writes an element and its descendants. Omits a text that is already its
/// element's name.
fn list(node: &Value, nodes: &[Value], depth: usize, around: &str, lines: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let known = ROLES.iter().find(|(own, _)| *own == role);
    let listed = match known {
        _ if node["ignored"] == true => None,
        Some((_, role)) => Some(format!("{role} “{}”{}", name(node), states(node))),
        None if role == "StaticText" && !around.contains(name(node).trim()) => {
            Some(format!("text “{}”", name(node).trim()))
        }
        None => None,
    };
    let (depth, around) = match &listed {
        Some(line) => {
            lines.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
            (depth + 1, name(node))
        }
        None => (depth, around),
    };
    for id in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| node["nodeId"] == *id) {
            list(child, nodes, depth, around, lines);
        }
    }
}

fn states(node: &Value) -> String {
    let mut line = String::new();
    for property in node["properties"].as_array().into_iter().flatten() {
        let name = property["name"].as_str().unwrap_or_default();
        let value = &property["value"]["value"];
        let says = *value != Value::Bool(false) && *value != "";
        if STATES.contains(&name) && says {
            line.push_str(&format!(", {name} {value}"));
        }
    }
    line
}

#[test]
fn the_accessibility_tree_of_ten_states_is_unchanged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chromium/spoken");
    scenario(album(), async |reader| {
        for state in TEN {
            state.reach(reader).await;
            let file = folder.join(state.name).with_extension("txt");
            if env::var_os("UPDATE_EXPECTED").is_some() {
                fs::create_dir_all(&folder).expect("the folder");
                fs::write(&file, tree_text(reader).await).expect("the file is written");
                continue;
            }
            let expected = fs::read_to_string(&file).unwrap_or_default();
            let what = format!("{} as {} has it", state.name, file.display());
            until(&what, async || {
                let tree = tree_text(reader).await;
                (without_space(&tree) == without_space(&expected)).then_some(())
            })
            .await;
        }
    });
}
