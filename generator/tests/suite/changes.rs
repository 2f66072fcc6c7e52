//! The rules by which two documents are compared, each with its smallest pair of documents; and what the compiler says
//! of code that was written against the crate of the old one.
//!
//! A file in `tests/changes/` is named after its rule. `old` is a JSON merge patch (RFC 7396) of `base.yaml`, `new` one
//! of `old`; `caller` is the body of a function that has a `client`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use generator::{
    Compared, Comparison, Config, ItemFate, PackageName, Rule, Source, compare, generate,
};
use serde::Deserialize;
use serde_json::Value;

use crate::golden::{compare_with, fail_with};

pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/changes");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    wire: String,
    source: String,
    #[serde(default)]
    old: Value,
    new: Value,
    caller: String,
}

struct Fixture {
    rule: Rule,
    path: PathBuf,
    text: Text,
    old: Source,
    new: Source,
}

impl Fixture {
    fn all() -> Vec<Self> {
        let base = read_yaml(&Path::new(FOLDER).join("base.yaml"));
        Rule::ALL
            .iter()
            .map(|rule| Self::of(*rule, &base))
            .collect()
    }

    fn of(rule: Rule, base: &Value) -> Self {
        let path = Path::new(FOLDER).join(format!("{rule}.yaml"));
        let text: Text = serde_json::from_value(read_yaml(&path)).unwrap();
        let mut document = base.clone();
        patch(&mut document, &text.old);
        let old = Source::read("old", document.to_string().as_bytes()).unwrap();
        patch(&mut document, &text.new);
        let new = Source::read("new", document.to_string().as_bytes()).unwrap();
        Self {
            rule,
            path,
            text,
            old,
            new,
        }
    }

    fn compare(&self) -> Comparison {
        same_choices(&self.old, &self.new, &config("fixture"))
    }
}

pub(crate) fn same_choices(old: &Source, new: &Source, config: &Config) -> Comparison {
    let [old, new] = [old, new].map(|source| Compared { source, config });
    compare(old, new).unwrap()
}

pub(crate) fn config(package: &str) -> Config {
    Config::new(PackageName::new(package).unwrap())
}

