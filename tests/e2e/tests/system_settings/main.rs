//! What a reader asks for in the system's settings: colours, contrast, less motion;
//! also where that changes while the page is open. Told in Chromium and Firefox,
//! whose drivers lead to these settings. WebKit's does not; that a light and a dark
//! system are followed from the start is told in all three (`tests/stories/theme.rs`).

mod colours;
mod preferences;
