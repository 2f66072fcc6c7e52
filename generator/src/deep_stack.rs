use std::{io, thread};

use crate::diagnostics::{Code, Pointer, Report};

/// Enough for values of 127 levels: what openapiv3 needs for a level of a schema, without optimisation, a few times.
const STACK: usize = 64 * 1024 * 1024;

/// Does `work` on a stack that documents of any depth leave room on, whatever the caller's stack is; only pages that
/// are used cost memory.
///
/// # Errors
///
/// The system has no thread to give.
pub(crate) fn with_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> io::Result<T> {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK);
        let worker = worker.spawn_scoped(scope, work)?;
        match worker.join() {
            Ok(done) => Ok(done),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// The report of work that there was no thread for.
pub(crate) fn no_thread(error: &io::Error) -> Report {
    let mut report = Report::default();
    report.error(
        Code::InvalidDocument,
        &Pointer::root(),
        format!("there is no thread to read the document in: {error}"),
        "try again when the system has more to give",
    );
    report
}
