//! A plain static host on the loopback, as the site will meet it: a folder
//! under some path, right MIME types, 404 for what is not there. It remembers
//! what was asked for, and its gates spoil what a story wants spoilt.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tokio::{net::TcpListener, task::JoinHandle};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::gates::Gates;

/// One request that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The whole path, the site's own base included.
    pub path: String,
    pub status: u16,
}

struct Site {
    folder: PathBuf,
    /// Where the site stands; begins and ends with `/`.
    base: String,
    gates: Gates,
    visits: Mutex<Vec<Visit>>,
}

/// A running server; it ends with this value.
pub struct Server {
    origin: String,
    site: Arc<Site>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves `folder` under `base`, which begins and ends with `/`, on a free port.
    pub async fn start(folder: &Path, base: &str, gates: Gates) -> Self {
        assert!(
            base.starts_with('/') && base.ends_with('/'),
            "base `{base}`"
        );
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the listener's address");
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            base: base.to_owned(),
            gates,
            visits: Mutex::default(),
        });
        let app = Router::new().fallback(answer).with_state(site.clone());
        let task = tokio::spawn(async move {
            // It serves until the task is ended.
            _ = axum::serve(listener, app).await;
        });
        Self {
            origin: format!("http://{address}"),
            site,
            task,
        }
    }

    /// The address of `page`, such as `mission-impossible-fallout/`; the front page is `""`.
    pub fn url(&self, page: &str) -> String {
        format!("{}{}{page}", self.origin, self.site.base)
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Answers all that was held back, and holds nothing any more.
    pub fn release(&self) {
        self.site.gates.release();
    }

    /// What was answered so far.
    pub fn visits(&self) -> Vec<Visit> {
        self.site.visits.lock().expect("no visit panics").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    site.gates.pass(&path).await;
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
            Some(file) if !self.gates.misses(path) => {
                let response = self.file(file, request).await;
                self.spoilt(path, response).await
            }
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }

    async fn file(&self, file: &str, mut request: Request) -> Response {
        // The rest of a valid path is one, and needs no escaping of ours.
        *request.uri_mut() = format!("/{file}").parse::<Uri>().expect("a path");
        match ServeDir::new(&self.folder).oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        }
    }

    /// The response as the gates let it through.
    async fn spoilt(&self, path: &str, response: Response) -> Response {
        let is_page = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if !(is_page || self.gates.truncates(path)) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let mut bytes = to_bytes(body, usize::MAX)
            .await
            .expect("the file is readable")
            .to_vec();
        if self.gates.truncates(path) {
            bytes.truncate(bytes.len() / 2);
        }
        if is_page {
            let html = String::from_utf8(bytes).expect("pages are UTF-8");
            bytes = self.gates.edited(&html).unwrap_or(html).into_bytes();
            if let Some(policy) = self.gates.policy {
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
