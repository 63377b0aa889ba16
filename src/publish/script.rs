//! The page's own scripts as readers get them: without comments and with short
//! names, as each reader loads them.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};
use scraper::{Html, Selector};
use sha2::{Digest, Sha384};

use super::{Failure, PAGE, policy, write};

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
    policy::inline_scripts(html)
        .into_iter()
        .try_fold(html.to_owned(), |html, (script, kind)| {
            Ok(html.replace(&script, &minify(&script, kind)?))
        })
}

/// Minifies the glue, which Trunk has put into `out` and named in the page
/// there. It gets another name: browsers keep a file of that name for good.
pub fn minify_glue(out: &Path) -> Result<(), Failure> {
    let page = out.join(PAGE);
    let html = fs::read_to_string(&page).map_err(Failure::io("read", &page))?;
    let selector = Selector::parse("link[rel=modulepreload]").expect("the selector is valid");
    let document = Html::parse_document(&html);
    let link = document.select(&selector).next();
    let name = link.and_then(|link| link.attr("href")?.strip_prefix("./"));
    let Some((name, (stem, _))) = name.and_then(|name| Some((name, name.rsplit_once('-')?))) else {
        let what = format!("`{}` names no glue", page.display());
        return Err(Failure::Other(what));
    };
    let path = out.join(name);
    let glue = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    let short = minify(&glue, Kind::Module)
        .map_err(|why| Failure::Other(format!("`{}`: {why}", path.display())))?;
    let hash = Sha384::digest(&short);
    let digits: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let renamed = format!("{stem}-{digits}.js");
    let html = html.replace(name, &renamed).replace(
        &STANDARD.encode(Sha384::digest(&glue)),
        &STANDARD.encode(hash),
    );
    if renamed == name {
        // It was minified before.
        return Ok(());
    }
    write(&out.join(renamed), short)?;
    write(&page, html)?;
    fs::remove_file(&path).map_err(Failure::io("remove", &path))
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
