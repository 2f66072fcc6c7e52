//! From a value to an overlay (Overlay Specification 1.0.0, section 4.4).

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use crate::diagnostics::{Code, Pointer, Report};
use crate::edits::EditError;
use crate::similar::did_you_mean;
use crate::source::Source;

use super::{Action, Change, Overlay};

const INFO_KEYS: [&str; 2] = ["title", "version"];
const ROOT_KEYS: [&str; 4] = ["overlay", "info", "extends", "actions"];
const ACTION_KEYS: [&str; 4] = ["target", "description", "update", "remove"];

/// Reads the overlay that a file holds; all that is wrong with it is told at once.
pub(super) fn read(source: Source) -> Result<Overlay, EditError> {
    let mut report = Report::default();
    let actions = actions(source.value(), &mut report);
    if report.has_errors() {
        return Err(EditError::refused(source, report));
    }
    let extends = source.value().get("extends").and_then(Value::as_str);
    let extends = extends.map(str::to_owned);
    Ok(Overlay {
        source,
        extends,
        actions,
    })
}

fn actions(value: &Value, report: &mut Report) -> Vec<Action> {
    let root = Pointer::root();
    let Value::Object(members) = value else {
        wrong(
            report,
            &root,
            "an overlay is an object",
            "see the Overlay Specification 1.0",
        );
        return Vec::new();
    };
    version(members, report);
    info(members, report);
    if members.get("extends").is_some_and(|it| !it.is_string()) {
        wrong(
            report,
            &root.join("extends"),
            "`extends` is text",
            "write the URI of the document that the overlay is for, or leave it out",
        );
    }
    known_keys(members, &ROOT_KEYS, &root, report);
    let at = root.join("actions");
    match members.get("actions") {
        Some(Value::Array(actions)) if !actions.is_empty() => {
            let actions = actions.iter().enumerate();
            actions
                .filter_map(|(index, value)| action(value, at.join(index), report))
                .collect()
        }
        Some(_) => {
            wrong(
                report,
                &at,
                "`actions` is a list of at least one",
                "add an action, or leave the overlay out",
            );
            Vec::new()
        }
        None => {
            wrong(
                report,
                &root,
                "the overlay has no `actions`",
                "add the list of what is to be changed",
            );
            Vec::new()
        }
    }
}

fn version(members: &Map<String, Value>, report: &mut Report) {
    let help = "write `overlay: 1.0.0`";
    let at = Pointer::root().join("overlay");
    match members.get("overlay") {
        None => wrong(
            report,
            &Pointer::root(),
            "the file is no overlay: it has no `overlay` with the version",
            help,
        ),
        Some(Value::String(version)) if is_version(version) => {}
        Some(version) => {
            wrong(
                report,
                &at,
                &format!("the version {version} of overlays is not supported"),
                help,
            );
        }
    }
}

/// Whether it is a version of 1.0, all of which are alike (section 4.1).
fn is_version(text: &str) -> bool {
    let patch = text.strip_prefix("1.0.").unwrap_or_default();
    !patch.is_empty() && patch.chars().all(|c| c.is_ascii_digit())
}

/// What the overlay is about has to be said (section 4.4.2).
fn info(members: &Map<String, Value>, report: &mut Report) {
    let help = "write `info: {title: …, version: '1'}`";
    let root = Pointer::root();
    let at = root.join("info");
    match members.get("info") {
        Some(Value::Object(info)) => {
            for key in INFO_KEYS {
                match info.get(key) {
                    Some(Value::String(_)) => {}
                    Some(_) => wrong(
                        report,
                        &at.join(key),
                        &format!("`{key}` of an overlay is text"),
                        "put it in quotes",
                    ),
                    None => wrong(report, &at, &format!("`info` has no `{key}`"), help),
                }
            }
            known_keys(info, &INFO_KEYS, &at, report);
        }
        Some(_) => wrong(report, &at, "`info` is an object", help),
        None => wrong(report, &root, "the overlay has no `info`", help),
    }
}

fn action(value: &Value, pointer: Pointer, report: &mut Report) -> Option<Action> {
    let Value::Object(members) = value else {
        wrong(
            report,
            &pointer,
            "an action is an object",
            "write `target` and `update` or `remove`",
        );
        return None;
    };
    known_keys(members, &ACTION_KEYS, &pointer, report);
    if members.get("description").is_some_and(|it| !it.is_string()) {
        let at = pointer.join("description");
        wrong(
            report,
            &at,
            "the description of an action is text",
            "put it in quotes",
        );
    }
    let change = change(members, &pointer, report);
    let (target, written) = target(members, &pointer, report)?;
    Some(Action {
        pointer,
        target,
        written,
        change: change?,
    })
}

fn target(
    members: &Map<String, Value>,
    pointer: &Pointer,
    report: &mut Report,
) -> Option<(JsonPath, String)> {
    let help = "write a JSONPath query such as `$.paths['/pets'].get` (RFC 9535)";
    let Some(target) = members.get("target") else {
        wrong(report, pointer, "the action has no `target`", help);
        return None;
    };
    let at = pointer.join("target");
    let Value::String(written) = target else {
        wrong(report, &at, "the target of an action is text", help);
        return None;
    };
    match JsonPath::parse(written) {
        Ok(target) => Some((target, written.clone())),
        Err(error) => {
            wrong(
                report,
                &at,
                &format!("the target `{written}` is no JSONPath query: {error}"),
                help,
            );
            None
        }
    }
}

/// `remove` comes before `update`, which has no effect beside it.
fn change(members: &Map<String, Value>, pointer: &Pointer, report: &mut Report) -> Option<Change> {
    match (members.get("remove"), members.get("update")) {
        (Some(Value::Bool(true)), _) => Some(Change::Remove),
        (None | Some(Value::Bool(false)), Some(update)) => Some(Change::Update(update.clone())),
        (None | Some(Value::Bool(false)), None) => {
            wrong(
                report,
                pointer,
                "the action changes nothing",
                "write `update` or `remove: true`",
            );
            None
        }
        (Some(_), _) => {
            wrong(
                report,
                &pointer.join("remove"),
                "`remove` is true or false",
                "write `remove: true`",
            );
            None
        }
    }
}

/// Keys of the author's own begin with `x-` (section 4.5).
fn known_keys(members: &Map<String, Value>, known: &[&str], at: &Pointer, report: &mut Report) {
    for key in members.keys() {
        if !known.contains(&key.as_str()) && !key.starts_with("x-") {
            let otherwise = format!("it has {}", known.join(", "));
            wrong(
                report,
                &at.join(key),
                &format!("overlays have no `{key}` here"),
                &did_you_mean(key, known.iter().copied(), &otherwise),
            );
        }
    }
}

fn wrong(report: &mut Report, at: &Pointer, message: &str, help: &str) {
    report.error(Code::Overlay, at, message, help);
}
