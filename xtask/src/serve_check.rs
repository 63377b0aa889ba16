//! The check `serve` of `cargo xtask test`: starts `cargo xtask serve` in a
//! copy of the project with an empty `target/`, saves a review during the first
//! build and again after it, and expects both changes on the page.
//!
//! The copy shares this checkout's compiled crates, which saves minutes. A
//! thread writes the files that a compile would have written into `target/`,
//! because such a flood once stopped Trunk's watcher. Called by `checks`.

use crate::env;
use crate::failure::Failure;
use crate::run::command;
use crate::setup::Ready;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A first build takes five minutes on two processors; some machines have one.
const FIRST_BUILD: Duration = Duration::from_secs(20 * 60);
/// Far more than a rebuild takes.
const CHANGE: Duration = Duration::from_secs(2 * 60);
const PAUSE: Duration = Duration::from_millis(100);

/// Files written into `target/` during the first build.
const FLOOD: usize = 100_000;

const NEXT: &str = "Read target/serve-output.txt, and see that `watch` in Trunk.toml names \
                    what a writer edits and nothing that a build writes.";

/// The first title is saved during the first build, the second after it.
const TITLES: [&str; 2] = ["Saved early", "Saved again"];

pub fn check(_: &Ready) -> Result<(), Failure> {
    // Outside `target/`, where Trunk ignores every change.
    let project = std::env::temp_dir().join(format!("liner-notes-serve-{}", std::process::id()));
    let served = saved_while_served(&project);
    _ = fs::remove_dir_all(&project);
    served
}

fn saved_while_served(project: &Path) -> Result<(), Failure> {
    copy(&env::root(), project)
        .map_err(|error| Failure::new(format!("No copy could be made: {error}."), NEXT))?;
    let output = env::root().join("target/serve-output.txt");
    let server = Server::start(project, &output)
        .map_err(|error| Failure::new(format!("It could not be started: {error}."), NEXT))?;
    server.until(FIRST_BUILD, "Trunk did not begin to build", || {
        fs::read_to_string(&output).is_ok_and(|text| text.contains("starting build"))
    })?;
    let building = AtomicBool::new(true);
    thread::scope(|scope| {
        scope.spawn(|| flood(&project.join("target/flood"), &building));
        save(project, TITLES[0]);
        let first = server.until_shown(TITLES[0], FIRST_BUILD);
        building.store(false, Ordering::Relaxed);
        first
    })?;
    let start = Instant::now();
    save(project, TITLES[1]);
    server.until_shown(TITLES[1], CHANGE)?;
    println!(
        "a saved review was on its page after {:.1} s",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Copies a folder and keeps modification times, so that cargo rebuilds only
/// what changed.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() && !["target", "dist", ".git"].iter().any(|out| name == *out) {
            copy(&path, &to.join(name))?;
        } else if kind.is_file() {
            let copied = to.join(name);
            fs::copy(&path, &copied)?;
            let written = entry.metadata()?.modified()?;
            let copied = File::options().write(true).open(copied)?;
            copied.set_modified(written)?;
        }
    }
    Ok(())
}

fn save(project: &Path, title: &str) {
    let review = format!(
        "+++\ntitle = \"{title}\"\npublished = 2026-11-21\nstandfirst = \"Short.\"\n\n[album]\n\
         title = \"Saved\"\ncomposer = \"Nobody\"\nreleased = 2024-02-29\n+++\n\nProse.\n\n\
         ## Track List\n\n1. Departure (1:12)\n"
    );
    let path = project.join("reviews/saved.md");
    fs::write(path, review).expect("a file in our own copy can be written");
}

/// Writes files as a compile does, until `building` is false.
fn flood(folder: &Path, building: &AtomicBool) {
    for at in 0..FLOOD {
        if !building.load(Ordering::Relaxed) {
            return;
        }
        let folder = folder.join((at / 100).to_string());
        let (file, renamed) = (
            folder.join(format!("{at}.tmp")),
            folder.join(at.to_string()),
        );
        // Write errors do not matter here.
        _ = fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&file, "object"))
            .and_then(|()| fs::rename(&file, &renamed));
    }
}

/// A running `cargo xtask serve`, killed on drop.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(project: &Path, output: &Path) -> io::Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let output = File::create(output)?;
        let mut cargo = command("cargo");
        cargo.args(["xtask", "serve", "--port", &port.to_string()]);
        cargo.current_dir(project);
        cargo.env("CARGO_TARGET_DIR", env::root().join("target"));
        cargo.stdout(output.try_clone()?).stderr(output);
        // A process group, so that cargo, Trunk and the companion end together.
        let process = cargo.process_group(0).spawn()?;
        Ok(Self { process, port })
    }

    fn until_shown(&self, title: &str, patience: Duration) -> Result<(), Failure> {
        let what = format!("The page was not seen with `{title}`");
        let is_shown = || self.page().is_ok_and(|page| page.contains(title));
        self.until(patience, &what, is_shown)
    }

    fn until(
        &self,
        patience: Duration,
        what: &str,
        holds: impl Fn() -> bool,
    ) -> Result<(), Failure> {
        let end = Instant::now() + patience;
        while !holds() {
            if Instant::now() > end {
                let what = format!("{what} within {} seconds.", patience.as_secs());
                return Err(Failure::new(what, NEXT));
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// The response to a request for the saved review's page, headers included.
    fn page(&self) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(CHANGE))?;
        write!(stream, "GET /saved/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        _ = self.process.wait();
    }
}
