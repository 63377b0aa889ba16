//! The page's own scripts as readers get them: without comments and with short
//! names, as each reader loads them.

use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

use super::csp;

/// How a script is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What it declares at its top, others may name.
    Classic,
    /// All that it declares is its own.
    Module,
}

/// The same script, shorter.
///
/// # Errors
/// What of it is no JavaScript.
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

/// A page with each script that stands in it minified.
///
/// # Errors
/// As [`minify`].
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
    fn comments_and_long_names_go() {
        let script = "// Why.\n(() => { const number = f(); g(number, number); })();";
        let short = minify(script, Kind::Classic).expect("it is JavaScript");
        assert!(
            !short.contains("Why") && !short.contains("number"),
            "{short}"
        );
        assert!(short.contains("f()"), "{short}");
    }

    #[test]
    fn what_others_may_name_keeps_its_name() {
        let short = minify("const shared = f();", Kind::Classic).expect("it is JavaScript");
        assert!(short.contains("shared"), "{short}");
    }

    #[test]
    fn what_is_no_script_is_told() {
        assert!(minify("const = 1;", Kind::Module).is_err());
    }

    #[test]
    fn a_page_keeps_all_but_its_scripts() {
        let html = "<p>a // b</p><script>\n// Why.\na();\n</script>\
                    <script type=\"application/json\">{ \"a\": 1 }</script>";
        let short = minify_inline(html).expect("it is JavaScript");
        let expected = "<p>a // b</p><script>a();</script>\
                        <script type=\"application/json\">{ \"a\": 1 }</script>";
        assert_eq!(short, expected);
    }
}
