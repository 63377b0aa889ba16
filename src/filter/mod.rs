//! Which tracks a reader's search shows.
