//! `cargo xtask new` and `cargo xtask import`: builds the publisher and hands
//! the words on to it.
//!
//! Called by `main`. What the words mean and what is written is the publisher's
//! business (`src/bin/publish.rs`).

use crate::env;
use crate::failure::Failure;
use crate::run::{run, say};
use crate::setup;

/// Runs the publisher where the writer is, so that a file is named as they see
/// it, and tells it where the project is.
pub fn desk(words: &[String]) -> Result<(), Failure> {
    let here = std::env::current_dir().map_err(|error| {
        Failure::new(
            format!("The folder that you are in cannot be named: {error}."),
            "Run the command from the project's folder.",
        )
    })?;
    say("Building the publisher, which writes the file");
    let mut cargo = setup::ready(&[])?.toolchain.build_cargo();
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
