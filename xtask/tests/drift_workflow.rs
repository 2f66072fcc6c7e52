//! The shell steps of .github/workflows/spec-drift.yml, run against a bare repository with stand-ins for `gh` and `cargo`.

#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::Value;
use support::{Repository, command_in, git_in, real_root, run, with_operations};

const LOCK: &str = "version = 4\n\n[[package]]\nname = \"test-client\"\nversion = \"0.1.0\"\ndependencies = [\n \"bytes\",\n]\n";

/// Passes commands of the repository on, and answers for its tests and for what the client depends on.
const CARGO: &str = r#"#!/bin/sh
case $1 in
  xtask) shift; exec "$XTASK" "$@" ;;
  test) echo "test $TEST_WORD"; [ "$TEST_WORD" = passed ] ;;
  update) [ ! -f "$GH_STATE/Cargo.lock" ] || cp "$GH_STATE/Cargo.lock" . ;;
esac
"#;

/// Keeps labels and the one pull request in files, and a log of what changes something.
const GH: &str = r#"#!/bin/bash
set -e
cd "$GH_STATE"
touch labels log
case "$1 $2" in
  "auth setup-git") ;;
  "label list") cat labels ;;
  "label create") echo "$3" >> labels; echo "label create $3" >> log ;;
  "pr list")
    # The filters of the workflow would leave out what is in no file here.
    case "$*" in
      *"map(select(.isCrossRepository | not))"* | *"map(select((.isCrossRepository | not) and .mergedAt == null))"*) ;;
      *) echo "pull requests of forks are taken for ours: $*" >&2; exit 1 ;;
    esac
    case "$*" in
      *"--state open"*) [[ ! -f title ]] || echo 7 ;;
      *"--state closed"*) [[ ! -f closed ]] || cat closed ;;
    esac ;;
  "pr close")
    rm title
    git -C ../origin.git branch --quiet -D spec-drift
    echo "pr close $3" >> log ;;
  "pr create" | "pr edit")
    verb=$2
    while (($#)); do
      case $1 in
        --title) echo "$2" > title ;;
        --body-file) cp "$2" body ;;
        --label | --add-label) grep -qx "$2" labels; echo "$2" >> pr-labels ;;
        --remove-label) grep -qx "$2" labels; grep -vx "$2" pr-labels > others || true; mv others pr-labels ;;
      esac
      shift
    done
    sort -u -o pr-labels pr-labels
    echo "pr $verb" >> log ;;
  "workflow run") echo "workflow run $3 $5" >> log ;;
  *) echo "unknown: $*" >&2; exit 1 ;;
esac
"#;

struct Forge {
    folder: Repository,
    workflow: Value,
}

/// What a step of a job gave.
struct Step {
    succeeded: bool,
    said: String,
    outputs: BTreeMap<String, String>,
}

impl Forge {
    /// A bare repository with a client of the document, and upstream with the same one.
    fn new() -> Self {
        let folder = Repository::with_settings("");
        let upstream = folder.path("upstream.json");
        folder.write(
            "seed/spec/generate.toml",
            &format!("source = {upstream:?}\nname = \"test-client\"\n"),
        );
        folder.write("seed/Cargo.lock", LOCK);
        folder.write("upstream.json", &document());
        for (name, text) in [("cargo", CARGO), ("gh", GH)] {
            folder.write(&format!("bin/{name}"), text);
            let mode = fs::Permissions::from_mode(0o755);
            fs::set_permissions(folder.path(&format!("bin/{name}")), mode).unwrap();
        }
        fs::create_dir(folder.path("state")).unwrap();
        let seed = folder.path("seed");
        for command in ["fetch", "regen"] {
            run(command_in(&seed, &[command])).expect_status(0);
        }
        let workflow = real_root().join(".github/workflows/spec-drift.yml");
        let forge = Self {
            workflow: serde_yaml::from_str(&fs::read_to_string(workflow).unwrap()).unwrap(),
            folder,
        };
        git_in(&seed, &["init", "--quiet", "--initial-branch", "main"]);
        git_in(&seed, &["add", "--all"]);
        git_in(&seed, &["commit", "--quiet", "--message", "Begin"]);
        git_in(
            &forge.folder.path(""),
            &["clone", "--quiet", "--bare", "seed", "origin.git"],
        );
        forge
    }

