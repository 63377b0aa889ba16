//! The part `serve` of `cargo xtask test`: a writer starts `cargo xtask serve` in
//! a copy of the project whose `target/` is empty, saves a review while the first
//! build is going on and again after it, and sees both on the page.
//!
//! Compiled crates are shared with this checkout, which saves minutes; what a
//! compile would write into `target/` meanwhile, a thread writes there: it was
//! such a flood that once ended Trunk's watcher. Called by `parts`.

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

/// A first build takes five minutes on two processors, and some have only one.
const FIRST_BUILD: Duration = Duration::from_secs(20 * 60);
/// Far more than a change takes, and less than anybody would wait for one.
const CHANGE: Duration = Duration::from_secs(2 * 60);
const PAUSE: Duration = Duration::from_millis(100);

/// Files that are written into `target/` while the first build goes on.
const FLOOD: usize = 100_000;

const NEXT: &str = "Read target/serve-output.txt, and see that `watch` in Trunk.toml names \
                    what a writer edits and nothing that a build writes.";

/// The first title is saved during the first build, the second after it.
const TITLES: [&str; 2] = ["Saved early", "Saved again"];

pub fn check(_: &Ready) -> Result<(), Failure> {
    // Not in `target/`, in which Trunk ignores every change.
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

/// Copies a folder with the times of its files, so that cargo builds again only
/// what has changed.
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

/// Writes files as a compile does, until that is over.
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
        // What cannot be written floods nothing.
        _ = fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&file, "object"))
            .and_then(|()| fs::rename(&file, &renamed));
    }
}

/// `cargo xtask serve`, ended with this value.
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
        // cargo, Trunk and what looks after it, to be ended together.
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

    /// The whole answer to a request for the saved review's page.
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
