//! The pool of idle browsers, and the async runtime for all of them.

use std::{
    mem,
    sync::{LazyLock, Mutex, Once},
    thread,
};

use tokio::runtime::{Builder, Runtime};

use crate::session::{Options, Session};

/// Shared, because a driver's connection outlives the test that opened it.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = Builder::new_multi_thread();
    let builder = builder.worker_threads(1).enable_all();
    builder.build().expect("a runtime")
});

static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// More than the number of parallel tests on two processors, because they need
/// browsers with different options.
const MOST: usize = 6;

/// An idle browser with these options, or a new one.
pub(crate) async fn lease(options: Options) -> Session {
    while let Some(session) = idle(&options) {
        if let Some(session) = session.renewed().await {
            return session;
        }
    }
    Session::start(options).await
}

fn idle(options: &Options) -> Option<Session> {
    let mut idle = IDLE.lock().expect("nothing panics here");
    let at = idle
        .iter()
        .position(|session| session.options == *options)?;
    Some(idle.remove(at))
}

/// Returns a browser to the pool. A full pool closes the browser that has been
/// idle longest.
pub(crate) async fn give_back(session: Session) {
    static AT_EXIT: Once = Once::new();
    AT_EXIT.call_once(|| {
        // SAFETY: the function does not unwind, and may be called at any time.
        unsafe { libc::atexit(close_all) };
    });
    let longest = {
        let mut idle = IDLE.lock().expect("nothing panics here");
        idle.push(session);
        (idle.len() > MOST).then(|| idle.remove(0))
    };
    if let Some(session) = longest {
        session.close().await;
    }
}

/// Closes all browsers when the test program exits: any test may be the last.
extern "C" fn close_all() {
    // Not on this thread, whose thread-local data may be gone already.
    let closed = thread::spawn(|| {
        let Ok(mut idle) = IDLE.lock() else { return };
        let idle = mem::take(&mut *idle);
        RUNTIME.block_on(async {
            for session in idle {
                session.close().await;
            }
        });
    });
    _ = closed.join();
}
