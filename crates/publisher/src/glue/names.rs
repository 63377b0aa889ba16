//! Renames the wasm's imports and exports in the glue.
//!
//! wasm-bindgen writes an object with all imports by name, and `wasm.name` for
//! each use of an export. The object becomes an array in the wasm's order, so
//! that the imports are named `0`, `1` and so on; imports that wasm-opt removed
//! are dropped. Exports become `wasm.a`, `wasm.b` and so on.

use std::collections::BTreeMap;

use oxc::{
    allocator::Allocator,
    ast::ast::{
        ComputedMemberExpression, ObjectExpression, ObjectProperty, ObjectPropertyKind, Program,
        StaticMemberExpression,
    },
    ast_visit::{
        Visit,
        walk::{
            walk_computed_member_expression, walk_object_expression, walk_object_property,
            walk_static_member_expression,
        },
    },
    parser::Parser,
    span::{GetSpan, SourceType, Span},
};

use super::wasm::{Interface, MODULE};

/// The variable that holds the wasm's exports in the glue.
const WASM: &str = "wasm";

#[derive(Debug)]
pub struct Shortened {
    pub glue: String,
    /// The short name of each export that the glue uses.
    pub exports: BTreeMap<String, String>,
}

/// Renames what `interface` lists.
///
/// # Errors
/// A name of `interface` does not occur exactly once in the glue in the form
/// that wasm-bindgen writes, or the glue uses an export that the wasm lacks.
pub fn shorten(glue: &str, interface: &Interface) -> Result<Shortened, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, glue, SourceType::mjs()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(format!("the glue is no script: {problem}"));
    }
    let found = Found::of(&parsed.program, interface);
    let exports = short_exports(&found, interface)?;
    let mut edits: Vec<(Span, &str)> = found
        .exports
        .iter()
        .map(|(name, span)| (*span, exports[name].as_str()))
        .collect();
    let [module] = found.modules[..] else {
        return Err(format!(
            "the glue names the module `{}` {} times",
            interface.module,
            found.modules.len()
        ));
    };
    edits.push((module, MODULE));
    edits.sort_by_key(|(span, _)| span.start);
    let [(object, values)] = &found.objects[..] else {
        return Err(format!(
            "the glue has {} objects of imports",
            found.objects.len()
        ));
    };
    let array: Vec<String> = interface
        .imports
        .iter()
        .map(|name| match values.get(name).map(Vec::as_slice) {
            Some([value]) => Ok(edited(glue, *value, &edits)),
            _ => Err(format!("the glue does not hold the import `{name}` once")),
        })
        .collect::<Result<_, _>>()?;
    let end = u32::try_from(glue.len()).map_err(|error| error.to_string())?;
    let before = edited(glue, Span::new(0, object.start), &edits);
    let after = edited(glue, Span::new(object.end, end), &edits);
    Ok(Shortened {
        glue: format!("{before}[{}]{after}", array.join(",")),
        exports,
    })
}

/// Assigns short names to the exports that the glue uses.
///
/// # Errors
/// The glue uses an export that the wasm lacks.
fn short_exports(
    found: &Found<'_>,
    interface: &Interface,
) -> Result<BTreeMap<String, String>, String> {
    let missing = found
        .exports
        .iter()
        .find(|(name, _)| !interface.exports.contains(name));
    if let Some((name, _)) = missing {
        return Err(format!(
            "the wasm has no export `{name}`, which the glue uses"
        ));
    }
    let is_used = |name: &&String| found.exports.iter().any(|(used, _)| used == *name);
    let used = interface.exports.iter().filter(is_used);
    Ok(used.cloned().zip((0..).map(letters)).collect())
}

/// `a` to `z`, then `aa` and so on.
fn letters(number: u32) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    match number / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// A part of `text` with the `edits` inside it applied.
fn edited(text: &str, part: Span, edits: &[(Span, &str)]) -> String {
    let inside = edits
        .iter()
        .filter(|(span, _)| part.start <= span.start && span.end <= part.end);
    let mut result = String::new();
    let mut at = part.start;
    for (span, short) in inside {
        result += Span::new(at, span.start).source_text(text);
        result += short;
        at = span.end;
    }
    result + Span::new(at, part.end).source_text(text)
}

/// The positions of names in the glue.
struct Found<'i> {
    interface: &'i Interface,
    /// Each object with an import, and the spans of its values by name.
    objects: Vec<(Span, BTreeMap<String, Vec<Span>>)>,
    modules: Vec<Span>,
    exports: Vec<(String, Span)>,
}

