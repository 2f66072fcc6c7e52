//! Files of earlier commits.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::fetch::http::Limits;

/// The file at `path` as it was at `revision` of the repository around `folder`. The path begins at the root of that, or
/// with `./` at the folder. An error is a sentence without its name.
pub(crate) fn show(
    folder: &Path,
    revision: &str,
    path: &str,
    limits: Limits,
) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .args(["show", &format!("{revision}:{path}")])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or_default();
        return Err(format!("git does not have it: {said}"));
    }
    if output.stdout.len() as u64 > limits.bytes {
        return Err(format!("it has more than {} bytes", limits.bytes));
    }
    Ok(output.stdout)
}
