//! Checks a script of ours beyond its syntax: undeclared names, unused
//! declarations, assignments to constants, and variables that never change.

use oxc::{
    allocator::Allocator,
    parser::Parser,
    semantic::{Semantic, SemanticBuilder},
};

use crate::minify_js::Kind;

/// The names that a script gets from its browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Globals {
    Page,
    Worker,
}

/// Those of pages and workers. A new script may need more of them.
const SHARED: [&str; 18] = [
    "Error",
    "JSON",
    "Map",
    "Object",
    "Promise",
    "Response",
    "Set",
    "String",
    "SyntaxError",
    "TypeError",
    "URL",
    "addEventListener",
    "fetch",
    "location",
    "navigator",
    "self",
    "setTimeout",
    "undefined",
];

const PAGE: [&str; 12] = [
    "Event",
    "HTMLScriptElement",
    "TransformStream",
    "URLSearchParams",
    "WebAssembly",
    "clearTimeout",
    "dispatchEvent",
    "document",
    "history",
    "localStorage",
    "performance",
    "sessionStorage",
];

/// The last three are filled in by `service_worker.rs`.
const WORKER: [&str; 7] = [
    "caches",
    "clients",
    "registration",
    "skipWaiting",
    "PUBLISH_FILES",
    "PUBLISH_MORE",
    "PUBLISH_VERSION",
];

impl Globals {
    fn contains(self, name: &str) -> bool {
        let own = match self {
            Self::Page => &PAGE[..],
            Self::Worker => &WORKER,
        };
        SHARED.contains(&name) || own.contains(&name)
    }
}

/// Checks a script.
///
/// # Errors
/// The first fault in the script, as `line: what is wrong`.
pub fn check(script: &str, kind: Kind, globals: Globals) -> Result<(), String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, kind.source_type()).parse();
    let built = SemanticBuilder::new()
        .with_build_nodes(true)
        .with_check_syntax_error(true)
        .build(&parsed.program);
    let diagnostics = parsed.diagnostics.iter().chain(built.diagnostics.iter());
    let syntax = diagnostics.map(|fault| {
        let start = fault.labels.first().map_or(0, |label| label.offset());
        (start, fault.to_string())
    });
    let names = undeclared(&built.semantic, globals);
    let faults = syntax.chain(names).chain(declarations(&built.semantic));
    match faults.min() {
        Some((start, what)) => Err(format!("{}: {what}", line(script, start))),
        None => Ok(()),
    }
}

fn line(script: &str, start: u32) -> usize {
    script[..start as usize].lines().count().max(1)
}

/// The uses of names that neither the script nor the browser declares.
fn undeclared(semantic: &Semantic<'_>, globals: Globals) -> Vec<(u32, String)> {
    let scoping = semantic.scoping();
    let unknown = scoping.root_unresolved_references().iter();
    let unknown = unknown.filter(|(name, _)| !globals.contains(name));
    unknown
        .flat_map(|(name, uses)| uses.iter().map(move |id| (name, *id)))
        .map(|(name, id)| {
            let at = semantic.reference_span(scoping.get_reference(id));
            (at.start, format!("`{name}` is declared nowhere"))
        })
        .collect()
}

/// What is wrong with the script's own declarations.
fn declarations(semantic: &Semantic<'_>) -> Vec<(u32, String)> {
    let scoping = semantic.scoping();
    let fault = |id| {
        let uses = || scoping.get_resolved_references(id);
        let is_const = scoping.symbol_flags(id).is_const_variable();
        if uses().next().is_none() {
            Some("is never used")
        } else if is_const && uses().any(|reference| reference.is_write()) {
            Some("is a constant and assigned to")
        } else {
            None
        }
    };
    scoping
        .symbol_ids()
        .filter_map(|id| {
            let what = format!("`{}` {}", scoping.symbol_name(id), fault(id)?);
            Some((scoping.symbol_span(id).start, what))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Globals, check};
    use crate::minify_js::Kind;

    #[test]
    fn reports_each_kind_of_fault_with_its_line() {
        for (script, fault) in [
            ("a(;", "1: "),
            (
                "const a = 1;\nlet a = 2;\nfetch(a);",
                "1: Identifier `a` has already",
            ),
            ("fetch(\n  lcation);", "2: `lcation` is declared nowhere"),
            ("caches.open();", "1: `caches` is declared nowhere"),
            ("\nconst a = 1;", "2: `a` is never used"),
            (
                "const a = 1;\na = fetch(a);",
                "1: `a` is a constant and assigned to",
            ),
        ] {
            let found = check(script, Kind::Module, Globals::Page).unwrap_err();
            assert!(found.starts_with(fault), "{script}: {found}");
        }
    }

    #[test]
    fn accepts_names_of_the_script_and_of_its_browser() {
        let script = "const open = (name) => caches.open(name);\nopen(location.href);";
        assert_eq!(check(script, Kind::Module, Globals::Worker), Ok(()));
    }
}
