//! A whole site, published from the made-up project in `tests/site/project/`:
//! its pages and the ways between them, and what machines read of it.

mod glue;
mod hosting;
mod metadata;
mod mistakes;
mod pages;
mod pictures;
mod policy;
mod program;
mod project;
