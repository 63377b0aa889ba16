//! Reads the imports and exports of a wasm, and renames them. Code and data are
//! copied unchanged; custom sections, which only tools read, are dropped.

use std::collections::BTreeMap;

use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{BinaryReaderError, Import, Parser, Payload};

/// The module name of the renamed imports.
pub const MODULE: &str = "a";

/// The imports and exports that connect a wasm with its glue.
#[derive(Debug, PartialEq, Eq)]
pub struct Interface {
    /// The single module that all imports belong to.
    pub module: String,
    /// In the order of the wasm.
    pub imports: Vec<String>,
    pub exports: Vec<String>,
}

impl Interface {
    /// Whether [`rename`] produced it.
    pub fn is_short(&self) -> bool {
        let mut imports = self.imports.iter().enumerate();
        self.module == MODULE && imports.all(|(at, name)| *name == at.to_string())
    }
}

/// Reads the imports and exports of a wasm.
///
/// # Errors
/// The bytes are no wasm, or its imports belong to no module or to several.
pub fn read(wasm: &[u8]) -> Result<Interface, String> {
    let mut modules = Vec::new();
    let mut imports = Vec::new();
    let mut exports = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(describe)? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let Import { module, name, .. } = import.map_err(describe)?;
                    modules.push(module.to_owned());
                    imports.push(name.to_owned());
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.push(export.map_err(describe)?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    modules.dedup();
    match &mut modules[..] {
        [module] => Ok(Interface {
            module: std::mem::take(module),
            imports,
            exports,
        }),
        _ => Err(format!(
            "the wasm must import from one module, not from {modules:?}"
        )),
    }
}

/// Returns the wasm with numbered imports and with the exports renamed as in
/// `exports`; exports that are not in it are removed.
///
/// # Errors
/// The bytes are no wasm.
pub fn rename(wasm: &[u8], exports: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(describe)? {
            Payload::ImportSection(section) => {
                let mut short = ImportSection::new();
                for (at, import) in section.into_imports().enumerate() {
                    let kind = EntityType::try_from(import.map_err(describe)?.ty);
                    let kind = kind.map_err(|error| error.to_string())?;
                    short.import(MODULE, &at.to_string(), kind);
                }
                module.section(&short);
            }
            Payload::ExportSection(section) => {
                let mut short = ExportSection::new();
                for export in section {
                    let export = export.map_err(describe)?;
                    if let Some(name) = exports.get(export.name) {
                        short.export(name, ExportKind::from(export.kind), export.index);
                    }
                }
                module.section(&short);
            }
            Payload::CustomSection(_) => {}
            other => copy(&other, wasm, &mut module),
        }
    }
    Ok(module.finish())
}

fn copy(payload: &Payload<'_>, wasm: &[u8], module: &mut Module) {
    if let Some((id, range)) = payload.as_section() {
        let [start, end] = [range.start, range.end].map(|at| usize::try_from(at).unwrap_or(0));
        let data = &wasm[start..end];
        module.section(&RawSection { id, data });
    }
}

fn describe(error: BinaryReaderError) -> String {
    format!("the wasm is damaged: {error}")
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use wasm_encoder::{
        CodeSection, CustomSection, Function, FunctionSection, TypeSection, ValType,
    };

    /// Two imports and two exports, with a custom section at the end.
    fn small(modules: [&str; 2], exports: &[&str], custom: bool) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import(modules[0], "0", EntityType::Function(1));
        imports.import(modules[1], "1", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut own = ExportSection::new();
        for name in exports {
            own.export(name, ExportKind::Func, 2);
        }
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().i32_const(7).call(0).end();
        code.function(&function);
        module.section(&types).section(&imports);
        module.section(&functions).section(&own).section(&code);
        if custom {
            let (name, data) = (Cow::Borrowed("producers"), Cow::Borrowed(&b"rustc"[..]));
            module.section(&CustomSection { name, data });
        }
        module.finish()
    }

    #[test]
    fn renames_imports_and_exports_only() {
        let long = small(["./app_bg.js", "./app_bg.js"], &["run", "unused"], true);
        let interface = read(&long).expect("it is a wasm");
        assert_eq!(interface.module, "./app_bg.js");
        assert_eq!(interface.exports, ["run", "unused"]);
        assert!(!interface.is_short());
        let exports = [("run".to_owned(), "a".to_owned())].into();
        let short = rename(&long, &exports).expect("it is a wasm");
        assert_eq!(short, small([MODULE; 2], &["a"], false));
        assert!(read(&short).expect("it is a wasm").is_short());
    }

    #[test]
    fn second_module_is_an_error() {
        let error = read(&small(["./a.js", "./b.js"], &[], false)).expect_err("there are two");
        assert!(error.contains("./b.js"), "{error}");
    }

    #[test]
    fn invalid_wasm_is_an_error() {
        assert!(read(b"\0asm").is_err());
        assert!(rename(b"no wasm", &BTreeMap::new()).is_err());
    }
}
