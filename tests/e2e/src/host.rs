//! Real servers, started with the recipes of `hosting/`, in which only the port
//! and the folder are replaced; for HTTPS they get a certificate made for them.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

const NGINX: &str = include_str!("../../../hosting/nginx.conf");
const CADDY: &str = include_str!("../../../hosting/Caddyfile");

/// The site's folder in the recipes, which a test replaces.
const ROOT: &str = "/srv/liner-notes";
const PORT: &str = "8080";

/// The timeout for starting a server, which takes a fraction of a second on an
/// idle machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    Caddy,
}

pub const KINDS: [Kind; 2] = [Kind::Nginx, Kind::Caddy];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Http,
    /// On a port that redirects plain HTTP to itself.
    Https,
}

/// A server in a process of its own, killed on drop.
pub struct Host {
    scheme: Scheme,
    port: u16,
    process: Child,
    /// Contains its configuration, certificate, logs and caches.
    folder: TempDir,
}

/// A response.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Lower-case names with values.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty if it is missing. Several values are joined
    /// by commas, which is the same (RFC 9110, section 5.3).
    pub fn header(&self, name: &str) -> String {
        let found = self.headers.iter().filter(|(header, _)| header == name);
        let values: Vec<&str> = found.map(|(_, value)| value.as_str()).collect();
        values.join(", ")
    }
}

impl Host {
    /// Starts a server of this kind with its recipe and `root` as the site.
    pub fn start(kind: Kind, root: &Path) -> Self {
        Self::start_as(kind, root, Scheme::Http)
    }

    pub fn start_as(kind: Kind, root: &Path, scheme: Scheme) -> Self {
        let mut builder = tempfile::Builder::new();
        let folder = builder.prefix("liner-notes-host-").tempdir();
        let folder = folder.expect("a temporary folder");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let port = port.expect("a free port").port();
        if scheme == Scheme::Https {
            make_certificate(folder.path());
        }
        let mut command = match kind {
            Kind::Nginx => nginx(folder.path(), root, port, scheme),
            Kind::Caddy => caddy(folder.path(), root, port, scheme),
        };
        let log = fs::File::create(folder.path().join("output")).expect("a file in our folder");
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        let host = Self {
            scheme,
            port,
            process: process.expect("the server is installed: `cargo xtask test` does that"),
            folder,
        };
        host.wait();
        host
    }

