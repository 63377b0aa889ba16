//! `cargo xtask <command>`: all commands of this project. Needs only cargo and
//! installs the rest.
//!
//! | topic | module |
//! |---|---|
//! | the commands and their options | `args`, `usage` |
//! | what a command needs, and the order of set-up | `setup` |
//! | the Rust toolchain and the wasm target | `toolchain` |
//! | tools from crates.io and npm | `tools`, `npm`, `cache` |
//! | browsers, servers and other programs of the system | `programs`, `apt` |
//! | the checks of `cargo xtask test` | `checks` |
//! | the end-to-end tests | `e2e` |
//! | the benches of `cargo xtask bench` | `bench` |
//! | download sizes and their budgets | `size`, `wasm_size` |
//! | licences and duplicate crates | `licenses`, `notices` |
//! | building and serving the site | `site`, `serve` |
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
mod cache;
mod checks;
mod e2e;
mod env;
mod failure;
mod fuzz;
mod licenses;
mod notices;
mod npm;
mod programs;
mod run;
mod serve;
mod setup;
mod site;
mod size;
mod toolchain;
mod tools;
mod usage;
mod wasm_size;
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
        Task::Build { today } => site::build_command(today.as_deref()),
        Task::ListChecks => {
            print!("{}", checks::list(checks::CHECKS));
            Ok(())
        }
        Task::Test { checks, engines } => checks::test(&checks, &engines),
        Task::Size { record, crates } => size::size(record, crates),
        Task::Screenshots { folder } => e2e::screenshots(&folder),
        Task::Write { words } => writer::write(&words),
        Task::Bench { benches } => bench::bench(&benches),
    }
}
