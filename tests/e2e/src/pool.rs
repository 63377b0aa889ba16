//! The browsers that wait for their next scenario, and the runtime that all of
//! them are spoken to in.

use std::{
    mem,
    sync::{LazyLock, Mutex, Once},
    thread,
};

use tokio::runtime::{Builder, Runtime};

use crate::session::{Options, Session};

/// A driver's connection outlives the story that opened it.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = Builder::new_multi_thread();
    let builder = builder.worker_threads(1).enable_all();
    builder.build().expect("a runtime")
});

static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// More than stories that run at once, as they ask for browsers of several kinds.
const MOST: usize = 4;

/// A browser of this kind that nobody uses, or a new one.
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

/// Keeps a browser for a later scenario, in the place of the one that waits longest
/// where there are many.
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

/// A test program has no end of its own to close browsers at: the last story may
/// be any.
extern "C" fn close_all() {
    // Not on this thread, whose own data may be gone by now.
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
