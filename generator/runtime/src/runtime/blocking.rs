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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    use crate::runtime::body::Body;
    use crate::runtime::stream::{Events, JsonLines};

    async fn after_a_while() -> i32 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        tokio::spawn(async { 7 }).await.unwrap()
    }

    #[test]
    fn timers_and_tasks_run_while_a_thread_waits() {
        assert_eq!(block_on(after_a_while()).unwrap(), 7);
        let threads: Vec<_> = (0..4)
            .map(|_| thread::spawn(|| block_on(after_a_while()).unwrap()))
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), 7);
        }
    }

    #[tokio::test]
    async fn it_can_be_called_from_a_task_of_another_runtime() {
        assert_eq!(block_on(after_a_while()).unwrap(), 7);
        let waited = tokio::task::spawn_blocking(|| block_on(after_a_while()).unwrap());
        assert_eq!(waited.await.unwrap(), 7);
    }

    #[tokio::test]
    async fn a_task_that_waits_is_not_held_to_its_share_of_work() {
        let many = async {
            for _ in 0..1_000 {
                tokio::task::coop::consume_budget().await;
            }
        };
        block_on(many).unwrap();
    }

    #[test]
    fn a_wake_up_is_not_lost_to_a_future_that_parks() {
        let mut polls = 0;
        let output = block_on(std::future::poll_fn(|context| {
            polls += 1;
            context.waker().wake_by_ref();
            thread::park_timeout(Duration::from_millis(1));
            if polls < 5 {
                Poll::Pending
            } else {
                Poll::Ready(polls)
            }
        }));
        assert_eq!(output.unwrap(), 5);
    }

    #[test]
    fn streams_are_iterators() {
        let events: Events<i64> = Events::new(Body::from("data: 1\n\ndata: 2\n\n"), 100);
        let data: Vec<i64> = events
            .into_iter()
            .map(|event| event.unwrap().data)
            .collect();
        assert_eq!(data, [1, 2]);
        let mut events: Events<i64> = Events::new(Body::from("id: 5\ndata: 1\n\n"), 100);
        assert_eq!((&mut events).into_iter().count(), 1);
        assert_eq!(events.last_event_id(), Some("5"));
        let lines: JsonLines<i64> = JsonLines::new(Body::from("1\n2\n"), 100);
        assert_eq!(
            lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(),
            [1, 2]
        );
    }
}