    /// One run of the workflow, with the word of its tests. The status of the jobs that ran.
    fn run(&self, test_word: &str) -> Result<&'static str, String> {
        let (work, temp) = self.checkout("propose");
        let step =
            |name: &str| self.step("propose", name, &work, &temp, &[("TEST_WORD", test_word)]);
        let drift = step("Compare with upstream");
        if !drift.succeeded {
            return Err(drift.said);
        }
        if drift.outputs.contains_key("in-step") {
            let (work, temp) = self.checkout("withdraw");
            let environment = [("BRANCH", "spec-drift"), ("BASE", "main")];
            let step = self.step(
                "withdraw",
                "Close the pull request",
                &work,
                &temp,
                &environment,
            );
            assert!(step.succeeded, "{}", step.said);
            return Ok("in step");
        }
        let take = step("Take over the document");
        assert!(take.succeeded, "{}", take.said);
        for name in ["Regenerate the client", "Look for changes"] {
            let step = step(name);
            assert!(step.succeeded, "{name}: {}", step.said);
        }
        let tests = step("Test");
        assert!(step("Take the end of the test log").succeeded);
        self.propose(&temp, &take.outputs["verdict"], tests.succeeded)
    }

    /// The job that writes, with what the other one hands over.
    fn propose(&self, from: &Path, verdict: &str, tests: bool) -> Result<&'static str, String> {
        let (work, temp) = self.checkout("pull-request");
        for (folder, name) in [
            ("patch", "changes.patch"),
            ("patch", "summary.md"),
            ("test-log", "test-end.log"),
        ] {
            fs::create_dir_all(temp.join(folder)).unwrap();
            fs::copy(from.join(name), temp.join(folder).join(name)).unwrap();
        }
        let tests = if tests { "success" } else { "failure" };
        let environment = [
            ("BRANCH", "spec-drift"),
            ("BASE", "main"),
            ("TESTS", tests),
            ("VERDICT", verdict),
        ];
        for name in ["Apply the patch", "Open or update the pull request"] {
            let step = self.step("pull-request", name, &work, &temp, &environment);
            if !step.succeeded {
                return Err(step.said);
            }
        }
        Ok("proposed")
    }

    /// A fresh checkout for a job, and its folder for files.
    fn checkout(&self, job: &str) -> (PathBuf, PathBuf) {
        let (work, temp) = (
            self.folder.path(job),
            self.folder.path(&format!("{job}.tmp")),
        );
        for folder in [&work, &temp] {
            let _ = fs::remove_dir_all(folder);
        }
        fs::create_dir(&temp).unwrap();
        git_in(
            &self.folder.path(""),
            &["clone", "--quiet", "origin.git", job],
        );
        (work, temp)
    }

    fn step(
        &self,
        job: &str,
        name: &str,
        work: &Path,
        temp: &Path,
        environment: &[(&str, &str)],
    ) -> Step {
        let steps = self.workflow["jobs"][job]["steps"].as_sequence().unwrap();
        let step = steps.iter().find(|step| step["name"] == name).unwrap();
        let script = step["run"].as_str().unwrap();
        assert!(!script.contains("${{"), "{name} takes text for code");
        let outputs = temp.join("outputs");
        fs::write(&outputs, "").unwrap();
        // As GitHub calls it where `shell: bash` says so, and else without pipefail.
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e"]);
        if step["shell"].is_string() {
            command.args(["-o", "pipefail"]);
        }
        let path = format!(
            "{}:{}",
            self.folder.path("bin").display(),
            std::env::var("PATH").unwrap()
        );
        command
            .args(["-c", script])
            .current_dir(work)
            .env("PATH", path);
        command.env("XTASK", env!("CARGO_BIN_EXE_xtask"));
        command
            .env("RUNNER_TEMP", temp)
            .env("GITHUB_OUTPUT", &outputs);
        command.env("GITHUB_STEP_SUMMARY", temp.join("step-summary"));
        command.env("GH_STATE", self.folder.path("state"));
        command
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .envs(environment.iter().copied());
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let lines = fs::read_to_string(outputs).unwrap();
        Step {
            succeeded: output.status.success(),
            said: String::from_utf8(said).unwrap(),
            outputs: lines
                .lines()
                .filter_map(|line| line.split_once('='))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
        }
    }

    fn state(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path("state").join(name)).unwrap_or_default()
    }

    /// What changed something since the last look.
    fn log(&self) -> String {
        let log = self.state("log");
        self.folder.write("state/log", "");
        log
    }

    /// A file of the branch of the pull request.
    fn proposed(&self, path: &str) -> String {
        let place = format!("spec-drift:{path}");
        git_in(&self.folder.path("origin.git"), &["show", &place])
    }
}

