//! End-to-end tests of the built site in a real browser.
//!
//! `tests/` has the tests, one `#[test]` per claim; this library runs them. It
//! does not depend on how the site is made: it serves a finished folder and
//! opens it in a browser.
//!
//! ```text
//! test ──> Server (the site's folder, with faults) <── requests ── browser
//!   └────> BrowserPage (opens, types, clicks, reads) ── WebDriver ────┘
//! ```
//!
//! Modules in reading order: [`mod@scenario`] (sets up a test, checks the console,
//! keeps evidence of failures), [`browser_page`] (opens and reads a page),
//! `input` (keyboard, pointer and touch), [`page`] (the scripts that read a
//! page), [`wait`], [`server`] with its [`faults`], [`deploy`] (a site that
//! changes), [`fixture`] (pages of other reviews), [`measure`] and [`plain`] (the
//! benchmarks and their yardstick), [`host`] (nginx and Caddy),
//! [`session`] (driver process and client), `pool` (idle browsers), [`engine`]
//! with [`chromium`], `firefox` and `webkit`, `recorder` and `vendor` (what
//! WebDriver lacks), [`settings`].
//!
//! Each test runs in one engine at a time, that of `LINER_NOTES_BROWSER`. Tests
//! that WebKit's driver does not support are in `tests/system_settings/`, and
//! tests that only Chromium's supports in `tests/chromium/`.
//!
//! The WebDriver client is `fantoccini`, a thin layer of commands that also
//! accepts commands it does not know, such as a vendor's log and emulation.
//! `thirtyfour` is no lighter (60 crates beside the server's, here 62) and has
//! its own waiting, of which one kind is enough.

pub mod browser_page;
pub mod chromium;
pub mod deploy;
pub mod engine;
pub mod faults;
mod firefox;
pub mod fixture;
pub mod host;
mod input;
pub mod links;
pub mod measure;
pub mod page;
pub mod plain;
mod pool;
mod recorder;
pub mod scenario;
pub mod server;
pub mod session;
pub mod settings;
mod vendor;
pub mod wait;
mod webkit;

pub use browser_page::BrowserPage;
pub use deploy::Deployed;
pub use engine::Engine;
pub use faults::{Faults, Folders, Pages};
pub use recorder::NOT_LOADED;
pub use scenario::{Plan, scenario};
pub use server::Server;
pub use session::Options;
pub use wait::until;
