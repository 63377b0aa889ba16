//! A helper for the parsers of prose and track list.

use pulldown_cmark::{Event, OffsetIter};

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
