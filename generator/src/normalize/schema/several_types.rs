use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::{At, ORIGIN};

use super::{Keywords, OF_ONE_TYPE, constant, implied_type, is_combined, keywords, set};

/// Makes a schema for each type of one that has several, and combines them by `anyOf`.
pub(super) fn rewrite(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let Some(types) = several(keywords) else {
        finish(keywords, at, report);
        return;
    };
    if is_combined(keywords) {
        // The branches tell what the types are for.
        keywords.shift_remove("type");
        if keywords.contains_key("properties") && types.iter().any(|name| name == "object") {
            set(keywords, "type", "object");
        }
        finish(keywords, at, report);
        return;
    }
    let mut branches = branches(keywords, &types, at, report);
    keywords
        .retain(|name, _| name != "type" && name != "enum" && !keywords::is_about_some_type(name));
    match (branches.pop(), branches.is_empty()) {
        (Some(Value::Object(only)), true) => {
            for (name, value) in only {
                keywords.entry(name).or_insert(value);
            }
        }
        (Some(last), _) => {
            branches.push(last);
            set(keywords, "anyOf", branches);
        }
        (None, _) => {}
    }
}

fn finish(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    for pass in OF_ONE_TYPE {
        pass(keywords, at, report);
    }
}

/// A schema for each type; none for those that no allowed value is of.
fn branches(keywords: &Keywords, types: &[String], at: &At<'_>, report: &mut Report) -> Vec<Value> {
    let values = keywords.get("enum").and_then(Value::as_array);
    let fits_any = |value: &Value| types.iter().any(|name| is_of_type(value, name));
    let is_limited = values.is_some_and(|values| values.iter().any(fits_any));
    let mut branches = Vec::new();
    for name in types {
        let mut branch = of_type(keywords, name);
        if let (true, Some(values)) = (is_limited, values) {
            let own = values.iter().filter(|value| is_of_type(value, name));
            let own: Vec<Value> = own.cloned().collect();
            if own.is_empty() {
                continue;
            }
            set(&mut branch, "enum", own);
        }
        if matches!(name.as_str(), "object" | "array") {
            set(&mut branch, ORIGIN, at.pointer().as_str());
        }
        finish(&mut branch, at, report);
        branches.push(Value::Object(branch));
    }
    branches
}

/// The types of a schema that has several; an integer is a number already.
fn several(keywords: &Keywords) -> Option<Vec<String>> {
    let Some(Value::Array(types)) = keywords.get("type") else {
        return None;
    };
    let has_number = types.iter().any(|name| name == "number");
    let mut distinct = Vec::new();
    for name in types.iter().filter_map(Value::as_str) {
        let covered = name == "integer" && has_number;
        if !covered && !distinct.iter().any(|other| other == name) {
            distinct.push(name.to_owned());
        }
    }
    Some(distinct)
}

/// The keywords of a schema that are about values of one of its types.
fn of_type(keywords: &Keywords, type_name: &str) -> Keywords {
    let mut branch = Keywords::new();
    set(&mut branch, "type", type_name);
    for (name, value) in keywords {
        let belongs = if name == "format" {
            let about = value.as_str().and_then(implied_type::of_format);
            let about = about.unwrap_or("string");
            about == type_name || (about == "integer" && type_name == "number")
        } else {
            keywords::is_about(name, type_name)
        };
        if belongs {
            branch.insert(name.clone(), value.clone());
        }
    }
    branch
}

fn is_of_type(value: &Value, type_name: &str) -> bool {
    match value {
        Value::Array(_) => type_name == "array",
        Value::Object(_) => type_name == "object",
        scalar => match constant::common_type(std::slice::from_ref(scalar)) {
            Some("integer") => matches!(type_name, "integer" | "number"),
            Some(own) => own == type_name,
            None => false,
        },
    }
}
