//! `cargo xtask <command>`: all commands of this project. Needs only cargo and
//! installs the rest.
//!
//! | topic | module |
//! |---|---|
//! | the commands and their options | `args`, `usage` |
//! | what a command needs, and the order of set-up | `setup` |
//! | the wasm target | `wasm_target`, then `toolchain` |
//! | Trunk, wasm-bindgen and wasm-opt | `tools`, `cache`, `npm` |
//! | apt packages | `apt` |
//! | the checks of `cargo xtask test` | `checks` |
//! | the end-to-end tests and their browsers | `e2e`, `engine`, `browser` |
//! | the benches of `cargo xtask bench` | `bench` |
//! | download sizes and their budgets | `size`, `wasm_size` |
//! | nginx, Caddy and wrk | `servers` |
//! | licences and duplicate crates | `licenses` |
//! | building and serving the site | `site`, `serve`; `serve_check` tests it |
//! | `new` and `import`, which run the publisher | `writer` |
//! | child processes and their environment | `run`, `env` |
//!
//! It has no dependencies, so that it compiles within seconds. Trunk builds the
//! site (`Trunk.toml`), and the publisher in `crates/publisher` writes its pages.

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
