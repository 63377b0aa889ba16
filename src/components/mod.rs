//! The page, one component a file. The publisher renders [`App`]; the browser
//! hydrates the parts of it that react, [`Finder`], [`Headers`] and [`Beyond`],
//! and keeps the rows ([`keep_rows`]). A first render depends on the page alone.

mod album_results;
mod album_shape;
mod album_switch;
mod app;
mod beyond;
mod copy_link;
mod credits;
mod finder;
mod follow;
mod headers;
mod latest_reviews;
mod length_range;
mod live_part;
mod live_rows;
mod live_search;
mod masthead;
mod no_match;
mod other_albums;
mod other_reviews;
pub mod prose;
mod review_list;
mod search_box;
mod search_help;
mod sort_header;
mod take_along;
mod track_panel;
mod track_status;
mod track_table;

pub use app::App;
pub use beyond::Beyond;
pub use copy_link::copy_links;
pub use finder::Finder;
pub use headers::Headers;
pub use live_part::hydrate;
pub use live_rows::keep_rows;
pub use live_search::LiveSearch;
pub use track_table::ROWS_IN_GROUP;
