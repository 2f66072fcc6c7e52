use std::thread;

/// Enough for values of 127 levels: what openapiv3 needs for a level of a schema, without optimisation, a few times.
const STACK: usize = 64 * 1024 * 1024;

/// Does `work` on a stack that documents of any depth leave room on, whatever the caller's stack is; only pages that
/// are used cost memory.
pub(super) fn with_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK);
        match worker.spawn_scoped(scope, work) {
            Ok(worker) => worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // Spawning took the work along, and without a thread there is little that goes on.
            Err(error) => std::panic::resume_unwind(Box::new(error.to_string())),
        }
    })
}
