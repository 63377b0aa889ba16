//! Waiting for a condition, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// No story waits longer for one thing: a release page is live within a second
/// on an idle machine, and two browsers may share a busy one.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);
/// How often the page is asked: often enough not to be felt, seldom enough to
/// leave the processor to the page.
const POLL: Duration = Duration::from_millis(15);

/// Asks until there is an answer, and gives it.
///
/// # Panics
/// After the deadline, naming what was waited `what` for.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + DEADLINE;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < end, "waited in vain for {what}");
        sleep(POLL).await;
    }
}
