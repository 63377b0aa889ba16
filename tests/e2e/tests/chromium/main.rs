//! What only Chromium can be asked, one story a test: it tells of each shift of the
//! layout, lets a page give way gently to the next, and its driver makes a phone of
//! it, or takes it to another country. And what no engine does in its own way, such
//! as axe's rules. All other stories are in `tests/stories/` and `tests/systems/`.

mod axe;
mod leaving;
mod phone;
mod places;
mod shift;
mod spoken;
mod states;
