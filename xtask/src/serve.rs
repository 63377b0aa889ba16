//! `cargo xtask serve`: builds, serves, and rebuilds on change.
//!
//! This process becomes Trunk (`exec`), so that Ctrl-C or a signal to its id
//! ends Trunk, and Trunk's exit code is ours. A companion process, started
//! before that, forwards Trunk's output, prints the address once the server
//! answers, and ends Trunk if its watcher has panicked: Trunk would go on
//! serving a site that no change reaches. Trunk watches, builds and serves.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, say};
use crate::setup::{self, Need};
use crate::site;
use std::io::{self, BufRead, BufReader, ErrorKind, IsTerminal, PipeReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::time::Duration;

/// Tried in this order when no port was given. More than twenty servers at once
/// are likely a mistake.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// The interval between two requests to the server, too short to notice.
const PAUSE: Duration = Duration::from_millis(200);

/// The timeout of one response.
const PATIENCE: Duration = Duration::from_secs(5);

/// Does not return while the site is being served.
pub fn serve(port: Option<u16>) -> Result<(), Failure> {
    // Checked before the set-up, which can take minutes, and again after it.
    choose(port, is_free)?;
    let ready = setup::ready(&[Need::Site], &[])?;
    let port = choose(port, is_free)?;
    let mut trunk = site::trunk(&ready)?;
    trunk.args(["serve", "--skip-version-check", "--address", "127.0.0.1"]);
    trunk.arg(format!("--port={port}"));
    // A reverse DNS lookup of 127.0.0.1 is slow without a network.
    trunk.arg("--disable-address-lookup=true");
    // Not `dist/`, which contains the release site for uploading.
    trunk.arg("--dist").arg(env::root().join("target/serve"));

    // Its output is a pipe to the companion, so Trunk would not use colours.
    if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        trunk.env("CARGO_TERM_COLOR", "always");
    }

    say(&format!(
        "Building the site, then serving it on port {port}"
    ));
    let (output, printed) = io::pipe().map_err(|error| no_companion(&error))?;
    start_companion(port, output).map_err(|error| no_companion(&error))?;
    let also = printed.try_clone().map_err(|error| no_companion(&error))?;
    let error = trunk.stdout(also).stderr(printed).exec();
    Err(Failure::new(
        format!("Trunk could not be started: {error}."),
        "Run `cargo xtask setup`.",
    ))
}

fn start_companion(port: u16, output: PipeReader) -> io::Result<()> {
    let mut companion = command(std::env::current_exe()?);
    companion.args(["accompany", &port.to_string()]);
    companion.arg(std::process::id().to_string());
    companion.stdin(output).spawn().map(drop)
}

fn no_companion(error: &io::Error) -> Failure {
    Failure::new(
        format!("xtask could not start itself: {error}."),
        "Run the command again.",
    )
}

/// The companion: runs as long as the process `server` writes to its pipe.
pub fn accompany(port: u16, server: u32) -> Result<(), Failure> {
    std::thread::spawn(move || announce(port, server));
    let next = "See what is printed above, then run `cargo xtask serve` again.";
    match pass_on(BufReader::new(io::stdin()), io::stderr()) {
        End::Panic => {
            // Only while it is our parent does the id surely belong to it.
            if parent_id() == server {
                _ = command("kill").arg(server.to_string()).status();
            }
            let what = "Trunk's watch for changes has failed, so Trunk was ended: nothing is \
                        served any more.";
            Err(Failure::new(what, next))
        }
        End::Closed => {
            let what = "Trunk has ended: nothing is served any more.";
            Err(Failure::new(what, next))
        }
    }
}

/// How Trunk's output ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// One of Trunk's threads panicked; the others may still run.
    Panic,
    Closed,
}

/// Forwards lines until one reports a panic or the input ends.
fn pass_on(mut lines: impl BufRead, mut to: impl Write) -> End {
    let mut line = Vec::new();
    // Read as bytes: a compiler's output may not be UTF-8.
    while lines
        .read_until(b'\n', &mut line)
        .is_ok_and(|read| read > 0)
    {
        _ = to.write_all(&line);
        if is_panic(&line) {
            return End::Panic;
        }
        line.clear();
    }
    End::Closed
}

/// Whether one of Trunk's own threads panicked, recognised by the thread names
/// of the crates `notify` and `tokio`: Trunk goes on without it. Panics of
/// programs that Trunk starts do not count.
fn is_panic(line: &[u8]) -> bool {
    let line = String::from_utf8_lossy(line);
    let own = ["thread 'notify-rs ", "thread 'tokio-"];
    own.iter().any(|own| line.contains(own)) && line.contains("panicked at")
}

