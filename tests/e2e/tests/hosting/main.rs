//! The recipes of `hosting/` in the real servers: their responses, and a page
//! served by them. `cargo xtask test hosting`.

mod damage;
mod headers;
mod hostile;
mod load;
mod recipes;
mod requests;
