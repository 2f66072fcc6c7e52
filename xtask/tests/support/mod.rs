//! A copy of the repository to run the commands in.

// Every test crate compiles this module and uses its own part of it.
#![allow(dead_code)]

pub(crate) mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

/// The root of the repository that the tests belong to.
pub(crate) fn real_root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().unwrap()
}

/// A temporary folder in the shape of the repository.
pub(crate) struct Repository {
    folder: TempDir,
}

impl Repository {
    /// One with nothing but settings.
    pub(crate) fn with_settings(settings: &str) -> Self {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        repository.write("spec/generate.toml", settings);
        repository
    }

    /// A copy of the document and the client of the real repository.
    pub(crate) fn copy() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["spec", "generated-client"] {
            copy_folder(&real_root().join(name), &folder.path().join(name));
        }
        Self { folder }
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub(crate) fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap()
    }

    pub(crate) fn write(&self, relative: &str, contents: &str) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// Replaces a text that must be there.
    pub(crate) fn edit(&self, relative: &str, from: &str, to: &str) {
        let text = self.read(relative);
        assert!(text.contains(from), "{relative} has no {from}");
        self.write(relative, &text.replace(from, to));
    }

    /// Contents and time of the last change of every file below `relative`.
    pub(crate) fn snapshot(&self, relative: &str) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut files = BTreeMap::new();
        visit(&self.path(relative), &mut |path| {
            let time = fs::metadata(path).unwrap().modified().unwrap();
            files.insert(path.to_owned(), (fs::read(path).unwrap(), time));
        });
        files
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        git_in(&self.path(""), arguments);
    }

    /// Commits all that is there.
    pub(crate) fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "A step"]);
    }

    pub(crate) fn xtask(&self, arguments: &[&str]) -> Run {
        run(self.command(arguments))
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        command_in(self.folder.path(), arguments)
    }
}

/// Runs Git in `folder` as if nothing were configured, and gives what it prints.
pub(crate) fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Test");
        command.env(format!("GIT_{who}_EMAIL"), "test@example.com");
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The program, to be run in `folder` without what the environment of the tests may hold.
pub(crate) fn command_in(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::null()).env_remove("CLICOLOR_FORCE");
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(proxy);
        command.env_remove(proxy.to_ascii_lowercase());
    }
    command
}

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn expect_status(self, status: i32) -> Self {
        assert_eq!(
            self.status, status,
            "standard output:\n{}\nstandard error:\n{}",
            self.stdout, self.stderr
        );
        self
    }

    #[track_caller]
    pub(crate) fn expect_stdout(self, text: &str) -> Self {
        assert!(
            self.stdout.contains(text),
            "{text:?} is not in\n{}",
            self.stdout
        );
        self
    }

    #[track_caller]
    pub(crate) fn expect_stderr(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "{text:?} is not in\n{}",
            self.stderr
        );
        self
    }
}

pub(crate) fn run(mut command: Command) -> Run {
    let output = command.output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn copy_folder(from: &Path, to: &Path) {
    visit(from, &mut |path| {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(path, target).unwrap();
    });
}

fn visit(folder: &Path, file: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            file(&path);
        } else if path.file_name().unwrap() != "target" {
            visit(&path, file);
        }
    }
}

/// The document with a GET operation more for each name, which is its id and its path.
pub(crate) fn with_operations(document: &str, names: &[&str]) -> String {
    let mut document: serde_json::Value = serde_json::from_str(document).unwrap();
    for name in names {
        document["paths"][format!("/{name}")]["get"] = serde_json::json!({
            "operationId": name,
            "responses": {"204": {"description": "Fine."}},
        });
    }
    document.to_string()
}
