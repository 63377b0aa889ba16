//! Tests whose results do not depend on the engine: what is shown follows from
//! the page and the search alone. They run in Chromium only.

mod all_reviews;
mod compilation;
mod hostile;
mod long;
mod long_player;
mod marks;
mod nothing;
mod passing;
mod search;
pub mod series;
pub mod sorting;
