//! The recipes of `hosting/` in the real servers: their responses, their grades
//! and a page served by them; and uploads. `cargo xtask test hosting`.

mod damage;
mod headers;
mod hostile;
mod links;
mod load;
mod observatory;
mod recipes;
mod requests;
mod upload;
mod workflow;
