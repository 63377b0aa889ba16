//! The page, one component a file. The publisher renders [`App`] natively, the
//! browser hydrates the same one: a first render depends on the review alone.

mod album_results;
mod album_shape;
mod album_switch;
mod app;
mod copy_link;
mod credits;
mod length_range;
mod live_search;
mod masthead;
mod no_match;
mod other_albums;
mod other_reviews;
pub(crate) mod prose;
mod review_list;
mod search_box;
mod sort_header;
mod take_along;
mod track_panel;
mod track_status;
mod track_table;

pub use app::App;
pub use review_list::ReviewList;
