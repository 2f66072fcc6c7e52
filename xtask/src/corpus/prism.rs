//! Prism, the server that checks requests against a document and answers with its examples.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use generator::Source;
use serde_json::{Map, Value};

use crate::failure::Failure;

/// The program, and where `.ci/run` installs it below the target folder.
const PROGRAM: &str = "prism";
const INSTALLED: &str = "prism-5.16.0/node_modules/.bin/prism";

/// The variable of environment that names it.
const VARIABLE: &str = "PRISM";

/// How long it may take to read a document; the largest ones take it 20 seconds on a quiet machine.
const STARTUP: Duration = Duration::from_secs(240);

/// Ends it with this program, in whatever way that ends: its standard input is a pipe that this program holds. For the
/// program that it is, `node`.
const ENDS_WITH_INPUT: &str =
    "--import=data:text/javascript,process.stdin.on('end',process.exit).resume().unref()";

/// What its log says once it listens, before its URL.
const LISTENS: &str = "Prism is listening on ";

/// Prism as it is installed.
#[derive(Debug)]
pub(super) struct Prism {
    program: PathBuf,
}

/// Prism with a document. It ends with this value.
#[derive(Debug)]
pub(super) struct Running {
    child: Child,
    log: PathBuf,
    /// Holds document and log.
    _folder: tempfile::TempDir,
}

impl Prism {
    /// The one that `given` or the environment names, that is in the target folder, or on the path.
    pub(super) fn find(given: Option<&Path>, target: &Path) -> Result<Self, Failure> {
        let named = given
            .map(Path::to_path_buf)
            .or_else(|| env::var_os(VARIABLE).map(PathBuf::from));
        let installed = target.join(INSTALLED);
        let program = match named {
            Some(program) => program,
            None if installed.is_file() => installed,
            None => PROGRAM.into(),
        };
        let version = Command::new(&program)
            .arg("--version")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output();
        match version {
            Ok(output) if output.status.success() => Ok(Self { program }),
            _ => Err(Failure::usage(format!(
                "{} cannot be run; --prism or the variable {VARIABLE} names the program of Prism, \
                 and .ci/run installs it",
                program.display()
            ))),
        }
    }

    /// Starts it with a document on a port of the system's choice.
    pub(super) fn start(&self, source: &Source) -> io::Result<Running> {
        let folder = tempfile::tempdir()?;
        let document = folder.path().join("document.json");
        let log = folder.path().join("log.txt");
        let whole = source.value();
        fs::write(
            &document,
            without_loose_references(whole, whole).to_string(),
        )?;
        let output = File::create(&log)?;
        let child = Command::new(&self.program)
            .args(["mock", "--errors", "--multiprocess=false"])
            .args(["-h", "127.0.0.1", "-p", "0"])
            .arg(&document)
            .env("NODE_OPTIONS", node_options())
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()?;
        Ok(Running {
            child,
            log,
            _folder: folder,
        })
    }
}

impl Running {
    /// Waits until it listens and gives its URL, or what it said before it ended.
    pub(super) fn url(&mut self) -> Result<String, String> {
        let deadline = Instant::now() + STARTUP;
        loop {
            let log = fs::read_to_string(&self.log).unwrap_or_default();
            if let Some(url) = listens_on(&log) {
                return Ok(url.to_owned());
            }
            if self.has_ended() {
                return Err(format!("Prism cannot serve it: {}", complaint(&log)));
            }
            if Instant::now() > deadline {
                return Err(format!("Prism does not listen after {STARTUP:?}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Whether it is gone, as it is after a crash.
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The value of `NO_PROXY` with which nothing stands between a client and Prism.
pub(super) fn no_proxy() -> OsString {
    let mut value = OsString::from("127.0.0.1");
    if let Some(others) = env::var_os("NO_PROXY").or_else(|| env::var_os("no_proxy")) {
        value.push(",");
        value.push(others);
    }
    value
}

/// The value of `NODE_OPTIONS` with [`ENDS_WITH_INPUT`].
fn node_options() -> OsString {
    let mut value = env::var_os("NODE_OPTIONS").unwrap_or_default();
    value.push(" ");
    value.push(ENDS_WITH_INPUT);
    value
}

fn listens_on(log: &str) -> Option<&str> {
    let (_, rest) = log.split_once(LISTENS)?;
    // The whole line has to be there.
    let (line, _) = rest.split_once('\n')?;
    line.split_whitespace().next()
}

/// The line of the log that says why there is no server.
fn complaint(log: &str) -> String {
    let fatal = log.lines().find_map(|line| line.split_once("fatal"));
    let line = fatal.map_or_else(|| log.lines().next().unwrap_or_default(), |(_, rest)| rest);
    line.trim().to_owned()
}

/// The document without references that lead to nothing in it. There are none where references count, but Prism follows
/// those in examples and extensions, too, and ends where they lead nowhere.
fn without_loose_references(value: &Value, document: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(name, member)| {
                name.as_str() != "$ref" || !member.is_string() || is_tied(member, document)
            });
            let kept: Map<String, Value> = kept
                .map(|(name, member)| (name.clone(), without_loose_references(member, document)))
                .collect();
            Value::Object(kept)
        }
        Value::Array(items) => items
            .iter()
            .map(|item| without_loose_references(item, document))
            .collect(),
        other => other.clone(),
    }
}

/// Whether a reference leads to something in the document. An anchor, and a pointer with escapes of URLs, do.
fn is_tied(reference: &Value, document: &Value) -> bool {
    let fragment = reference.as_str().and_then(|text| text.strip_prefix('#'));
    fragment.is_some_and(|pointer| {
        !pointer.starts_with('/') || pointer.contains('%') || document.pointer(pointer).is_some()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_url_is_read_when_its_line_is_whole() {
        let log =
            "[1] awaiting  Starting Prism…\n[2] start  Prism is listening on http://127.0.0.1:4";
        assert_eq!(listens_on(log), None);
        let log = format!("{log}010\n[3] note\n");
        assert_eq!(listens_on(&log), Some("http://127.0.0.1:4010"));
    }

    #[test]
    fn the_complaint_is_what_is_fatal() {
        let log = "[1] awaiting  Starting Prism…\n[2] › [CLI] ✖  fatal     No operations found\nprism mock\n";
        assert_eq!(complaint(log), "No operations found");
        assert_eq!(complaint("crash\nat a"), "crash");
    }

    #[test]
    fn references_in_examples_and_extensions_are_left_out() {
        let document = json!({
            "a": {"$ref": "#/properties"},
            "example": [{"$ref": "https://example.com/", "value": 1}],
            "x-b": {"$ref": "#/c"},
            "properties": {"$ref": {"type": "string"}}
        });
        let expected = json!({
            "a": {"$ref": "#/properties"},
            "example": [{"value": 1}],
            "x-b": {},
            "properties": {"$ref": {"type": "string"}}
        });
        assert_eq!(without_loose_references(&document, &document), expected);
    }
}
