//! Parses the arguments of `cargo xtask` into a [`Task`].
//!
//! Called by `main`. It checks words only: whether a port is free or a check
//! can run is found out by the task.

use crate::bench::BENCHES;
use crate::checks::{self, CHECKS, Check, Choice};
use crate::failure::Failure;
use crate::programs;

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Setup,
    Build {
        /// Reviews of a later day are held back; `None`: the present day. The
        /// publisher parses it.
        today: Option<String>,
    },
    ListChecks,
    Serve {
        /// `None`: 8080, or the next free one.
        port: Option<u16>,
    },
    /// Internal: `serve` starts it to watch over Trunk.
    Accompany {
        port: u16,
        /// The process id of Trunk.
        server: u32,
    },
    Test {
        checks: Choice,
        /// The engines that end-to-end tests run in.
        engines: Vec<&'static str>,
    },
    Size {
        /// Whether to write `docs/sizes.txt`.
        record: bool,
        /// Whether to list the size of each crate.
        crates: bool,
    },
    Screenshots {
        /// Where to write the images.
        folder: String,
    },
    /// `new` or `import`, with the publisher's arguments.
    Write {
        words: Vec<String>,
    },
    Bench {
        /// Names from the table of benches; empty means all of them.
        benches: Vec<String>,
    },
}

/// Parses the arguments of `cargo xtask`.
pub fn parse(words: &[String]) -> Result<Task, Failure> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h", ..] | [_, "help" | "--help" | "-h"] => Ok(Task::Help),
        ["setup"] => Ok(Task::Setup),
        ["build"] => Ok(Task::Build { today: None }),
        ["build", "--today", day] => Ok(build_on(day)),
        ["build", option] if option.starts_with("--today=") => {
            Ok(build_on(&option["--today=".len()..]))
        }
        ["serve"] => Ok(Task::Serve { port: None }),
        ["serve", "--port" | "-p", port] => serve_on(port),
        ["serve", option] if option.starts_with("--port=") => serve_on(&option["--port=".len()..]),
        ["accompany", port, server] => accompany(port, server),
        [command @ ("new" | "import")] => Err(Failure::new(
            format!("`{command}` needs a name after it."),
            "Run `cargo xtask new john-wick` or `cargo xtask import notes.txt`, say.",
        )),
        ["new" | "import", ..] => Ok(Task::Write {
            words: words.iter().map(ToString::to_string).collect(),
        }),
        ["test", "--list"] => Ok(Task::ListChecks),
        ["test", names @ ..] => test(names),
        ["bench", names @ ..] => bench(names),
        ["size", options @ ..] => size(options),
        ["screenshots", folder] => Ok(Task::Screenshots {
            folder: (*folder).to_owned(),
        }),
        ["screenshots", ..] => Err(Failure::new(
            "`screenshots` needs one folder to save the images in.",
            "As in `cargo xtask screenshots target/pictures`.",
        )),
        [command @ ("setup" | "build" | "serve"), rest @ ..] => Err(Failure::new(
            format!("`{command}` does not understand `{}`.", rest.join(" ")),
            "Run `cargo xtask help` for what each command takes.",
        )),
        [unknown, ..] => Err(Failure::new(
            format!("There is no command `{unknown}`."),
            "Run `cargo xtask help` for the commands there are.",
        )),
    }
}

fn build_on(day: &str) -> Task {
    let today = Some(day.to_owned());
    Task::Build { today }
}

fn serve_on(port: &str) -> Result<Task, Failure> {
    match port.parse() {
        Ok(port) if port > 0 => Ok(Task::Serve { port: Some(port) }),
        _ => Err(Failure::new(
            format!("`{port}` is not a port."),
            "Give a number from 1 to 65535, as in `cargo xtask serve --port 9000`.",
        )),
    }
}

fn accompany(port: &str, server: &str) -> Result<Task, Failure> {
    match (port.parse(), server.parse()) {
        (Ok(port), Ok(server)) => Ok(Task::Accompany { port, server }),
        _ => Err(Failure::new(
            "`accompany` is started by `serve` only.",
            "Run `cargo xtask serve`.",
        )),
    }
}

fn test(words: &[&str]) -> Result<Task, Failure> {
    let mut names = Vec::new();
    let mut engines = programs::engine_names();
    let mut quick = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (*word, word.strip_prefix("--browser=")) {
            ("--quick", _) => quick = true,
            ("--browser", _) => engines = vec![engine(words.next().copied().unwrap_or_default())?],
            (_, Some(name)) => engines = vec![engine(name)?],
            (name, None) => names.push(row(CHECKS, "check", name)?),
        }
    }
    let checks = match (quick, names.is_empty()) {
        (true, true) => Choice::Quick,
        (false, true) => Choice::All,
        (false, false) => Choice::Named(names),
        (true, false) => {
            return Err(Failure::new(
                "`--quick` already chooses the checks.",
                "Give either `--quick` or the names of checks.",
            ));
        }
    };
    Ok(Task::Test { checks, engines })
}

fn engine(name: &str) -> Result<&'static str, Failure> {
    programs::engine(name).map(|engine| engine.name)
}

/// The name of a row of this table; `what` it has rows of.
fn row(table: &[Check], what: &str, name: &str) -> Result<String, Failure> {
    match table.iter().any(|row| row.name == name) {
        true => Ok(name.to_owned()),
        false => Err(Failure::new(
            format!("There is no {what} `{name}`."),
            format!("There are:\n{}", checks::list(table)),
        )),
    }
}

fn size(options: &[&str]) -> Result<Task, Failure> {
    let known = ["--record", "--crates"];
    if let Some(unknown) = options.iter().find(|option| !known.contains(option)) {
        return Err(Failure::new(
            format!("`size` does not understand `{unknown}`."),
            "It takes `--crates` and `--record`.",
        ));
    }
    Ok(Task::Size {
        record: options.contains(&"--record"),
        crates: options.contains(&"--crates"),
    })
}

fn bench(names: &[&str]) -> Result<Task, Failure> {
    let benches = names.iter().map(|name| row(BENCHES, "bench", name));
    let benches = benches.collect::<Result<_, _>>()?;
    Ok(Task::Bench { benches })
}

#[cfg(test)]
mod tests;
