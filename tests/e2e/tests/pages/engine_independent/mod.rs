//! Stories in which every engine does the same: what is shown follows from the
//! page and the search alone. They are told in Chromium only.

mod all_reviews;
mod hostile;
mod long;
mod marks;
mod nothing;
mod passing;
mod search;
pub mod series;
pub mod sorting;
