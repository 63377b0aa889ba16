//! What the parsers of prose and track list share.

use pulldown_cmark::{Event, OffsetIter, Options};

/// How prose is parsed. A page shows no table, struck-through text or task list:
/// they are recognized to be reported, and to be escaped in imported text.
pub const PROSE: Options = Options::ENABLE_SMART_PUNCTUATION
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Skips all events up to the end of the current element.
pub fn skip(events: &mut OffsetIter<'_>) {
    let mut depth = 1usize;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}
