//! A reader's stories of the built site, told to a real browser.
//!
//! `tests/stories/` holds the stories, one `#[test]` each, their names claims;
//! this library is what they are told with. Nothing here knows how the site is
//! made: it takes a finished folder, serves it, opens it, and looks.
//!
//! ```text
//! story ──> Server (the site's folder, with gates) <── requests ── browser
//!   └─────> Reader (what a reader does and sees) ── WebDriver ──────┘
//! ```
//!
//! Modules in reading order: [`story`] (start, judge, keep the evidence),
//! [`reader`] (open, type, look), [`page`] (what is read off a page), [`wait`],
//! [`server`] with its [`gates`], [`deploy`] (a site that changes), [`host`]
//! (real servers), [`session`] (driver process and client),
//! [`chromium`] (all that only Chromium does), [`settings`].
//!
//! The client is `fantoccini`: WebDriver's commands and no more, and one that it
//! does not know can be given to it, which is how a vendor's log and emulation
//! are reached. `thirtyfour` is no lighter (60 crates beside the server's, here
//! 62), and brings waiting of its own, which a story should not have twice.
//!
//! Another engine needs a sibling of [`chromium`] with the same functions.
//! Where it has no console log over WebDriver, let the server put a recorder
//! into each page (`Gates::edit`) and read that; where its window cannot be
//! as narrow as a phone, a frame of that width has the same media queries.

pub mod chromium;
pub mod deploy;
pub mod fixture;
pub mod gates;
pub mod host;
pub mod page;
pub mod reader;
pub mod server;
pub mod session;
pub mod settings;
pub mod story;
pub mod wait;

pub use deploy::Deployed;
pub use gates::{Folders, Gates};
pub use reader::Reader;
pub use server::Server;
pub use session::Options;
pub use story::{Plan, story};
pub use wait::until;
