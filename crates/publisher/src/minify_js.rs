//! Minifies a script: removes comments and shortens names. Called for the site's
//! own scripts (`scripts.rs`) and for the glue.

use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

/// How browsers run the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its top-level names are global, so they are kept.
    Classic,
    /// Its top-level names are private, so they are shortened.
    Module,
}

impl Kind {
    /// How oxc has to parse the script.
    pub fn source_type(self) -> SourceType {
        match self {
            Self::Classic => SourceType::script(),
            Self::Module => SourceType::mjs(),
        }
    }
}

/// Minifies a script.
///
/// # Errors
/// The first syntax error.
pub fn minify(script: &str, kind: Kind) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, kind.source_type()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(problem.to_string());
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .build(&program);
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::{Kind, minify};

    #[test]
    fn removes_comments_and_shortens_names() {
        let script = "// Why.\n(() => { const number = f(); g(number, number); })();";
        let short = minify(script, Kind::Classic).expect("it is JavaScript");
        assert!(
            !short.contains("Why") && !short.contains("number"),
            "{short}"
        );
        assert!(short.contains("f()"), "{short}");
    }

    #[test]
    fn keeps_global_names() {
        let short = minify("const shared = f();", Kind::Classic).expect("it is JavaScript");
        assert!(short.contains("shared"), "{short}");
    }

    #[test]
    fn reports_a_syntax_error() {
        assert!(minify("const = 1;", Kind::Module).is_err());
    }
}
