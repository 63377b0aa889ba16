//! `cargo xtask <command>`: everything one does with this project, from a
//! machine that has only cargo.
//!
//! | to know | read |
//! |---|---|
//! | which commands there are | `args` |
//! | what a command needs, and in which order that is set up | `setup` |
//! | where the wasm target comes from | `wasm_target`, then `toolchain` |
//! | where Trunk, wasm-bindgen and wasm-opt come from | `tools`, `cache`, `npm` |
//! | what `cargo xtask test` runs | `parts` |
//! | in which browsers, and where those come from | `stories`, `engine`, `browser` |
//! | what `cargo xtask bench` measures | `bench` |
//! | what a reader downloads, and its budgets | `size`, `weigh` |
//! | where the real servers come from | `servers` |
//! | what is asked of the crates we use | `supply` |
//! | how the site is built and served | `site`, `serve`; `serve_check` tries it |
//! | how `new` and `import` reach the publisher | `desk` |
//! | how a child process is started, and with which environment | `run`, `env` |
//!
//! It has no dependencies, so that it starts within seconds on a fresh machine.
//! What it leaves to others: Trunk builds the site (`Trunk.toml`), and the
//! publisher in `src/bin/publish.rs` writes its pages.

#[cfg(not(unix))]
compile_error!("`cargo xtask` works on Linux and macOS. On Windows, run it inside WSL.");

mod apt;
mod args;
mod bench;
mod browser;
mod cache;
mod checks;
mod e2e;
mod engine;
mod env;
mod failure;
mod fuzz;
mod licenses;
mod lint;
mod npm;
mod run;
mod serve;
mod serve_check;
mod servers;
mod setup;
mod site;
mod size;
mod toolchain;
mod tools;
mod usage;
mod version;
mod wasm_size;
mod wasm_target;
mod writer;

use args::Task;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match args::parse(&words).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<(), Failure> {
    match task {
        Task::Help => {
            println!("{}", usage::USAGE);
            Ok(())
        }
        Task::Setup => setup::everything(),
        Task::Serve { port } => serve::serve(port),
        Task::Accompany { port, server } => serve::accompany(port, server),
        Task::Build => site::build_command(),
        Task::ListParts => {
            print!("{}", checks::list());
            Ok(())
        }
        Task::Test { parts, engines } => checks::test(&parts, &engines),
        Task::Size { record, crates } => size::size(record, crates),
        Task::Screenshots { folder } => e2e::screenshots(&folder),
        Task::Desk { words } => writer::desk(&words),
        Task::Bench { benches } => bench::bench(&benches),
    }
}
