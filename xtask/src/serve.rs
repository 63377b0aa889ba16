//! `cargo xtask serve`: builds, serves, and rebuilds on change.
//!
//! This process turns into Trunk (`exec`): whoever ends it, by Ctrl-C or by its
//! id, ends Trunk, and Trunk's exit code is ours. A small companion, started
//! before that, waits until the address answers and prints it as the last line.
//! Watching, building and serving are Trunk's work.

use crate::env;
use crate::failure::Failure;
use crate::run::{command, say};
use crate::setup::{self, Need};
use crate::site;
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::time::Duration;

/// Tried in this order when no port was asked for. Twenty, because more servers
/// than that on one machine are a mistake rather than a wish.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// How long between two looks at the server. A person does not notice it.
const PAUSE: Duration = Duration::from_millis(200);

/// The longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Does not return while the site is served.
pub fn serve(port: Option<u16>) -> Result<(), Failure> {
    // Before the set-up, which can take minutes, and again after it.
    choose(port, is_free)?;
    let ready = setup::ready(&[Need::Site])?;
    let port = choose(port, is_free)?;
    let mut trunk = site::trunk(&ready)?;
    trunk.args(["serve", "--skip-version-check", "--address", "127.0.0.1"]);
    trunk.arg(format!("--port={port}"));
    // Asking name servers for the names of 127.0.0.1 takes long without network.
    trunk.arg("--disable-address-lookup=true");
    // Not `dist/`, which holds the release site and is what one uploads.
    trunk.arg("--dist").arg(env::root().join("target/serve"));

    // Trunk ends at once where a folder that it is not to watch is not there.
    for folder in ["target", "dist"].map(|folder| env::root().join(folder)) {
        fs::create_dir_all(&folder).map_err(|error| {
            let what = format!("{} cannot be made: {error}.", folder.display());
            Failure::new(what, "See that the project's folder can be written into.")
        })?;
    }

    say(&format!(
        "Building the site, then serving it on port {port}"
    ));
    start_companion(port)?;
    let error = trunk.exec();
    Err(Failure::new(
        format!("Trunk could not be started: {error}."),
        "Run `cargo xtask setup`.",
    ))
}

fn start_companion(port: u16) -> Result<(), Failure> {
    let started = std::env::current_exe().and_then(|xtask| {
        let mut companion = command(xtask);
        companion.args(["announce", &port.to_string()]);
        companion.arg(std::process::id().to_string()).spawn()
    });
    started.map(drop).map_err(|error| {
        Failure::new(
            format!("xtask could not start itself: {error}."),
            "Run the command again.",
        )
    })
}

/// The companion: prints the address once it answers, or ends with the server.
pub fn announce(port: u16, server: u32) -> Result<(), Failure> {
    while parent_id() == server {
        if answers(port) && parent_id() == server {
            println!(
                "Liner Notes is at http://127.0.0.1:{port}/ (a saved change is rebuilt; Ctrl-C ends it)"
            );
            break;
        }
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

fn answers(port: u16) -> bool {
    front_page(port).is_ok_and(|answer| is_ok(&answer))
}

/// The first bytes of the answer to a request for the front page.
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

/// The port that was asked for, or else the first free one.
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
    fn only_a_page_that_is_there_counts_as_an_answer() {
        assert!(is_ok(b"HTTP/1.1 200"));
        assert!(is_ok(b"HTTP/1.0 200"));
        assert!(!is_ok(b"HTTP/1.1 404"));
        assert!(!is_ok(b"SSH-2.0- 200"));
    }
}