fn document() -> String {
    document_of(&["list", "read", "write"])
}

fn document_of(operations: &[&str]) -> String {
    let empty = r#"{
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {}
    }"#;
    with_operations(empty, operations)
}

fn breaking() -> String {
    document().replace("\"/write\"", "\"/rewrite\"")
}

#[test]
fn one_pull_request_follows_upstream_with_the_label_of_its_change() {
    let forge = Forge::new();
    assert_eq!(forge.run("passed"), Ok("in step"));
    assert_eq!(forge.log(), "");

    let compatible = with_operations(&document(), &["extra"]);
    forge.folder.write("upstream.json", &compatible);
    assert_eq!(forge.run("passed"), Ok("proposed"));
    assert_eq!(
        forge.log(),
        "workflow run ci.yml spec-drift\nlabel create breaking\nlabel create compatible\npr create\n"
    );
    assert_eq!(forge.state("pr-labels"), "compatible\n");
    assert_eq!(forge.state("title"), "Follow the upstream document\n");
    let body = forge.state("body");
    for text in [
        "**compatible**",
        "[tests pass]",
        "GET /extra is new",
        "operation-added",
    ] {
        let text = text.replace("[tests pass]", "`cargo test --workspace` passes.");
        assert!(body.contains(&text), "{text:?} is not in\n{body}");
    }
    assert!(
        forge
            .proposed("generated-client/Cargo.toml")
            .contains("version = \"0.1.1\"")
    );
    assert!(
        forge
            .proposed("generated-client/CHANGELOG.md")
            .contains("## [0.1.1]")
    );
    assert_eq!(forge.proposed("Cargo.lock"), LOCK.replace("0.1.0", "0.1.1"));

    // The next day.
    let head = forge.proposed("");
    let changelog = forge.proposed("generated-client/CHANGELOG.md");
    let day = changelog
        .split("## [0.1.1] - ")
        .nth(1)
        .unwrap()
        .get(..10)
        .unwrap();
    let branch = forge.folder.path("yesterday");
    git_in(
        &forge.folder.path(""),
        &[
            "clone",
            "--quiet",
            "--branch",
            "spec-drift",
            "origin.git",
            "yesterday",
        ],
    );
    forge
        .folder
        .edit("yesterday/generated-client/CHANGELOG.md", day, "2001-01-31");
    git_in(
        &branch,
        &["commit", "--quiet", "--all", "--message", "Yesterday"],
    );
    git_in(&branch, &["push", "--quiet"]);
    assert_eq!(forge.run("passed"), Ok("proposed"));
    assert_eq!(
        forge.log(),
        "pr edit\n",
        "the same content was pushed again"
    );
    assert_eq!(forge.proposed(""), head);

    forge.folder.write("upstream.json", &breaking());
    assert_eq!(forge.run("failed"), Ok("proposed"));
    assert_eq!(forge.log(), "workflow run ci.yml spec-drift\npr edit\n");
    assert_eq!(forge.state("pr-labels"), "breaking\n");
    assert_eq!(
        forge.state("title"),
        "Follow the upstream document (tests fail)\n"
    );
    assert!(forge.state("body").contains("    test failed\n"));
    assert!(
        forge
            .proposed("generated-client/Cargo.toml")
            .contains("version = \"0.2.0\"")
    );
}