    fn wait(&self) {
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let log = || fs::read_to_string(self.folder.path().join("output"));
            assert!(
                Instant::now() < end,
                "the server did not start: {:?}",
                log()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn origin(&self) -> String {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        format!("{scheme}://{}", self.name())
    }

    /// Its address and port.
    pub fn name(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The certificate of HTTPS, which has signed itself.
    pub fn certificate(&self) -> PathBuf {
        self.folder.path().join(CERTIFICATE)
    }

    /// Gets a path with this `Accept-Encoding`.
    pub fn get(&self, path: &str, coding: &str) -> Answer {
        self.request("GET", path, coding)
    }

    /// Requests a path, without a body, with this `Accept-Encoding`.
    pub fn request(&self, method: &str, path: &str, coding: &str) -> Answer {
        let mut socket = TcpStream::connect(("127.0.0.1", self.port)).expect("the server is up");
        let port = self.port;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {coding}\r\n\
             Connection: close\r\n\r\n"
        );
        socket
            .write_all(request.as_bytes())
            .expect("the server listens");
        let mut bytes = Vec::new();
        socket.read_to_end(&mut bytes).expect("the server answers");
        answer(&bytes)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // The process may have ended already; `wait` reaps it.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

fn answer(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n");
    let end = end.expect("an answer has a head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    let mut answer = Answer {
        status: status.expect("an answer has a status"),
        headers: headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect(),
        body: bytes[end + 4..].to_vec(),
    };
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = unchunked(&answer.body);
    }
    answer
}

/// Decodes a chunked body, in which each chunk follows its length in
/// hexadecimal.
fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let line = body.windows(2).position(|part| part == b"\r\n");
        let line = line.expect("a piece has a length");
        let length = String::from_utf8_lossy(&body[..line]).into_owned();
        let length = usize::from_str_radix(&length, 16).expect("a length is a number");
        if length == 0 {
            return whole;
        }
        let start = line + 2;
        whole.extend_from_slice(&body[start..start + length]);
        body = &body[start + length + 2..];
    }
}

const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";

fn make_certificate(folder: &Path) {
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-noenc", "-days", "2"]);
    openssl.args(["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]);
    openssl.args(["-subj", "/CN=127.0.0.1"]);
    openssl.args(["-addext", "subjectAltName=IP:127.0.0.1"]);
    openssl.args(["-out", CERTIFICATE, "-keyout", KEY]);
    let made = openssl.current_dir(folder).output();
    let made = made.expect("openssl is installed: `cargo xtask test` does that");
    assert!(made.status.success(), "{made:?}");
}

/// A single process, so that killing it ends all of nginx.
fn nginx(folder: &Path, root: &Path, port: u16, scheme: Scheme) -> Command {
    let own = folder.display();
    let https = format!(
        " ssl;\nssl_certificate {own}/{CERTIFICATE};\nssl_certificate_key {own}/{KEY};\n\
         error_page 497 =301 https://$http_host$request_uri"
    );
    let https = match scheme {
        Scheme::Http => "",
        Scheme::Https => &https,
    };
    let recipe = recipe(NGINX, root, &format!("127.0.0.1:{port}{https}"));
    let modules = "/etc/nginx/modules-enabled/*.conf";
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {own}/{kind};\n"))
        .concat();
    let whole = format!(
        "include {modules};\ndaemon off;\nmaster_process off;\npid {own}/pid;\nerror_log stderr;\n\
         events {{ }}\nhttp {{\naccess_log off;\n{temporary}{recipe}\n}}\n"
    );
    let path = folder.join("nginx.conf");
    fs::write(&path, whole).expect("a file in our folder");
    let mut command = Command::new("nginx");
    command.arg("-e").arg("stderr").arg("-c").arg(path);
    command
}

fn caddy(folder: &Path, root: &Path, port: u16, scheme: Scheme) -> Command {
    let recipe = match scheme {
        Scheme::Http => recipe(CADDY, root, &format!("http://127.0.0.1:{port}")),
        Scheme::Https => {
            let address = format!("https://127.0.0.1:{port}");
            let own = folder.display();
            let certificate = format!("{address} {{\n\ttls {own}/{CERTIFICATE} {own}/{KEY}\n");
            recipe(CADDY, root, &address).replacen(&format!("{address} {{"), &certificate, 1)
        }
    };
    // Turns off Caddy's admin endpoint and its redirects from port 80, which
    // would listen on other ports.
    let global = "{\n\tadmin off\n\tauto_https disable_redirects\n\
                  \tservers {\n\t\tlistener_wrappers {\n\t\t\thttp_redirect\n\t\t\ttls\n\t\t}\n\t}\n}\n\n";
    let global = match scheme {
        Scheme::Http => "{\n\tadmin off\n}\n\n",
        Scheme::Https => global,
    };
    let whole = format!("{global}{recipe}");
    let path = folder.join("Caddyfile");
    fs::write(&path, whole).expect("a file in our folder");
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(path);
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    command
}

/// The recipe with another folder and address. Removes comments, because they
/// contain both.
fn recipe(text: &str, root: &Path, address: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    let recipe = lines.collect::<Vec<_>>().join("\n");
    let listen = if recipe.contains(&format!(":{PORT}")) {
        format!(":{PORT}")
    } else {
        PORT.to_owned()
    };
    for part in [ROOT, &listen] {
        assert_eq!(
            recipe.matches(part).count(),
            1,
            "the recipe names {part} once"
        );
    }
    let root = root.display().to_string();
    recipe.replace(ROOT, &root).replace(&listen, address)
}
