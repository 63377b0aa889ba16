//! A whole site, published from the fixture project in `tests/site/project/`:
//! its pages and navigation, feed, sitemap and metadata.

mod glue;
mod hosting;
mod metadata;
mod mistakes;
mod pages;
mod pictures;
mod policy;
mod program;
mod project;
#[path = "../common/shell.rs"]
mod shell;