#[test]
fn a_pull_request_is_closed_when_upstream_is_back_and_opened_again_when_it_changes_again() {
    let forge = Forge::new();
    let changed = with_operations(&document(), &["extra"]);
    for _ in 0..2 {
        forge.folder.write("upstream.json", &changed);
        assert_eq!(forge.run("passed"), Ok("proposed"));
        assert!(forge.log().ends_with("pr create\n"));
        forge.folder.write("upstream.json", &document());
        assert_eq!(forge.run("passed"), Ok("in step"));
        assert_eq!(forge.log(), "pr close 7\n");
        assert_eq!(forge.run("passed"), Ok("in step"));
        assert_eq!(forge.log(), "");
    }
}

#[test]
fn a_pull_request_that_somebody_closed_is_opened_again_only_with_other_content() {
    let forge = Forge::new();
    let changed = with_operations(&document(), &["extra"]);
    forge.folder.write("upstream.json", &changed);
    assert_eq!(forge.run("passed"), Ok("proposed"));
    forge.log();
    let origin = forge.folder.path("origin.git");
    let head = git_in(&origin, &["rev-parse", "spec-drift"]);
    forge.folder.write("state/closed", &head);
    fs::remove_file(forge.folder.path("state/title")).unwrap();
    assert_eq!(forge.run("passed"), Ok("proposed"));
    assert_eq!(forge.log(), "");

    let more = with_operations(&changed, &["more"]);
    forge.folder.write("upstream.json", &more);
    assert_eq!(forge.run("passed"), Ok("proposed"));
    assert_eq!(forge.log(), "workflow run ci.yml spec-drift\npr create\n");
}

#[test]
fn what_the_client_depends_on_reaches_the_lock_file_and_nothing_else_does() {
    let forge = Forge::new();
    let upstream = with_operations(&document(), &["extra"]);
    forge.folder.write("upstream.json", &upstream);
    let lock = LOCK
        .replace("0.1.0", "0.1.1")
        .replace(" \"bytes\",\n", " \"bytes\",\n \"jiff\",\n");
    forge.folder.write("state/Cargo.lock", &lock);
    assert_eq!(forge.run("passed"), Ok("proposed"));
    assert_eq!(forge.proposed("Cargo.lock"), lock);

    let other = format!("{lock}\n[[package]]\nname = \"other\"\nversion = \"1.0.0\"\n");
    forge.folder.write("state/Cargo.lock", &other);
    let said = forge.run("passed").unwrap_err();
    assert!(said.contains("changed more of Cargo.lock"), "{said}");
}

#[test]
fn what_cannot_be_compared_fails_the_run_and_proposes_nothing() {
    let forge = Forge::new();
    let shrunk = document_of(&["list"]);
    for (upstream, why) in [
        ("<!DOCTYPE html>", "HTML"),
        ("", "empty"),
        (&shrunk, "--allow-shrink"),
    ] {
        forge.folder.write("upstream.json", upstream);
        let said = forge.run("passed").unwrap_err();
        assert!(said.contains("::error title=Spec drift::"), "{said}");
        assert!(said.contains(why), "{said}");
        let summary = fs::read_to_string(forge.folder.path("propose.tmp/step-summary")).unwrap();
        assert!(summary.contains(why), "{summary}");
    }
    assert_eq!(forge.log(), "");
}

#[test]
fn a_patch_that_reaches_further_is_not_applied() {
    let forge = Forge::new();
    let (work, temp) = forge.checkout("propose");
    for name in ["summary.md", "test-end.log"] {
        fs::write(temp.join(name), "").unwrap();
    }
    let lock = LOCK.replace("version = 4", "version = 3");
    let other_package = LOCK.replace("test-client\"\nversion = \"0.1.0", "x\"\nversion = \"0.2.0");
    for (path, text) in [
        (".github/workflows/ci.yml", "on: push\n"),
        ("Cargo.lock", lock.as_str()),
        ("Cargo.lock", &other_package),
        ("generator", "no folder\n"),
    ] {
        let file = work.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        git_in(&work, &["add", "--all"]);
        let patch = git_in(&work, &["diff", "--cached", "--binary", "--no-renames"]);
        fs::write(temp.join("changes.patch"), patch).unwrap();
        let said = forge.propose(&temp, "breaking", true).unwrap_err();
        assert!(said.contains("::error::"), "{path}: {said}");
        git_in(&work, &["reset", "--quiet", "--hard"]);
    }
    assert_eq!(forge.log(), "");
}
