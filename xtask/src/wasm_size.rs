//! `cargo xtask size --crates`: which crates the wasm is made of.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, output, run, say};
use crate::setup::Ready;
use crate::tools;
use std::collections::BTreeMap;

/// The wasm features that Rust uses. `--all-features` would emit more than
/// twiggy can parse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Prints the size of each crate's functions in the wasm, before compression.
pub fn by_crate(ready: &Ready) -> Result<(), Failure> {
    let twiggy = tools::twiggy()?;
    say("Measuring the wasm's functions");
    let folder = env::root().join("target/size");
    let named = folder.join("liner-notes_bg.wasm");
    if let Some(tools) = &ready.site {
        let built = "target/wasm32-unknown-unknown/release/liner-notes.wasm";
        let mut bindgen = command(&tools.wasm_bindgen);
        bindgen.args(["--target", "web", "--no-typescript", "--keep-debug"]);
        bindgen.arg("--out-dir").arg(&folder).arg(built);
        run(&mut bindgen, "Run `cargo xtask build` again.")?;
        if let Some(wasm_opt) = &tools.wasm_opt {
            let mut opt = command(wasm_opt);
            opt.args(["-Oz", "-g"]).args(WASM_FEATURES).arg(&named);
            run(opt.arg("-o").arg(&named), "See what is reported above.")?;
        }
    }
    let mut top = command(twiggy);
    top.args(["top", "--format", "csv", "-n", "1000000"])
        .arg(&named);
    let csv = output(&mut top).ok_or_else(|| {
        let next = format!("Run twiggy on {} to see why.", named.display());
        Failure::new("twiggy cannot read the wasm.", next)
    })?;
    let mut crates: BTreeMap<&str, u64> = BTreeMap::new();
    for (name, bytes) in csv.lines().filter_map(function) {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|&(_, bytes)| std::cmp::Reverse(bytes));
    println!("\n| crate | bytes before compression |\n|---|---:|");
    for (name, bytes) in crates {
        println!("| {name} | {bytes} |");
    }
    Ok(())
}

/// Parses a function's name and bytes from a line such as `name,12,0.1,,`.
fn function(line: &str) -> Option<(&str, u64)> {
    let mut fields = line.rsplitn(5, ',');
    let bytes = fields.nth(3)?.parse().ok()?;
    let name = fields.next()?.trim_matches('"');
    // The name section is not shipped.
    (!name.contains("subsection")).then_some((name, bytes))
}

/// The name for everything that belongs to no crate.
const OTHERS: &str = "data, slices and glue";

/// The crate at the start of a function's name.
fn crate_of(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '(', '*']);
    let end = path.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    match path.split_at(end.unwrap_or(path.len())) {
        ("", _) => OTHERS,
        (name, rest) if rest.starts_with("::") || rest.contains("]::") => name,
        _ => OTHERS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_its_name_begins_with() {
        assert_eq!(
            function("\"<a_b[12]::C as core[3]::D>::e::<f, g>\",12,0.5,,"),
            Some(("<a_b[12]::C as core[3]::D>::e::<f, g>", 12))
        );
        assert_eq!(function("Name,ShallowSize,ShallowSizePercent,x,y"), None);
        assert_eq!(crate_of("<a_b[12]::C as core[3]::D>::e"), "a_b");
        assert_eq!(crate_of("<[u8]>::sort"), OTHERS);
        assert_eq!(crate_of("code[12]"), OTHERS);
        assert_eq!(crate_of("tachys::html::x"), "tachys");
        assert_eq!(crate_of("data segment \".rodata\""), OTHERS);
    }
}
