//! Components that extend one with a discriminator by `allOf`: where that one is asked for, any of them may come
//! (Discriminator Object, OpenAPI Specification 3.0.4, section 4.7.25).

use std::collections::BTreeMap;

use openapiv3::{Components, ReferenceOr, Schema};

use super::keywords::Keywords;
use super::reference;

/// The components that extend another one, at any distance, by the key of that; in document order.
pub(super) fn find(components: &Components) -> BTreeMap<&str, Vec<&str>> {
    let mut direct: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, schema) in &components.schemas {
        for base in extended(schema, components) {
            direct.entry(base).or_default().push(key);
        }
    }
    let is_base = |key: &str| {
        components.schemas.get(key).is_some_and(|schema| {
            schema.as_item().is_some_and(|schema| {
                let keywords = Keywords::of(schema);
                schema.schema_data.discriminator.is_some()
                    && keywords.one_of.is_empty()
                    && keywords.any_of.is_empty()
            })
        })
    };
    direct
        .keys()
        .filter(|key| is_base(key))
        .map(|key| (*key, descendants(key, &direct)))
        .collect()
}

/// The components in the `allOf` of a schema.
fn extended<'a>(
    schema: &'a ReferenceOr<Schema>,
    components: &'a Components,
) -> impl Iterator<Item = &'a str> {
    let parts = schema
        .as_item()
        .map_or(&[] as &[_], |schema| Keywords::of(schema).all_of);
    parts.iter().filter_map(|part| match part {
        ReferenceOr::Reference { reference } => {
            let key = reference::key(reference, "schemas")?;
            let (key, _) = components.schemas.get_key_value(&key)?;
            Some(key.as_str())
        }
        ReferenceOr::Item(_) => None,
    })
}

fn descendants<'a>(key: &'a str, direct: &BTreeMap<&'a str, Vec<&'a str>>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    let mut pending = vec![key];
    while let Some(next) = pending.pop() {
        for child in direct.get(next).into_iter().flatten() {
            if *child != key && !found.contains(child) {
                found.push(child);
                pending.push(child);
            }
        }
    }
    found
}
