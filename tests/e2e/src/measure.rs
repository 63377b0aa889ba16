//! What the benchmarks share: a fresh browser for each visit, and the middle of
//! many times.

use std::time::Duration;

use crate::{chromium, engine::Engine, session::Options, session::Session};

/// Longer than a page or a step takes. A question in between takes the page's
/// processor for 20 ms at a quarter of its speed.
pub const UNDISTURBED: Duration = Duration::from_secs(2);

/// Runs a benchmark on this thread.
pub fn run(benchmark: impl Future<Output = ()>) {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    runtime.block_on(benchmark);
}

/// A new Chromium without any cache, undisturbed by its driver, which runs these
/// scripts before those of each page. On a phone, with a slow network and processor.
pub async fn visitor(is_phone: bool, scripts: &[&str]) -> Session {
    let mut options = Options::of(Engine::Chromium);
    options.phone = is_phone;
    options.undisturbed = true;
    let session = Session::start(options).await;
    if is_phone {
        chromium::slow_down(&session.client).await;
    }
    for script in scripts {
        chromium::run_before_pages(&session.client, script).await;
    }
    session
}

/// The middle one of these times; `None` without any.
pub fn median(times: impl IntoIterator<Item = f64>) -> Option<f64> {
    percentile(times, 50)
}

/// The time below which this share of all times is, in percent; `None` without any.
pub fn percentile(times: impl IntoIterator<Item = f64>, percent: usize) -> Option<f64> {
    let mut times: Vec<f64> = times.into_iter().collect();
    times.sort_by(f64::total_cmp);
    let last = times.len().checked_sub(1)?;
    times.get(last * percent / 100).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_times_is_below() {
        let times = || (0..=100).rev().map(f64::from);
        assert_eq!(percentile(times(), 50), Some(50.0));
        assert_eq!(percentile(times(), 95), Some(95.0));
        assert_eq!(percentile([], 50), None);
        assert_eq!(median([3.0, 1.0, 9.0]), Some(3.0));
    }
}
