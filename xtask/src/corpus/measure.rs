//! What a program costs: time and memory, as the system counts them.

use std::fs::File;
use std::io::{self, Read as _, Seek as _};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use serde::Serialize;
use wait4::Wait4 as _;

/// What a program and all the programs that it started and waited for have used.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Cost {
    /// From start to end.
    pub(super) seconds: f64,
    /// Processor time, of all threads together.
    pub(super) user_seconds: f64,
    /// The largest resident set among them.
    pub(super) peak_bytes: u64,
}

/// How a program ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) status: ExitStatus,
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) cost: Cost,
}

/// Runs a program to its end.
///
/// It stays in the process group of this one, so that Ctrl-C ends both.
pub(super) fn run(command: &mut Command) -> io::Result<Ended> {
    // Files take any amount from two streams at once, which pipes do only with a thread for each.
    let mut stdout = tempfile::tempfile()?;
    let mut stderr = tempfile::tempfile()?;
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(stdout.try_clone()?)
        .stderr(stderr.try_clone()?)
        .spawn()?;
    let used = child.wait4()?;
    Ok(Ended {
        status: used.status,
        stdout: text(&mut stdout)?,
        stderr: text(&mut stderr)?,
        cost: Cost {
            seconds: start.elapsed().as_secs_f64(),
            user_seconds: used.rusage.utime.as_secs_f64(),
            peak_bytes: used.rusage.maxrss,
        },
    })
}

fn text(file: &mut File) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
