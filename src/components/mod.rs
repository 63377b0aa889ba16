//! The page, one component a file. The publisher renders [`App`]. The browser
//! hydrates three islands ([`SearchPanel`], [`SortHeaders`] and [`ListFooter`]) and
//! updates the published rows ([`sync_rows`]). All islands share a [`SearchStore`].
//! The first render depends only on the page's data, so hydration matches it.

mod album_results;
mod app;
mod copy_link;
mod credits;
mod erased;
mod export_bar;
mod fixed;
mod island;
mod latest_reviews;
mod length_chart;
mod length_range;
mod list_footer;
mod markup;
mod masthead;
mod navigation;
mod no_match;
mod other_albums;
mod other_reviews;
mod page_parts;
pub mod prose;
mod review_list;
mod row_sync;
mod scope_switch;
mod search_box;
mod search_help;
mod search_panel;
mod search_store;
mod searched_page;
mod sort_header;
mod sort_headers;
mod track_panel;
mod track_status;
mod track_table;
mod turn;
mod verdict;

pub use app::App;
pub use copy_link::copy_links;
pub use island::hydrate;
pub use list_footer::ListFooter;
pub use markup::{Markup, element};
pub use navigation::{PARTS, mend, navigate};
pub use page_parts::PageParts;
pub use row_sync::sync_rows;
pub use search_panel::SearchPanel;
pub use search_store::SearchStore;
pub use sort_headers::SortHeaders;
pub use track_table::ROWS_IN_GROUP;
