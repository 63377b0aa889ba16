//! The page, one component a file. The publisher renders [`App`] natively, the
//! browser hydrates the same one: a first render depends on the review alone.

mod app;
mod article;
mod credits;
mod length_range;
mod masthead;
mod prose;
mod search;
mod search_box;
mod track_panel;
mod track_status;
mod track_table;

pub use app::App;
pub use search::Typed;
