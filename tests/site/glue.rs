//! The wasm and JS glue of a release: minified, and renamed wherever they are
//! referenced.

use std::fs;

use base64::{Engine, engine::general_purpose::STANDARD};
use publisher::{Failure, glue};
use sha2::{Digest, Sha384};
use wasm_encoder::{
    EntityType, ExportKind, ExportSection, ImportSection, MemoryType, Module, TypeSection,
};

use crate::project::{Project, Site};

const WASM: &str = "app-0_bg.wasm";
const GLUE: &str = "app-0.js";
const NAVIGATION: &str = "liner-notes-navigation";
const SCRIPT: &str = "// Why.
const imports = { __wbg_log_0123456789abcdef: (text) => console.log(text, wasm.memory) };
let wasm;
export default async function init(module) {
    const { instance } = await WebAssembly.instantiate(await module, { './app_bg.js': imports });
    wasm = instance.exports;
}
";

fn wasm() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import(
        "./app_bg.js",
        "__wbg_log_0123456789abcdef",
        EntityType::Function(0),
    );
    let memory = MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    let mut memories = wasm_encoder::MemorySection::new();
    memories.memory(memory);
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    let mut module = Module::new();
    module.section(&types).section(&imports);
    module.section(&memories).section(&exports);
    module.finish()
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A published site with the output of Trunk; `script` is the glue.
fn built(name: &str, script: &str) -> Site {
    let site = Project::new(name).publish();
    let wasm = wasm();
    let page = format!(
        "<link rel=\"modulepreload\" href=\"./{GLUE}\" integrity=\"{}\">\
         <link rel=\"preload\" href=\"./{WASM}\" integrity=\"{}\" as=\"fetch\">\
         <script type=\"module\">import init from './{GLUE}'; init(fetch('./{WASM}'));</script>",
        hash(script.as_bytes()),
        hash(&wasm)
    );
    let navigation = [".js", "_bg.wasm"].map(|ending| format!("{NAVIGATION}{ending}"));
    let files = [
        (GLUE, script.as_bytes()),
        (WASM, &wasm),
        (&navigation[0], SCRIPT.as_bytes()),
        (&navigation[1], &wasm),
        ("index.html", page.as_bytes()),
    ];
    for (file, bytes) in files {
        fs::write(site.root().join(file), bytes).expect("the file can be written");
    }
    site
}

/// The names of the glue and the wasm in the page's links.
fn linked(site: &Site) -> [String; 2] {
    ["link[rel=modulepreload]", "link[rel=preload]"].map(|link| {
        let name = &site.attributes("index.html", link, "href")[0];
        name.trim_start_matches("./").to_owned()
    })
}

#[test]
fn wasm_and_glue_are_shortened_and_renamed_in_the_page() {
    let site = built("glue", SCRIPT);
    let before = site.text("index.html");
    glue::shorten(site.root()).expect("the two fit");
    let [glue, wasm] = linked(&site);
    let (script, code) = (site.text(&glue), site.bytes(&wasm));
    assert!(
        script.len() < SCRIPT.len() && !script.contains("Why"),
        "{script}"
    );
    assert!(
        script.contains("=[e=>console.log(e,t.a)]") && !script.contains("__wbg"),
        "{script}"
    );
    assert!(code.len() < self::wasm().len());
    assert!(!String::from_utf8_lossy(&code).contains("__wbg"));
    assert!(
        glue.starts_with("app-") && glue.len() == "app-.js".len() + 16,
        "{glue}"
    );
    assert!(
        wasm.starts_with("app-") && wasm.ends_with("_bg.wasm"),
        "{wasm}"
    );
    let expected = before
        .replace(GLUE, &glue)
        .replace(WASM, &wasm)
        .replace(&hash(SCRIPT.as_bytes()), &hash(script.as_bytes()))
        .replace(&hash(&self::wasm()), &hash(&code));
    assert_eq!(site.text("index.html"), expected);
    let files = site.files();
    assert!(!files.contains_key(GLUE) && !files.contains_key(WASM));
}

/// No link names the second program, and Trunk gives it no hash.
#[test]
fn the_second_program_gets_names_with_a_hash() {
    let site = built("glue-navigation", SCRIPT);
    glue::shorten(site.root()).expect("the two fit");
    let files = site.files();
    let named = |ending: &str| {
        let mut names = files
            .keys()
            .filter_map(|name| name.strip_prefix(NAVIGATION));
        let hash = names.find_map(|name| name.strip_suffix(ending)?.strip_prefix('-'));
        hash.map(str::len)
    };
    assert_eq!((named(".js"), named("_bg.wasm")), (Some(16), Some(16)));
    assert!(!files.contains_key(&format!("{NAVIGATION}.js")));
}

#[test]
fn a_second_run_changes_nothing() {
    let site = built("glue-twice", SCRIPT);
    glue::shorten(site.root()).expect("the two fit");
    let first = site.files();
    glue::shorten(site.root()).expect("they are short already");
    assert!(site.files() == first);
}

#[test]
fn wasm_and_glue_that_do_not_match_are_reported_and_unchanged() {
    let site = built("glue-other", &SCRIPT.replace("__wbg_log", "__wbg_warn"));
    let before = site.files();
    let Err(Failure::Other(why)) = glue::shorten(site.root()) else {
        panic!("the import is not there");
    };
    assert!(why.contains("cannot be shortened"), "{why}");
    assert!(site.files() == before);
}
