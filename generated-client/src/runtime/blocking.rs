// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Runtime};

use crate::runtime::transport::{TransportError, TransportErrorKind};

/// Waits for `future` on this thread, while the connections and timers that it needs run on a runtime of the process.
///
/// It can be called anywhere. In a task of another runtime it holds up the thread of that task, which
/// `spawn_blocking` avoids; Tokio's own `block_on` would panic there, and nothing tells such a task from the threads
/// of `spawn_blocking`, where waiting is right.
///
/// # Errors
///
/// The runtime cannot be started.
pub(crate) fn block_on<F: Future>(future: F) -> Result<F::Output, TransportError> {
    let _entered = runtime()?.enter();
    // The task around this call, if there is one, would else run out of its share without ever giving way.
    let mut future = pin!(tokio::task::coop::unconstrained(future));
    let signal = Arc::new(Signal {
        thread: thread::current(),
        is_set: AtomicBool::new(false),
    });
    let waker = Waker::from(Arc::clone(&signal));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
        while !signal.is_set.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

/// Wakes a thread. The flag is there because what is polled may park, and so use up the wake-up of the thread.
struct Signal {
    thread: Thread,
    is_set: AtomicBool,
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.is_set.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

fn runtime() -> Result<&'static Runtime, TransportError> {
    static RUNTIME: OnceLock<Result<Runtime, String>> = OnceLock::new();
    RUNTIME
        .get_or_init(|| {
            Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name(env!("CARGO_PKG_NAME"))
                .enable_all()
                .build()
                .map_err(|error| error.to_string())
        })
        .as_ref()
        .map_err(|error| TransportError::new(TransportErrorKind::Setup, error.as_str()))
}
