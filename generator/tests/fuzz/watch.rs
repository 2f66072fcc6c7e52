//! Ends the process when one input takes too long, or all of the memory: neither can be caught.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, process, thread};

/// What one input may take. Excerpts take milliseconds.
const MOST_TIME: Duration = Duration::from_secs(20);

/// What the process may take, in pages of 4 KiB: 4 GiB.
const MOST_PAGES: u64 = 1024 * 1024;

/// What runs, and since when.
#[derive(Clone)]
pub(crate) struct Watch(Arc<Mutex<Option<(Instant, String)>>>);

impl Watch {
    pub(crate) fn start() -> Self {
        let watch = Self(Arc::new(Mutex::new(None)));
        let watched = watch.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_millis(100));
                watched.look();
            }
        });
        watch
    }

    pub(crate) fn begin(&self, name: &str) {
        *self.0.lock().unwrap() = Some((Instant::now(), name.to_owned()));
    }

    pub(crate) fn end(&self) {
        *self.0.lock().unwrap() = None;
    }

    fn look(&self) {
        let running = self.0.lock().unwrap();
        let Some((since, name)) = running.as_ref() else {
            return;
        };
        let pages = pages().unwrap_or(0);
        if since.elapsed() > MOST_TIME || pages > MOST_PAGES {
            eprintln!(
                "{name} takes {:?} and {pages} pages; it is in target/fuzz/running",
                since.elapsed()
            );
            process::exit(1);
        }
    }
}

/// The resident memory, where the system tells it.
fn pages() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/statm").ok()?;
    text.split(' ').nth(1)?.parse().ok()
}
