//! Liner Notes: soundtrack reviews with a live track list, published as plain
//! static files.
//!
//! Data flows one way:
//!
//! ```text
//! reviews/*.md -> publish (native) -> Page -> prerendered HTML + embedded JSON
//!                                                     |
//!             URL <-> filter <-> components <- PageData <- main.rs (wasm)
//! ```
//!
//! Modules in reading order:
//!
//! Modules in reading order:
//!
//! - [`components`]: the page, one component a file, rendered natively; those
//!   that react are hydrated in the browser.
//! - [`dom`]: the only place that names `web_sys`.
//!
//! What a review is, is in the crate `model`; which tracks a search finds in
//! `search`. Neither knows Leptos, a browser or a file.
//!
//! Not here, on purpose: a client router, a server, HTML strings made by hand.

pub mod components;
pub mod dom;
