//! Finds modules of a crate that depend on each other in a circle.
//!
//! The modules of one folder are compared, each together with the modules below
//! it. A module and its own submodules may use each other: a parent defines what
//! they share. A name that a module re-exports counts as used where it is defined.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The names from the root of a crate to a module, or to an item in it.
type Names = Vec<String>;

/// The modules of a crate with their code.
pub struct Crate {
    modules: BTreeMap<Names, String>,
}

impl Crate {
    /// `files` are paths relative to the crate's `src/`, with their code.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let module = |(path, code): (String, String)| Some((module_of(&path)?, code));
        Self {
            modules: files.into_iter().filter_map(module).collect(),
        }
    }

    /// Each circle as the names of its modules.
    pub fn circles(&self) -> Vec<String> {
        let mut uses: BTreeMap<Names, BTreeSet<Names>> = BTreeMap::new();
        for (module, code) in &self.modules {
            for path in paths(code) {
                let Some(used) = self.resolve(module, &path, 0) else {
                    continue;
                };
                let shared = module.iter().zip(&used).take_while(|(a, b)| a == b).count();
                if shared < module.len().min(used.len()) {
                    let [from, to] = [module, &used].map(|names| names[..=shared].to_vec());
                    uses.entry(from).or_default().insert(to);
                }
            }
        }
        uses.keys()
            .filter_map(|start| circle(&uses, start))
            .collect()
    }

    /// The module in which `path`, as written in `module`, leads.
    fn resolve(&self, module: &[String], path: &[String], depth: usize) -> Option<Names> {
        let mut at = module.to_vec();
        let mut rest = path;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => at.clear(),
                "super" => _ = at.pop()?,
                "self" => {}
                _ => break,
            }
            rest = others;
        }
        while let [first, others @ ..] = rest {
            let inner = [&at[..], std::slice::from_ref(first)].concat();
            if !self.modules.contains_key(&inner) {
                let exported = self.exports(&at).into_iter();
                let mut exported = exported.filter(|path| path.last() == Some(first));
                return match exported.next() {
                    Some(path) if depth < 5 => self.resolve(&at, &path, depth + 1),
                    _ => Some(at),
                };
            }
            at = inner;
            rest = others;
        }
        Some(at)
    }

    /// The paths that a module re-exports.
    fn exports(&self, module: &[String]) -> Vec<Names> {
        let code = &self.modules[module];
        let statements = code.split(';').filter_map(|statement| {
            let (before, path) = statement.split_once("use ")?;
            let visibility = before.lines().last()?.trim();
            visibility.starts_with("pub").then(|| expand(path))
        });
        statements.flatten().collect()
    }
}

/// The file a/b.rs or a/b/mod.rs is the module `[a, b]`, and lib.rs is `[]`;
/// main.rs is the root of another crate.
fn module_of(path: &str) -> Option<Names> {
    let path = path.strip_suffix(".rs")?;
    let mut names: Names = path.split('/').map(str::to_owned).collect();
    match names.last()?.as_str() {
        "main" => return None,
        "lib" | "mod" => _ = names.pop(),
        _ => {}
    }
    Some(names)
}

/// The paths in the code that begin with `crate` or `super`.
fn paths(code: &str) -> Vec<Names> {
    let starts = ["crate::", "super::"].iter();
    let starts = starts.flat_map(|start| code.match_indices(start));
    starts
        .filter(|(at, _)| !code[..*at].ends_with("super::"))
        .flat_map(|(at, _)| expand(&code[at..]))
        .collect()
}

/// The paths of one `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<Names> {
    let tree = tree.trim_start();
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    if let Some(inner) = tree.strip_prefix('{') {
        return branches(inner).into_iter().flat_map(expand).collect();
    }
    let end = tree.find(|letter| !is_name(letter)).unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    if name.is_empty() {
        return vec![Vec::new()];
    }
    let inner = match rest.strip_prefix("::") {
        Some(rest) => expand(rest),
        None => vec![Vec::new()],
    };
    let with_name = |path: Names| [vec![name.to_owned()], path].concat();
    inner.into_iter().map(with_name).collect()
}

/// The branches between an opening brace and its closing one.
fn branches(inner: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                found.push(inner[start..at].trim());
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    found.retain(|branch| !branch.is_empty());
    found
}

/// A shortest circle from `start` back to it; reported only for its first module.
fn circle(uses: &BTreeMap<Names, BTreeSet<Names>>, start: &Names) -> Option<String> {
    let mut trails = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !trails.is_empty() {
        let mut longer = Vec::new();
        for trail in trails {
            for next in uses.get(*trail.last()?).into_iter().flatten() {
                if next == start {
                    let names = trail.iter().map(|names| names.join("::"));
                    let is_first = trail.iter().all(|names| *names >= start);
                    return is_first.then(|| names.collect::<Vec<_>>().join(" -> "));
                }
                if seen.insert(next) {
                    longer.push([&trail[..], &[next]].concat());
                }
            }
        }
        trails = longer;
    }
    None
}

/// A crate's files below `src`, relative to it, for [`Crate::new`].
pub fn relative(src: &Path, file: &Path) -> String {
    let path = file.strip_prefix(src).expect("the file is below it");
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn circles_are_found_and_parents_are_none() {
    let circles = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(path, code)| ((*path).into(), (*code).into()));
        Crate::new(files).circles()
    };
    let lib = ("lib.rs", "mod a; mod b; pub use a::A;");
    assert_eq!(
        circles(&[lib, ("a.rs", "use crate::b;"), ("b.rs", "super::A::new()")]),
        ["a -> b"]
    );
    assert_eq!(
        circles(&[lib, ("a.rs", "use crate::{b, C};"), ("b.rs", "fn a() {}")]),
        [""; 0]
    );
    let below = [
        lib,
        ("a.rs", ""),
        ("b/mod.rs", "mod c; use c::C;"),
        ("b/c.rs", "use super::{d::D, super::a};"),
        ("b/d.rs", "fn f() { super::c::g() }"),
    ];
    assert_eq!(circles(&below), ["b::c -> b::d"]);
}