fn read_yaml(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Source::read("fixture", text.as_bytes())
        .map(|source| source.value().clone())
        .or_else(|_| serde_yaml::from_str(&text))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A JSON merge patch (RFC 7396): `null` removes, objects are merged, all else replaces.
fn patch(target: &mut Value, patch_value: &Value) {
    let Value::Object(members) = patch_value else {
        if !patch_value.is_null() {
            *target = patch_value.clone();
        }
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let object = target.as_object_mut().unwrap();
    for (name, member) in members {
        if member.is_null() {
            object.shift_remove(name);
        } else {
            patch(object.entry(name.clone()).or_insert(Value::Null), member);
        }
    }
}

/// Everything that a comparison says.
pub(crate) fn told(comparison: &Comparison) -> String {
    let mut text = String::new();
    for change in &comparison.changes {
        let _ = writeln!(
            text,
            "{} {} [{}]",
            change.subject, change.message, change.rule
        );
        let _ = writeln!(text, "  wire {}, source {}", change.wire(), change.source());
        for (side, pointer) in [("old", &change.old), ("new", &change.new)] {
            if let Some(pointer) = pointer {
                let _ = writeln!(text, "  {side} {pointer}");
            }
        }
        for item in &change.items {
            let breaks = if item.breaks { " (breaks)" } else { "" };
            let _ = match &item.fate {
                ItemFate::Added => writeln!(text, "  + {}{breaks}", item.path),
                ItemFate::Removed => writeln!(text, "  - {}{breaks}", item.path),
                ItemFate::Changed(how) => writeln!(text, "  ~ {}: {how}{breaks}", item.path),
            };
        }
    }
    text
}

#[test]
fn each_rule_has_a_pair_of_documents_that_it_is_found_in() {
    let mut problems = Vec::new();
    for fixture in Fixture::all() {
        let comparison = fixture.compare();
        problems.extend(compare_with(
            &fixture.path.with_extension("txt"),
            &told(&comparison),
        ));
        if !comparison
            .changes
            .iter()
            .any(|change| change.rule == fixture.rule)
        {
            problems.push(format!(
                "{} is not found:\n{}",
                fixture.rule,
                told(&comparison)
            ));
        }
        for change in &comparison.changes {
            let sides = [(&change.old, &fixture.old), (&change.new, &fixture.new)];
            for (pointer, source) in sides {
                let Some(pointer) = pointer else { continue };
                if source.value().pointer(pointer.as_str()).is_none() {
                    problems.push(format!("{}: there is no {pointer}", fixture.rule));
                }
            }
        }
        let verdicts = [
            comparison.wire().to_string(),
            comparison.source().to_string(),
        ];
        if verdicts != [fixture.text.wire.as_str(), &fixture.text.source] {
            problems.push(format!(
                "{}: {verdicts:?}\n{}",
                fixture.rule,
                told(&comparison)
            ));
        }
    }
    fail_with(&problems);
}

#[test]
fn a_document_does_not_differ_from_itself() {
    for fixture in Fixture::all() {
        let comparison = same_choices(&fixture.new, &fixture.new, &config("fixture"));
        assert_eq!(comparison.changes, [], "{}", fixture.rule);
    }
}

#[test]
fn the_folder_holds_the_rules_and_nothing_else() {
    let expected: BTreeSet<String> = Rule::ALL
        .iter()
        .flat_map(|rule| [format!("{rule}.yaml"), format!("{rule}.txt")])
        .chain(["base.yaml".to_owned()])
        .collect();
    let found: BTreeSet<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
}

/// The rule of a change that no compiler sees: what it says, it says of callers that go on to compile.
const UNSEEN: Rule = Rule::ArgumentOrderChanged;

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

/// The packages whose caller does not compile, with what the compiler says.
fn refused(root: &Path) -> BTreeMap<String, String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--offline",
            "--quiet",
            "--workspace",
            "--examples",
            "--keep-going",
        ])
        .args(["--message-format", "json", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked"))
        .current_dir(root)
        .output()
        .unwrap();
    let mut refused = BTreeMap::new();
    let mut seen = 0;
    for line in String::from_utf8(output.stdout).unwrap().lines() {
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
            refused.insert(package.to_str().unwrap().to_owned(), rendered);
        }
    }
    assert!(seen > 0, "{}", String::from_utf8_lossy(&output.stderr));
    refused
}

#[test]
fn the_compiler_agrees_with_each_verdict_on_source() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    let mut members = String::new();
    let fixtures = Fixture::all();
    for fixture in &fixtures {
        for (side, source) in [("old", &fixture.old), ("new", &fixture.new)] {
            let package = format!("{}-{side}", fixture.rule);
            write_crate(&root, &package, source, &fixture.text.caller);
            let _ = write!(members, "{package:?}, ");
        }
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, root.join("Cargo.lock")).unwrap();
    let refused = refused(&root);
    let mut table =
        String::from("| rule | wire | source | compiler |\n| --- | --- | --- | --- |\n");
    let mut wrong = String::new();
    for fixture in &fixtures {
        let old = refused.get(&format!("{}-old", fixture.rule));
        let new = refused.get(&format!("{}-new", fixture.rule));
        if let Some(errors) = old {
            let _ = writeln!(
                wrong,
                "{}: the caller was never right:\n{errors}",
                fixture.rule
            );
        }
        let breaks = fixture.text.source == "breaks" && fixture.rule != UNSEEN;
        if breaks != new.is_some() {
            let _ = writeln!(
                wrong,
                "{}: source {}, but the compiler says {new:?}",
                fixture.rule, fixture.text.source
            );
        }
        let said = new.map_or("compiles", |errors| {
            errors.lines().next().unwrap_or_default()
        });
        let _ = writeln!(
            table,
            "| {} | {} | {} | {said} |",
            fixture.rule, fixture.text.wire, fixture.text.source
        );
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{wrong}");
}
