//! What only Chromium can be asked, one story a test: it tells of each shift of the
//! layout, lets a page give way gently to the next, and its driver makes a phone of
//! it, or takes it to another country. All other stories are in `tests/stories/`
//! and `tests/systems/`.

mod leaving;
mod phone;
mod places;
mod shift;
