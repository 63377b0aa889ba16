//! Liner Notes: soundtrack reviews with an interactive track list, published as
//! static files.
//!
//! Data flows one way:
//!
//! ```text
//! reviews/*.md -> publisher (native) -> Page -> prerendered HTML + embedded JSON
//!                                                         |
//!      URL <-> SearchParams <-> SearchStore <-> islands <- PageData (main.rs, wasm)
//! ```
//!
//! Modules in reading order:
//!
//! - [`components`]: the page, one component a file. The publisher renders all
//!   of them; the browser hydrates only the islands.
//! - [`dom`]: the only module that names `web_sys`.
//!
//! The crate `model` defines a review, and the crate `search` decides which
//! tracks a search finds. Neither depends on Leptos, a browser or the file system.
//!
//! There is no client-side router, no server and no HTML built from strings.

pub mod components;
pub mod dom;
