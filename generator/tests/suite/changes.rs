//! The rules by which two documents are compared, each with its smallest pair of documents.
//!
//! A file in `tests/changes/` is named after its rule. `old` is a JSON merge patch (RFC 7396) of `base.yaml`, `new` one
//! of `old`; `caller` is the body of a function that has a `client`, in a program that has the default features unless the
//! file says otherwise.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use generator::{Compared, Comparison, Config, ItemFate, PackageName, Rule, Source, Wire, compare};
use serde::Deserialize;
use serde_json::Value;

use crate::golden::{compare_with, fail_with};

pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/changes");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    pub(crate) wire: String,
    pub(crate) source: String,
    #[serde(default)]
    old: Value,
    new: Value,
    pub(crate) caller: String,
    /// Whether the caller has the default features of the crate.
    #[serde(default = "by_default")]
    pub(crate) default_features: bool,
}

fn by_default() -> bool {
    true
}

pub(crate) struct Fixture {
    pub(crate) rule: Rule,
    path: PathBuf,
    pub(crate) text: Text,
    pub(crate) old: Source,
    pub(crate) new: Source,
}

impl Fixture {
    pub(crate) fn all() -> Vec<Self> {
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

#[track_caller]
pub(crate) fn assert_wire(comparison: &Comparison, expected: Wire) {
    assert_eq!(comparison.wire(), expected, "{}", told(comparison));
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
            let _ = match (&item.fate, item.fate.how()) {
                (_, Some(how)) => writeln!(text, "  ~ {}: {how}{breaks}", item.path),
                (ItemFate::Added, _) => writeln!(text, "  + {}{breaks}", item.path),
                _ => writeln!(text, "  - {}{breaks}", item.path),
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