/// Prints the address once the server answers, unless the server ends before.
fn announce(port: u16, server: u32) {
    while parent_id() == server {
        if answers(port) && parent_id() == server {
            println!(
                "Liner Notes is at http://127.0.0.1:{port}/ (a saved change is rebuilt; Ctrl-C ends it)"
            );
            return;
        }
        std::thread::sleep(PAUSE);
    }
}

fn answers(port: u16) -> bool {
    front_page(port).is_ok_and(|answer| is_ok(&answer))
}

/// The first bytes of the response to a request for the front page.
fn front_page(port: u16) -> io::Result<Vec<u8>> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    let mut answer = vec![0; "HTTP/1.1 200".len()];
    stream.read_exact(&mut answer)?;
    Ok(answer)
}

fn is_ok(answer: &[u8]) -> bool {
    answer.starts_with(b"HTTP/1.") && answer.ends_with(b" 200")
}

fn is_free(port: u16) -> io::Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop)
}

/// The given port, or else the first free one.
fn choose(wanted: Option<u16>, is_free: impl Fn(u16) -> io::Result<()>) -> Result<u16, Failure> {
    let next = "Give another one with `--port N`, or none: then a free one is found.";
    match wanted {
        None => PORTS
            .into_iter()
            .find(|port| is_free(*port).is_ok())
            .ok_or_else(|| {
                let (first, last) = (PORTS.start, PORTS.end - 1);
                Failure::new(
                    format!("The ports {first} to {last} are all taken."),
                    "Give a free one with `--port N`.",
                )
            }),
        Some(port) => match is_free(port) {
            Ok(()) => Ok(port),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                Err(Failure::new(format!("Port {port} is taken."), next))
            }
            Err(error) => Err(Failure::new(
                format!("Port {port} cannot be used: {error}."),
                next,
            )),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_but(taken: &[u16]) -> impl Fn(u16) -> io::Result<()> + '_ {
        |port| match taken.contains(&port) {
            true => Err(ErrorKind::AddrInUse.into()),
            false => Ok(()),
        }
    }

    #[test]
    fn the_usual_port_is_8080_and_a_taken_one_is_passed_over() {
        assert_eq!(choose(None, all_but(&[])), Ok(8080));
        assert_eq!(choose(None, all_but(&[8080, 8081])), Ok(8082));
    }

    #[test]
    fn a_port_that_was_asked_for_and_is_taken_is_an_error() {
        assert_eq!(choose(Some(9000), all_but(&[])), Ok(9000));
        let message = choose(Some(9000), all_but(&[9000]))
            .unwrap_err()
            .to_string();
        assert!(message.contains("Port 9000 is taken."));
    }

    #[test]
    fn when_every_usual_port_is_taken_one_must_be_given() {
        let taken: Vec<u16> = PORTS.collect();
        let message = choose(None, all_but(&taken)).unwrap_err().to_string();
        assert!(message.contains("8080 to 8099 are all taken"));
    }

    #[test]
    fn a_port_somebody_listens_on_is_not_free() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(is_free(port).is_err());
    }

    #[test]
    fn what_trunk_prints_is_passed_on_until_its_watcher_panics() {
        let before = "building \u{1f4e6}\n";
        let panic = "thread 'notify-rs debouncer loop' (42) panicked at src/lib.rs:274:30:\n";
        let lines = format!("{before}{panic}more\n");
        let mut shown = Vec::new();
        assert_eq!(pass_on(lines.as_bytes(), &mut shown), End::Panic);
        assert_eq!(String::from_utf8_lossy(&shown), format!("{before}{panic}"));
        assert_eq!(pass_on(before.as_bytes(), io::sink()), End::Closed);
    }

    #[test]
    fn a_panic_differs_from_what_else_is_printed() {
        let panic = b"thread 'notify-rs debouncer loop' panicked at src/lib.rs:274:30:\n";
        assert!(is_panic(panic));
        assert!(is_panic(
            b"thread 'tokio-rt-worker' (4711) panicked at a.rs:1:2:\n"
        ));
        assert!(!is_panic(
            b"thread 'main' panicked at crates/publisher/src/main.rs:1:2:\n"
        ));
        assert!(!is_panic(b"   Compiling console_error_panic_hook v0.1.7\n"));
    }

    #[test]
    fn only_a_page_that_is_there_counts_as_an_answer() {
        assert!(is_ok(b"HTTP/1.1 200"));
        assert!(is_ok(b"HTTP/1.0 200"));
        assert!(!is_ok(b"HTTP/1.1 404"));
        assert!(!is_ok(b"SSH-2.0- 200"));
    }
}
