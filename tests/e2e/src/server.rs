//! A plain static server on the loopback: serves a folder under a base path
//! with MIME types and 404 responses. It records every request, and its faults
//! damage the files that a test wants damaged.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use tokio::{net::TcpListener, runtime::Runtime};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::faults::{Faults, Folders, Pages};

/// A request and its response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The whole path, including the site's base.
    pub path: String,
    pub status: u16,
}

struct Site {
    folder: PathBuf,
    /// The site's base path; begins and ends with `/`.
    base: String,
    faults: Faults,
    visits: Mutex<Vec<Visit>>,
}

/// A running server; it ends on drop, or when a test goes offline.
pub struct Server {
    origin: String,
    site: Arc<Site>,
    /// Runs the server and its open connections, so that dropping it ends all
    /// of them.
    runtime: Mutex<Option<Runtime>>,
}

impl Server {
    /// Serves `folder` under `base`, which begins and ends with `/`, on a free
    /// port.
    pub fn start(folder: &Path, base: &str, faults: Faults) -> Self {
        assert!(
            base.starts_with('/') && base.ends_with('/'),
            "base `{base}`"
        );
        let (listener, address) = unused_port();
        listener.set_nonblocking(true).expect("a socket's setting");
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            base: base.to_owned(),
            faults,
            visits: Mutex::default(),
        });
        let app = Router::new().fallback(answer).with_state(site.clone());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.spawn(async move {
            let listener = TcpListener::from_std(listener).expect("a listening socket");
            // It serves until the runtime ends.
            _ = axum::serve(listener, app).await;
        });
        Self {
            origin: format!("http://{address}"),
            site,
            runtime: Mutex::new(Some(runtime)),
        }
    }

    /// A server that was started elsewhere, known by its address only.
    pub fn elsewhere(origin: String, base: &str) -> Self {
        let site = Site {
            folder: PathBuf::new(),
            base: base.to_owned(),
            faults: Faults::default(),
            visits: Mutex::default(),
        };
        Self {
            origin,
            site: Arc::new(site),
            runtime: Mutex::new(None),
        }
    }

    /// The address of `page`, such as `mission-impossible-fallout/`; the front page is `""`.
    pub fn url(&self, page: &str) -> String {
        format!("{}{}{page}", self.origin, self.site.base)
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Sends all responses that were held back, and holds back no more.
    pub fn release(&self) {
        self.site.faults.release();
    }

    /// What it does with pages and their data from now on.
    pub fn set_pages(&self, pages: Pages) {
        self.site.faults.set_pages(pages);
    }

    /// Goes offline: closes open connections and refuses new ones.
    pub fn stop(&self) {
        if let Some(runtime) = self.runtime.lock().expect("no stop panics").take() {
            runtime.shutdown_background();
        }
    }

    /// The requests so far.
    pub fn visits(&self) -> Vec<Visit> {
        self.site.visits.lock().expect("no visit panics").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A listener on a port that no earlier server of this process had, so that no
/// test sees data stored by the browser for another test's site.
fn unused_port() -> (std::net::TcpListener, SocketAddr) {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the listener's address");
        let mut used = USED.lock().expect("nothing panics here");
        if used.insert(address.port()) {
            return (listener, address);
        }
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    site.faults.pass(&path).await;
    let response = site.response(&path, request).await;
    let visit = Visit {
        path,
        status: response.status().as_u16(),
    };
    site.visits.lock().expect("no visit panics").push(visit);
    response
}

impl Site {
    async fn response(&self, path: &str, request: Request) -> Response {
        match path.strip_prefix(&self.base) {
            _ if self.faults.refuses(path) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Some(file) if !self.faults.misses(path) => {
                let response = self.file(file, request).await;
                self.spoilt(path, response).await
            }
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }

    async fn file(&self, file: &str, mut request: Request) -> Response {
        let folder = self.folder.join(file).is_dir();
        let file = match self.faults.folders {
            Folders::Slash => file.to_owned(),
            Folders::NoSlash if file.is_empty() => String::new(),
            Folders::NoSlash if file.ends_with('/') => {
                let query = request.uri().query().map(|query| format!("?{query}"));
                let query = query.unwrap_or_default();
                let without = format!("{}{}{query}", self.base, file.trim_end_matches('/'));
                return Redirect::permanent(&without).into_response();
            }
            Folders::NoSlash if folder => format!("{file}/"),
            Folders::None if folder => return StatusCode::NOT_FOUND.into_response(),
            Folders::NoSlash | Folders::None => file.to_owned(),
        };
        // A part of a valid path is valid, and needs no escaping.
        *request.uri_mut() = format!("/{file}").parse::<Uri>().expect("a path");
        match ServeDir::new(&self.folder).oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        }
    }

    /// The response after the faults were applied.
    async fn spoilt(&self, path: &str, response: Response) -> Response {
        let is_page = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let (mut parts, body) = response.into_parts();
        if let Some(lifetime) = self.faults.lifetime {
            let lifetime = HeaderValue::from_static(lifetime);
            parts.headers.insert(header::CACHE_CONTROL, lifetime);
        }
        if !(is_page || self.faults.truncates(path)) {
            return Response::from_parts(parts, body);
        }
        // At the end of the test program, reads are cancelled.
        let Ok(bytes) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut bytes = bytes.to_vec();
        if self.faults.truncates(path) {
            bytes.truncate(bytes.len() / 2);
        }
        if is_page {
            let html = String::from_utf8(bytes).expect("pages are UTF-8");
            bytes = self.faults.edited(html).into_bytes();
            if let Some(policy) = self.faults.policy {
                let policy = HeaderValue::from_static(policy);
                parts
                    .headers
                    .insert(header::CONTENT_SECURITY_POLICY, policy);
            }
        }
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::LAST_MODIFIED);
        Response::from_parts(parts, Body::from(bytes))
    }
}
