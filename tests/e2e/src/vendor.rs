//! WebDriver commands that the standard does not define.

use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use serde_json::Value;
use url::{ParseError, Url};

/// Posts `body` to this path of the session and returns the response.
///
/// # Panics
/// If the driver returns an error.
pub(crate) async fn command(client: &Client, path: &'static str, body: Value) -> Value {
    let answer = client.issue_cmd(VendorCommand { path, body }).await;
    answer.unwrap_or_else(|error| panic!("the driver refused {path}: {error}"))
}

#[derive(Debug)]
struct VendorCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for VendorCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
