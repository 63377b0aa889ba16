//! Waits for conditions, never for a fixed time.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

/// The timeout of every wait. A release page is live within a second on an idle
/// machine, but three browsers may share a busy one.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);
/// The pause after the first poll. Each further pause is twice as long, up to
/// the longest: a poll takes about 5 ms of the processor, which the page needs
/// itself. A pause is at least as long as the poll before it.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(160);

/// Polls `ask` until it returns a value.
///
/// # Panics
/// After the deadline, naming the condition `what`.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let answer = within_the_deadline(async {
        let mut pause = FIRST_PAUSE;
        loop {
            let asked = Instant::now();
            if let Some(answer) = ask().await {
                return answer;
            }
            sleep(pause.max(asked.elapsed())).await;
            pause = LONGEST_PAUSE.min(pause * 2);
        }
    });
    let answer = answer.await;
    answer.unwrap_or_else(|| panic!("waited in vain for {what:.300}"))
}

/// `None` after the deadline, for calls that a driver may never answer:
/// WebKit's takes no screenshot of a background tab.
pub(crate) async fn within_the_deadline<T>(answer: impl Future<Output = T>) -> Option<T> {
    timeout(DEADLINE, answer).await.ok()
}
