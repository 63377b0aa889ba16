//! Waiting for a condition, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

/// No story waits longer for one thing: a release page is live within a second
/// on an idle machine, and three browsers may share a busy one.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);
/// How long the page is left alone between two questions: short enough not to be
/// felt. A question that takes longer is followed by as long a pause, so that the
/// page has at least half of the processor.
const POLL: Duration = Duration::from_millis(15);

/// Asks until there is an answer, and gives it.
///
/// # Panics
/// After the deadline, naming what was waited for: `what`.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let answer = within_the_deadline(async {
        loop {
            let asked = Instant::now();
            if let Some(answer) = ask().await {
                return answer;
            }
            sleep(POLL.max(asked.elapsed())).await;
        }
    });
    let answer = answer.await;
    answer.unwrap_or_else(|| panic!("waited in vain for {what:.300}"))
}

/// What a driver may never answer: WebKit's takes no picture of a tab that is
/// behind another.
pub(crate) async fn within_the_deadline<T>(answer: impl Future<Output = T>) -> Option<T> {
    timeout(DEADLINE, answer).await.ok()
}
