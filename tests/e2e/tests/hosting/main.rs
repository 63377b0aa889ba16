//! The recipes of `hosting/`, served by the real servers: what they answer, and
//! that a reader's page works there. `cargo xtask test hosting`.

mod damage;
mod headers;
mod hostile;
mod load;
mod recipes;
