//! A whole site, published from the fixture project in `tests/site/project/`:
//! its pages and navigation, feed, sitemap and metadata.

mod albums;
mod commands;
mod csp;
mod diagnostics;
mod drafts;
mod glue;
mod hosting;
mod images;
mod metadata;
mod pages;
mod project;
mod schema_org;
#[path = "../common/shell.rs"]
mod shell;
