//! What both readers of Markdown need of the parser's events.

use pulldown_cmark::{Event, OffsetIter};

/// Passes over everything up to the end of the element that was entered.
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
