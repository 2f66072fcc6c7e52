//! What others say of the crates before and after each change: the compiler, of code that was written against the old one,
//! and `cargo-semver-checks`, of what the two offer.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use generator::{Rule, Source, generate};
use serde_json::Value;

use crate::changes::{Fixture, config};

/// The rule of a change that no compiler sees: what it says, it says of callers that go on to compile.
const UNSEEN: Rule = Rule::ArgumentOrderChanged;

/// The two crates of a change, by their packages.
fn packages(fixture: &Fixture) -> [(String, &Source); 2] {
    let package = |side: &str| format!("{}-{side}", fixture.rule);
    [
        (package("old"), &fixture.old),
        (package("new"), &fixture.new),
    ]
}

/// A workspace with the crates of all changes, each with its caller as an example.
struct Crates {
    root: PathBuf,
    fixtures: Vec<Fixture>,
}

impl Crates {
    /// Written once for all tests.
    fn get() -> &'static Self {
        static CRATES: OnceLock<Crates> = OnceLock::new();
        CRATES.get_or_init(Self::write)
    }

    fn write() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes");
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let mut members = String::new();
        let fixtures = Fixture::all();
        for fixture in &fixtures {
            for (package, source) in packages(fixture) {
                write_crate(&root, &package, source, &fixture.text.caller);
                let _ = write!(members, "{package:?}, ");
            }
        }
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
        fs::write(root.join("Cargo.toml"), manifest).unwrap();
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, root.join("Cargo.lock")).unwrap();
        Self { root, fixtures }
    }

    fn cargo(&self, subcommand: &str, target: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args([subcommand, "--offline", "--quiet", "--target-dir"])
            .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join(target))
            .current_dir(&self.root);
        cargo
    }

    /// The packages whose caller does not compile, with what the compiler says.
    fn refused(&self) -> BTreeMap<String, String> {
        let mut refused = BTreeMap::new();
        for default_features in [true, false] {
            let mut check = self.cargo("check", "checked");
            check.args(["--examples", "--keep-going"]);
            check.args(["--message-format", "json"]);
            if !default_features {
                check.arg("--no-default-features");
            }
            let fixtures = self.fixtures.iter();
            for fixture in fixtures.filter(|it| it.text.default_features == default_features) {
                for (package, _) in packages(fixture) {
                    check.args(["-p", &package]);
                }
            }
            refused.extend(errors(&check.output().unwrap()));
        }
        refused
    }
}

/// Writes a crate with the caller as an example.
fn write_crate(root: &Path, package: &str, source: &Source, caller: &str) {
    for file in generate(source, &config(package)).unwrap().files {
        write(&root.join(package).join(&file.path), &file.contents);
    }
    let library = package.replace('-', "_");
    let example = format!(
        "#![allow(dead_code, unused_imports, unused_variables, deprecated)]\n\
         use {library}::types::*;\nuse {library}::{{self as fixture, Client, operations}};\n\n\
         fn with(client: &Client) {{\n{caller}}}\n\nfn main() {{}}\n"
    );
    write(&root.join(package).join("examples/caller.rs"), &example);
}

fn write(path: &Path, contents: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, contents).unwrap();
}

/// What the compiler says of callers, by their packages.
fn errors(output: &Output) -> BTreeMap<String, String> {
    let mut errors = BTreeMap::new();
    let mut seen = 0;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        seen += usize::from(message["reason"] == "compiler-artifact");
        if message["message"]["level"] == "error" {
            let target = &message["target"];
            assert_eq!(
                target["kind"][0], "example",
                "a crate does not compile:\n{message:#}"
            );
            let package = message["manifest_path"].as_str().unwrap();
            let package = Path::new(package).parent().unwrap().file_name().unwrap();
            let rendered = message["message"]["rendered"].as_str().unwrap().to_owned();
            errors.insert(package.to_str().unwrap().to_owned(), rendered);
        }
    }
    assert!(seen > 0, "{}", String::from_utf8_lossy(&output.stderr));
    errors
}

#[test]
fn the_compiler_agrees_with_each_verdict_on_source() {
    let crates = Crates::get();
    let refused = crates.refused();
    let mut table =
        String::from("| rule | wire | source | compiler |\n| --- | --- | --- | --- |\n");
    let mut wrong = String::new();
    for fixture in &crates.fixtures {
        let [old, new] = packages(fixture).map(|(package, _)| refused.get(&package));
        let (rule, text) = (fixture.rule, &fixture.text);
        if let Some(errors) = old {
            let _ = writeln!(wrong, "{rule}: the caller was never right:\n{errors}");
        }
        let breaks = text.source == "breaks" && rule != UNSEEN;
        if breaks != new.is_some() {
            let source = &text.source;
            let _ = writeln!(
                wrong,
                "{rule}: source {source}, but the compiler says {new:?}"
            );
        }
        let said = new.and_then(|errors| errors.lines().next());
        let said = said.unwrap_or("compiles");
        let _ = writeln!(
            table,
            "| {rule} | {} | {} | {said} |",
            text.wire, text.source
        );
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{wrong}");
}

/// What `cargo-semver-checks` says of two crates: why a new major version is needed.
fn semver_checks(folder: &Path, rule: Rule) -> Vec<String> {
    let [old, new] = ["old", "new"].map(|side| {
        // It compares paths, in which the name of the crate comes first.
        let library = format!("{rule}-{side}").replace('-', "_");
        let path = folder.join(format!("{library}.json"));
        let text = fs::read_to_string(path).unwrap();
        let renamed = folder.join(format!("{side}.json"));
        fs::write(&renamed, text.replace(&library, "fixture")).unwrap();
        renamed
    });
    let output = Command::new("cargo-semver-checks")
        .args(["semver-checks", "--release-type", "minor"])
        .arg("--baseline-rustdoc")
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let failed = told.lines().filter_map(|line| {
        let lint = line.strip_prefix("--- failure ")?;
        Some(lint.split(':').next().unwrap_or(lint).to_owned())
    });
    let failed: Vec<String> = failed.collect();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        output.status.success(),
        failed.is_empty(),
        "{rule}: {errors}"
    );
    assert!(errors.contains("Checked"), "{rule}: {errors}");
    failed
}

#[test]
fn what_cargo_semver_checks_calls_breaking_is_told_to_break() {
    if Command::new("cargo-semver-checks")
        .arg("--version")
        .output()
        .is_err()
    {
        println!("skipped: `cargo install cargo-semver-checks` first");
        return;
    }
    let crates = Crates::get();
    let documented = crates
        .cargo("doc", "documented")
        .args(["--workspace", "--no-deps"])
        // JSON is not stable, and no other toolchain need be there for it.
        .env("RUSTC_BOOTSTRAP", "1")
        .env(
            "RUSTDOCFLAGS",
            "-Z unstable-options --output-format=json --document-hidden-items --cap-lints=allow",
        )
        .status()
        .unwrap();
    assert!(documented.success());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documented/doc");
    let mut table = String::from("| rule | source | cargo-semver-checks |\n| --- | --- | --- |\n");
    let mut wrong = String::new();
    for fixture in &crates.fixtures {
        let (rule, source) = (fixture.rule, &fixture.text.source);
        let failed = semver_checks(&folder, rule).join(", ");
        if !failed.is_empty() && source != "breaks" {
            let _ = writeln!(wrong, "{rule}: source {source}, but {failed}");
        }
        let _ = writeln!(table, "| {rule} | {source} | {failed} |");
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{wrong}");
}
