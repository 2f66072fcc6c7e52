use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use tokio::sync::oneshot;

/// Runs `future`, which cannot go to another thread, as what a browser hands out cannot, beside one that can. Dropping
/// that one drops `future`; `None` where the browser gave it up.
pub(crate) fn beside<T: Send + 'static>(
    future: impl Future<Output = T> + 'static,
) -> impl Future<Output = Option<T>> + Send {
    let (mut sender, receiver) = oneshot::channel();
    wasm_bindgen_futures::spawn_local(async move {
        let mut future = pin!(future);
        let output = poll_fn(|context| {
            if sender.poll_closed(context).is_ready() {
                return Poll::Ready(None);
            }
            future.as_mut().poll(context).map(Some)
        });
        if let Some(output) = output.await {
            // Nobody may want it any more.
            let _ = sender.send(output);
        }
    });
    async { receiver.await.ok() }
}
