//! A few paths of a document, and the components that they reach: small documents are tried many times as often.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::numbers::Numbers;

/// How many components come along at most; references to others lead nowhere.
const MOST_COMPONENTS: usize = 120;

pub(crate) fn excerpt(document: &Value, numbers: &mut Numbers) -> Value {
    let mut excerpt = Map::new();
    for (name, member) in document.as_object().unwrap() {
        if name != "paths" && name != "components" {
            excerpt.insert(name.clone(), member.clone());
        }
    }
    let paths = some_of(document.get("paths"), 3, numbers);
    let mut wanted: Vec<(String, String)> = Vec::new();
    references(&paths, &mut wanted);
    if let Some(schemas) = document.pointer("/components/schemas") {
        let some = some_of(Some(schemas), 2, numbers);
        let keys = some.as_object().into_iter().flatten();
        wanted.extend(keys.map(|(key, _)| ("schemas".to_owned(), key.clone())));
    }
    excerpt.insert("paths".to_owned(), paths);
    let mut components = Map::new();
    if let Some(schemes) = document.pointer("/components/securitySchemes") {
        components.insert("securitySchemes".to_owned(), schemes.clone());
    }
    let mut seen = BTreeSet::new();
    while let Some((section, key)) = wanted.pop() {
        if seen.len() >= MOST_COMPONENTS || !seen.insert((section.clone(), key.clone())) {
            continue;
        }
        let all = document.get("components").and_then(|it| it.get(&section));
        let Some(component) = all.and_then(|it| it.get(&key)) else {
            continue;
        };
        references(component, &mut wanted);
        let members = components
            .entry(section)
            .or_insert_with(|| Map::new().into());
        if let Value::Object(members) = members {
            members.insert(key, component.clone());
        }
    }
    excerpt.insert("components".to_owned(), components.into());
    excerpt.into()
}

/// Up to `most` + 1 members that stand beside each other.
fn some_of(value: Option<&Value>, most: usize, numbers: &mut Numbers) -> Value {
    let Some(Value::Object(members)) = value else {
        return Value::Object(Map::new());
    };
    let first = numbers.below(members.len());
    let count = 1 + numbers.below(most + 1);
    let some = members.iter().skip(first).take(count);
    Value::Object(
        some.map(|(name, member)| (name.clone(), member.clone()))
            .collect(),
    )
}

/// The components that a value refers to, as section and key.
fn references(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => members
            .values()
            .for_each(|member| references(member, found)),
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::String(text) => {
            let mut tokens = text
                .strip_prefix("#/components/")
                .into_iter()
                .flat_map(|it| it.split('/'));
            if let (Some(section), Some(key)) = (tokens.next(), tokens.next()) {
                found.push((
                    section.to_owned(),
                    key.replace("~1", "/").replace("~0", "~"),
                ));
            }
        }
        _ => {}
    }
}