impl<'i> Found<'i> {
    fn of(program: &Program<'_>, interface: &'i Interface) -> Self {
        let mut found = Self {
            interface,
            objects: Vec::new(),
            modules: Vec::new(),
            exports: Vec::new(),
        };
        found.visit_program(program);
        found
    }
}

impl<'a> Visit<'a> for Found<'_> {
    fn visit_object_expression(&mut self, object: &ObjectExpression<'a>) {
        let mut values: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        for property in &object.properties {
            if let ObjectPropertyKind::ObjectProperty(property) = property
                && let Some(name) = property.key.static_name()
            {
                let spans = values.entry(name.into_owned()).or_default();
                spans.push(property.value.span());
            }
        }
        if self
            .interface
            .imports
            .iter()
            .any(|name| values.contains_key(name))
        {
            self.objects.push((object.span, values));
        }
        walk_object_expression(self, object);
    }

    fn visit_object_property(&mut self, property: &ObjectProperty<'a>) {
        if property
            .key
            .is_specific_string_literal(&self.interface.module)
        {
            self.modules.push(property.key.span());
        }
        walk_object_property(self, property);
    }

    fn visit_static_member_expression(&mut self, member: &StaticMemberExpression<'a>) {
        if member.object.is_specific_id(WASM) {
            let name = member.property.name.to_string();
            self.exports.push((name, member.property.span));
        }
        walk_static_member_expression(self, member);
    }

    /// An access such as `wasm[name]`: the export is unknown, so record it
    /// under a name that no export has.
    fn visit_computed_member_expression(&mut self, member: &ComputedMemberExpression<'a>) {
        if member.object.is_specific_id(WASM) {
            self.exports.push(("[…]".to_owned(), member.span));
        }
        walk_computed_member_expression(self, member);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
        const imports = { __proto__: null, \
        __wbg_b_1: function(x) { wasm.put(x); }, \
        __wbg_unused_2: () => {}, \
        __wbg_a_3: () => wasm.put, };\n\
        const all = { __proto__: null, \"./app_bg.js\": imports };\n\
        function put(x) { return wasm.memory.buffer; }";

    fn interface(imports: &[&str], exports: &[&str]) -> Interface {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Interface {
            module: "./app_bg.js".to_owned(),
            imports: owned(imports),
            exports: owned(exports),
        }
    }

    #[test]
    fn imports_are_in_wasm_order_and_exports_are_letters() {
        let interface = interface(&["__wbg_a_3", "__wbg_b_1"], &["memory", "main", "put"]);
        let short = shorten(GLUE, &interface).expect("all names are there");
        let expected = "\
            const imports = [() => wasm.b,function(x) { wasm.b(x); }];\n\
            const all = { __proto__: null, a: imports };\n\
            function put(x) { return wasm.a.buffer; }";
        assert_eq!(short.glue, expected);
        let names = [("memory", "a"), ("put", "b")];
        let names = names.map(|(name, short)| (name.to_owned(), short.to_owned()));
        assert_eq!(short.exports, BTreeMap::from(names));
    }

    #[test]
    fn reports_mismatches() {
        let both = ["memory", "put"];
        let twice = GLUE.replace("__wbg_unused_2", "__wbg_a_3");
        let elsewhere = GLUE.replace("imports = {", "imports = { x: { __wbg_a_3: 1 },");
        let computed = GLUE.replace("wasm.put", "wasm[x]");
        let nowhere = GLUE.replace("./app_bg.js", "./other.js");
        for (glue, imports, exports, part) in [
            (
                GLUE,
                &["__wbg_a_3", "__wbg_c_4"][..],
                &both[..],
                "`__wbg_c_4`",
            ),
            (&twice, &["__wbg_a_3"], &both, "`__wbg_a_3`"),
            (&elsewhere, &["__wbg_a_3"], &both, "2 objects"),
            (GLUE, &["__wbg_c_4"], &both, "0 objects"),
            (GLUE, &["__wbg_a_3"], &["memory"], "no export `put`"),
            (&computed, &["__wbg_a_3"], &both, "no export `[…]`"),
            (&nowhere, &["__wbg_a_3"], &both, "0 times"),
            ("const = 1;", &["__wbg_a_3"], &both, "no script"),
        ] {
            let error = shorten(glue, &interface(imports, exports)).expect_err(part);
            assert!(error.contains(part), "{part} is not in {error}");
        }
    }

    #[test]
    fn letters_continue_with_two() {
        assert_eq!(
            [0, 25, 26, 27, 52].map(letters),
            ["a", "z", "aa", "ab", "ba"]
        );
    }
}
