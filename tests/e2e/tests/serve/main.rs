//! `cargo xtask serve` rebuilds the page when a review is saved, during the
//! first build and after it, and serves it with its policy and its links.
//!
//! Runs in a copy of the project with an empty `target/`. The copy shares this
//! checkout's compiled crates, which saves minutes. A thread writes the files
//! that a compile would have written into `target/`, because such a flood once
//! stopped Trunk's watcher.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use e2e::{links, settings};
use publisher::csp;
use url::Url;

/// A first build takes five minutes on two processors; some machines have one.
const FIRST_BUILD: Duration = Duration::from_secs(20 * 60);
/// Far more than a rebuild takes.
const CHANGE: Duration = Duration::from_secs(2 * 60);
const POLL: Duration = Duration::from_millis(100);

/// Files written into `target/` during the first build.
const FLOOD: usize = 100_000;

const ADVICE: &str = "read target/serve-output.txt, and see that `watch` in Trunk.toml names \
                      what a writer edits and nothing that a build writes";

/// A review of the project.
const OTHER: &str = "mission-impossible-fallout";

#[test]
fn a_saved_review_is_rebuilt_during_the_first_build_and_after_it() {
    // Outside `target/`, where Trunk ignores every change.
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path();
    copy(&settings::project(), project).expect("a copy of the project");
    let output = settings::project().join("target/serve-output.txt");
    let server = Server::start(project, &output).expect("`cargo xtask serve` starts");
    until(FIRST_BUILD, "Trunk’s first build", || {
        fs::read_to_string(&output).is_ok_and(|text| text.contains("starting build"))
    });

    let building = AtomicBool::new(true);
    thread::scope(|scope| {
        scope.spawn(|| flood(&project.join("target/flood"), &building));
        // Ends the flood also where the wait fails.
        let _end = OnDrop(&building);
        save(project, "Saved early");
        until(FIRST_BUILD, "the first title", || {
            server.shows("Saved early")
        });
    });
    let start = Instant::now();
    save(project, "Saved again");
    until(CHANGE, "the second title", || server.shows("Saved again"));
    println!(
        "a saved review was on its page after {:.1?}",
        start.elapsed()
    );
    let page = server
        .page("/saved/")
        .expect("the page that was just there");
    assert!(page.contains(".well-known/trunk/ws"), "{page}");
    // Of the scripts as they were served, Trunk's too.
    let policy = csp::of(&page);
    assert!(
        page.contains(&format!("content=\"{policy}\"")),
        "not {policy} in {page}"
    );
    assert_links_lead_to_one_place(&server);
}

/// The saved review is the newest, so the front page is a copy of it.
fn assert_links_lead_to_one_place(server: &Server) {
    let links = links::forms(OTHER);
    for path in ["/saved/", "/"] {
        let page = server.page(path).expect("a page");
        let base = server.url(path);
        let (_, prose) = page.split_once("class=\"prose\"").expect("the prose");
        let (_, list) = prose.split_once("<ul").expect("the list of links");
        let (list, _) = list.split_once("</ul>").expect("the end of the list");
        let found = list.split("href=\"").skip(1).map(|rest| {
            let address = rest.split('"').next().unwrap_or_default();
            base.join(&address.replace("&amp;", "&"))
                .expect("an address")
        });
        let expected = links
            .iter()
            .map(|link| base.join(&link.leads_to).expect("an address"));
        assert!(found.eq(expected), "on {path}: {list}");
    }
    for link in links.iter().filter(|link| link.leads_to.ends_with('/')) {
        if link.leads_to.starts_with('/') {
            let page = server.page(&link.leads_to).expect("a page");
            let status = page.lines().next().unwrap_or_default();
            assert!(status.contains(" 200"), "{}: {status}", link.leads_to);
        }
    }
}

struct OnDrop<'a>(&'a AtomicBool);

impl Drop for OnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

fn until(patience: Duration, what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(
            start.elapsed() < patience,
            "waited {patience:?} in vain for {what}: {ADVICE}"
        );
        thread::sleep(POLL);
    }
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
            File::options()
                .write(true)
                .open(copied)?
                .set_modified(written)?;
        }
    }
    Ok(())
}

fn save(project: &Path, title: &str) {
    let review = format!(
        "+++\ntitle = \"{title}\"\npublished = 2026-11-22\nstandfirst = \"Short.\"\n\n[album]\n\
         title = \"Saved\"\ncomposer = \"Nobody\"\nreleased = 2024-02-29\n+++\n\nProse.\n\n\
         {}\n## Track List\n\n1. Departure (1:12)\n",
        links::markdown(&links::forms(OTHER))
    );
    fs::write(project.join("reviews/saved.md"), review).expect("the copy can be written");
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

/// A running `cargo xtask serve`, ended on drop.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(project: &Path, output: &Path) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        drop(listener);
        let output = File::create(output)?;
        let process = Command::new("cargo")
            .args(["xtask", "serve", "--port", &port.to_string()])
            .current_dir(project)
            .env("CARGO_TARGET_DIR", settings::project().join("target"))
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            // A process group, so that cargo, Trunk and the companion end
            // together.
            .process_group(0)
            .spawn()?;
        Ok(Self { process, port })
    }

    fn url(&self, path: &str) -> Url {
        let url = format!("http://127.0.0.1:{}{path}", self.port);
        Url::parse(&url).expect("a URL")
    }

    /// Whether the saved review's page contains the title.
    fn shows(&self, title: &str) -> bool {
        self.page("/saved/").is_ok_and(|page| page.contains(title))
    }

    fn page(&self, path: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(CHANGE))?;
        write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
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
