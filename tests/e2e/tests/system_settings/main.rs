//! Settings of the reader's system: colours, contrast, reduced motion, also
//! when they change while the page is open. Runs in Chromium and Firefox, whose
//! drivers emulate these settings. WebKit's does not; `tests/pages/theme.rs`
//! tests a light and a dark system in all three.

mod colours;
mod preferences;
