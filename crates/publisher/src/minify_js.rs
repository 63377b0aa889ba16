//! Minifies the page's scripts: removes comments and shortens names. Called for
//! inline scripts, script files and the glue.

use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

use super::csp;

/// How browsers run the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its top-level names are global, so they are kept.
    Classic,
    /// Its top-level names are private, so they are shortened.
    Module,
}

/// Minifies a script.
///
/// # Errors
/// The first syntax error.
pub fn minify(script: &str, kind: Kind) -> Result<String, String> {
    let source = match kind {
        Kind::Classic => SourceType::script(),
        Kind::Module => SourceType::mjs(),
    };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, source).parse();
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

/// Minifies all inline scripts of a page.
///
/// # Errors
/// As for [`minify`].
pub fn minify_inline(html: &str) -> Result<String, String> {
    csp::inline_scripts(html)
        .into_iter()
        .try_fold(html.to_owned(), |html, (script, kind)| {
            Ok(html.replace(&script, &minify(&script, kind)?))
        })
}

#[cfg(test)]
mod tests {
    use super::{Kind, minify, minify_inline};

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

    #[test]
    fn changes_only_the_scripts_of_a_page() {
        let html = "<p>a // b</p><script>\n// Why.\na();\n</script>\
                    <script type=\"application/json\">{ \"a\": 1 }</script>";
        let short = minify_inline(html).expect("it is JavaScript");
        let expected = "<p>a // b</p><script>a();</script>\
                        <script type=\"application/json\">{ \"a\": 1 }</script>";
        assert_eq!(short, expected);
    }
}
