//! `cargo xtask new` and `cargo xtask import`: builds the publisher and runs it
//! with the same arguments.
//!
//! Called by `main`. The publisher (`crates/publisher/src/main.rs`)
//! parses the arguments and writes the file.

use crate::env;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup;

/// Runs the publisher in the writer's current folder, so that relative paths
/// work, and passes it the project's folder.
pub fn write(words: &[String]) -> Result<(), Failure> {
    let here = std::env::current_dir().map_err(|error| {
        Failure::new(
            format!("The folder that you are in cannot be named: {error}."),
            "Run the command from the project's folder.",
        )
    })?;
    say("Building the publisher, which writes the file");
    let mut cargo = setup::ready(&[], &[])?.toolchain.cargo();
    cargo.current_dir(here);
    cargo.env("TRUNK_SOURCE_DIR", env::root());
    cargo.args(["run", "--quiet", "--locked", "-p", "publisher"]);
    cargo.args(["--bin", "publish"]);
    cargo
        .arg("--manifest-path")
        .arg(env::root().join("Cargo.toml"));
    cargo.arg("--").args(words);
    run(&mut cargo, "Do as it says above; nothing was written.")
}
