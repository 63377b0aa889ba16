//! Builds the site: reads a project's files, renders pages with the app's
//! components, and writes them with feed, metadata, service worker and
//! compressed copies. The only crate that opens files.
//!
//! The binary calls it from Trunk's hooks, [`style()`] before a build, [`load`]
//! and the rest after it (see `main.rs`).

mod address;
mod all_reviews;
mod check_js;
pub mod csp;
mod failure;
mod files;
pub mod glue;
mod hue;
mod links;
mod metadata;
pub mod minify_js;
pub mod new_review;
mod not_found;
pub mod notice;
pub mod overlay;
pub mod page;
pub mod precompress;
mod programs;
mod project;
mod publish;
mod read_text;
mod review_files;
mod scripts;
pub mod service_worker;
mod shell;
mod site;
mod site_header;
mod site_index;
mod slots;
mod slug;
mod speculation;
mod style;
pub mod today;

pub use failure::Failure;
pub use project::Drafts;
pub use publish::{Loaded, Published, keep_shell, load, site};
pub use source::Diagnostic;
pub use style::style;
