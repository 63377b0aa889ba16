//! Runs child processes, with empty standard input.
//!
//! All processes are started through this module. `toolchain`, `tools` and
//! `apt` decide which program to run.

use crate::env;
use crate::failure::Failure;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Prints the next step.
pub fn say(what: &str) {
    eprintln!("==> {what}");
}

/// A command in the workspace's root, without our standard input and without
/// cargo's variables.
pub fn command(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(env::root()).stdin(Stdio::null());
    for name in env::cargo_leftovers() {
        command.env_remove(name);
    }
    command.env("PATH", env::joined(&env::path()));
    let added = env::added_folders();
    for name in env::LIBRARY_PATHS {
        let Some(list) = std::env::var_os(name) else {
            continue;
        };
        match env::without(&list, &added) {
            rest if rest.is_empty() => command.env_remove(name),
            rest => command.env(name, env::joined(&rest)),
        };
    }
    command
}

/// Runs a command with its output shown. Fails if the command fails.
pub fn run(command: &mut Command, next: &str) -> Result<(), Failure> {
    run_by(Command::status, command, next)
}

/// Runs a command with much output; shows its errors only if it fails.
pub fn run_quietly(command: &mut Command, next: &str) -> Result<(), Failure> {
    let status = |command: &mut Command| {
        let output = command.output()?;
        if !output.status.success() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(output.status)
    };
    run_by(status, command, next)
}

fn run_by(
    status: impl FnOnce(&mut Command) -> io::Result<ExitStatus>,
    command: &mut Command,
    next: &str,
) -> Result<(), Failure> {
    eprintln!("    $ {}", shown(command));
    let program = command.get_program().to_string_lossy().into_owned();
    match status(command) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(
            format!("`{}` ended with {status}.", shown(command)),
            next,
        )),
        Err(error) => Err(Failure::new(
            format!("`{program}` could not be started: {error}."),
            next,
        )),
    }
}

/// A command's standard output, trimmed; `None` if the command fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// The command as typed in a shell.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_shown_with_what_to_do_next() {
        let failure = run(command("sh").args(["-c", "exit 3"]), "Do that.").unwrap_err();
        let message = failure.to_string();
        assert!(message.contains("`sh -c exit 3` ended with exit status: 3."));
        assert!(message.ends_with("next: Do that."));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let failure = run(&mut command("no-such-program"), "Install it.").unwrap_err();
        assert!(failure.to_string().contains("`no-such-program` could not"));
    }

    #[test]
    fn children_do_not_learn_which_package_started_them() {
        let seen = output(command("sh").args(["-c", "echo ${CARGO_PKG_NAME-none}"]));
        assert_eq!(seen.as_deref(), Some("none"));
    }
}
