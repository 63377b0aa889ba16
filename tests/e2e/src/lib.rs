//! A reader's stories of the built site, told to a real browser.
//!
//! `tests/stories/` holds the stories, one `#[test]` each, their names claims;
//! this library is what they are told with. Nothing here knows how the site is
//! made: it takes a finished folder, serves it, opens it, and looks.
//!
//! ```text
//! story ──> Server (the site's folder, with gates) <── requests ── browser
//!   └─────> BrowserPage (what a reader does and sees) ── WebDriver ──────┘
//! ```
//!
//! Modules in reading order: [`story`] (start, judge, keep the evidence),
//! [`reader`] (open, look), [`hands`] (type, press, click), [`page`] (what is
//! read off a page), [`wait`], [`server`] with its [`gates`], [`deploy`] (a site
//! that changes), [`host`] (real servers), [`session`] (driver process and
//! client), `pool` (browsers that wait for the next story), [`engine`] with [`chromium`], [`firefox`] and [`webkit`],
//! [`recorder`] and [`vendor`] (what the standard does not know), [`settings`].
//!
//! Each story is told in each engine; which one it is this time is said by
//! `LINER_NOTES_BROWSER`. What WebKit cannot be asked is told in `tests/systems/`,
//! and what only Chromium can in `tests/chromium/`.
//!
//! The client is `fantoccini`: WebDriver's commands and no more, and one that it
//! does not know can be given to it, which is how a vendor's log and emulation
//! are reached. `thirtyfour` is no lighter (60 crates beside the server's, here
//! 62), and brings waiting of its own, which a story should not have twice.

pub mod browser_page;
pub mod chromium;
pub mod deploy;
pub mod engine;
pub mod faults;
mod firefox;
pub mod fixture;
pub mod host;
mod input;
pub mod page;
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
pub use faults::{Faults, Folders};
pub use recorder::NOT_LOADED;
pub use scenario::{Plan, scenario};
pub use server::Server;
pub use session::Options;
pub use wait::until;
