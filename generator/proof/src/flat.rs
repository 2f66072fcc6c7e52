//! A schema with its references and `allOf` merged into one.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

use crate::schemas::{INTEGER, Schemas, referenced};

/// What a schema and all that it includes say together.
#[derive(Debug, Default, Clone)]
pub(crate) struct Flat {
    /// Nothing is an instance.
    pub(crate) never: bool,
    /// `None`: any.
    pub(crate) types: Option<BTreeSet<String>>,
    /// `enum` and `const`.
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) properties: Map<String, Value>,
    /// Whether `properties` stands somewhere, empty or not.
    pub(crate) declares_properties: bool,
    pub(crate) required: BTreeSet<String>,
    pub(crate) additional: Option<Value>,
    pub(crate) patterns: Vec<(String, Value)>,
    pub(crate) names: Option<Value>,
    pub(crate) items: Option<Value>,
    pub(crate) prefix: Vec<Value>,
    /// Of each group of branches one must be chosen.
    pub(crate) choices: Vec<Vec<Value>>,
    /// Keywords whose value is one number or text; the stricter of two.
    pub(crate) keywords: Map<String, Value>,
    /// `example`, `examples` and `default`.
    pub(crate) hints: Vec<Value>,
}

/// How deep references and `allOf` may lie in each other.
const DEPTH: usize = 64;

/// Merges a schema. `owner` is the component whose schema it is: a base that it includes may tell it by a tag.
pub(crate) fn flatten(schemas: &Schemas<'_>, schema: &Value, owner: Option<usize>) -> Flat {
    let mut flat = Flat::default();
    let mut merging = Merging {
        schemas,
        owner,
        open: BTreeSet::new(),
    };
    merging.add(schema, &mut flat, DEPTH);
    flat
}

struct Merging<'s> {
    schemas: &'s Schemas<'s>,
    owner: Option<usize>,
    /// Entries that are being merged; meeting one again adds nothing.
    open: BTreeSet<usize>,
}

impl Merging<'_> {
    fn add(&mut self, schema: &Value, flat: &mut Flat, depth: usize) {
        let Some(members) = schema.as_object() else {
            flat.never |= schema == &Value::Bool(false);
            return;
        };
        if depth == 0 {
            return;
        }
        if let Some(number) = referenced(schema)
            && self.open.insert(number)
        {
            // The first entry in a chain of references is what the schema is.
            if self.owner.is_none() {
                self.owner = self.schemas.component(number).map(|_| number);
            }
            let schemas = self.schemas;
            self.add(schemas.entry(number), flat, depth - 1);
            if self.owner != Some(number) {
                self.tell_by_tag(schemas.entry(number), flat);
            }
            self.open.remove(&number);
        }
        if self.owner.is_none() {
            // An inline schema has no name that a tag could say.
            self.owner = Some(usize::MAX);
        }
        for part in list(members, "allOf") {
            self.add(part, flat, depth - 1);
        }
        for name in ["anyOf", "oneOf"] {
            if members.contains_key(name) {
                let branches = list(members, name);
                let tagged = branches.iter().map(|branch| self.tagged(members, branch));
                flat.choices.push(tagged.collect());
            }
        }
        own(members, flat);
    }

    /// The owner includes `base`, which has a discriminator: its tag is the owner's name (OpenAPI 3.0.4, section 4.7.25.4).
    fn tell_by_tag(&self, base: &Value, flat: &mut Flat) {
        let Some(owner) = self.owner else { return };
        if base.get("oneOf").is_some() || base.get("anyOf").is_some() {
            return;
        }
        let Some(discriminator) = base.get("discriminator") else {
            return;
        };
        let Some(property) = discriminator.get("propertyName").and_then(Value::as_str) else {
            return;
        };
        let tags = self.tags(discriminator, owner);
        if !tags.is_empty() {
            add_property(flat, property, json!({"enum": tags}));
        }
    }

    /// A branch of a union together with what its discriminator says about it.
    fn tagged(&self, union: &Map<String, Value>, branch: &Value) -> Value {
        let tag = || {
            let discriminator = union.get("discriminator")?;
            let property = discriminator.get("propertyName")?.as_str()?;
            let number = referenced(branch)?;
            let tags = self.tags(discriminator, number);
            if tags.is_empty() {
                return None;
            }
            if self.open.contains(&number) {
                return None;
            }
            let own = self.aside(branch, None);
            let told = own.properties.get(property).is_some_and(|schema| {
                let said = self.aside(schema, Some(number));
                !said.choices.is_empty()
                    || said
                        .values
                        .is_some_and(|values| !values.iter().any(|value| tags.contains(value)))
            });
            (!told)
                .then(|| json!({"properties": {property: {"enum": tags}}, "required": [property]}))
        };
        match tag() {
            Some(tag) => json!({"allOf": [branch, tag]}),
            None => branch.clone(),
        }
    }

    /// Merges a schema by itself, without what is being merged already.
    fn aside(&self, schema: &Value, also_open: Option<usize>) -> Flat {
        let mut flat = Flat::default();
        let mut open = self.open.clone();
        open.extend(also_open);
        let mut merging = Merging {
            schemas: self.schemas,
            owner: None,
            open,
        };
        merging.add(schema, &mut flat, DEPTH);
        flat
    }

    /// The tags that stand for an entry.
    fn tags(&self, discriminator: &Value, number: usize) -> Vec<Value> {
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        let mapped: Vec<Value> = mapping
            .into_iter()
            .flatten()
            .filter(|(_, target)| target.as_u64() == u64::try_from(number).ok())
            .map(|(tag, _)| Value::from(tag.as_str()))
            .collect();
        if mapped.is_empty() {
            let name = self.schemas.component(number);
            return name.map(Value::from).into_iter().collect();
        }
        mapped
    }
}

/// The items of an array of schemas.
pub(crate) fn list<'v>(members: &'v Map<String, Value>, name: &str) -> &'v [Value] {
    members
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// What a schema says by itself.
fn own(members: &Map<String, Value>, flat: &mut Flat) {
    for (name, value) in members {
        match name.as_str() {
            "type" => restrict_types(flat, value),
            "enum" => restrict_values(flat, list(members, "enum")),
            "const" => restrict_values(flat, std::slice::from_ref(value)),
            "properties" => {
                flat.declares_properties = true;
                for (name, schema) in value.as_object().into_iter().flatten() {
                    add_property(flat, name, schema.clone());
                }
            }
            "required" => {
                let names = list(members, "required").iter().filter_map(Value::as_str);
                flat.required.extend(names.map(str::to_owned));
            }
            "additionalProperties" | "unevaluatedProperties" => both(&mut flat.additional, value),
            "patternProperties" => {
                for (pattern, schema) in value.as_object().into_iter().flatten() {
                    flat.patterns.push((pattern.clone(), schema.clone()));
                }
            }
            "propertyNames" => both(&mut flat.names, value),
            "items" | "unevaluatedItems" => both(&mut flat.items, value),
            "prefixItems" => flat.prefix = list(members, "prefixItems").to_vec(),
            "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties" => {
                bound(flat, name, value, |new, old| new > old);
            }
            "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties" => {
                bound(flat, name, value, |new, old| new < old);
            }
            "multipleOf" | "pattern" | "format" | "uniqueItems" | INTEGER => {
                let keywords = &mut flat.keywords;
                keywords
                    .entry(name.clone())
                    .or_insert_with(|| value.clone());
            }
            "example" | "default" => flat.hints.push(value.clone()),
            "examples" => flat.hints.extend_from_slice(list(members, "examples")),
            _ => {}
        }
    }
}

fn add_property(flat: &mut Flat, name: &str, schema: Value) {
    let mut slot = flat.properties.shift_remove(name);
    both(&mut slot, &schema);
    if let Some(schema) = slot {
        flat.properties.insert(name.to_owned(), schema);
    }
}

/// Both schemas hold.
fn both(slot: &mut Option<Value>, schema: &Value) {
    *slot = Some(match slot.take() {
        Some(Value::Bool(true)) | None => schema.clone(),
        Some(old) if old == *schema => old,
        Some(old) => json!({"allOf": [old, schema]}),
    });
}

fn restrict_types(flat: &mut Flat, value: &Value) {
    let names: BTreeSet<String> = match value {
        Value::Array(names) => names
            .iter()
            .filter_map(|name| Some(name.as_str()?.to_owned()))
            .collect(),
        name => name.as_str().map(str::to_owned).into_iter().collect(),
    };
    flat.types = Some(match flat.types.take() {
        None => names,
        Some(old) => {
            let mut common: BTreeSet<String> = old.intersection(&names).cloned().collect();
            let integer = |some: &BTreeSet<String>| some.contains("integer");
            if (integer(&old) && names.contains("number"))
                || (integer(&names) && old.contains("number"))
            {
                common.insert("integer".to_owned());
            }
            flat.never |= common.is_empty();
            common
        }
    });
}

fn restrict_values(flat: &mut Flat, values: &[Value]) {
    flat.values = Some(match flat.values.take() {
        None => values.to_vec(),
        Some(mut old) => {
            old.retain(|value| values.contains(value));
            flat.never |= old.is_empty();
            old
        }
    });
}

fn bound(flat: &mut Flat, name: &str, value: &Value, stricter: fn(f64, f64) -> bool) {
    let replaces = match (
        flat.keywords.get(name).and_then(Value::as_f64),
        value.as_f64(),
    ) {
        (Some(old), Some(new)) => stricter(new, old),
        _ => true,
    };
    if replaces {
        flat.keywords.insert(name.to_owned(), value.clone());
    }
}

/// The components that include a base with a discriminator by `allOf`: an instance of the base is one of theirs.
pub(crate) fn subtypes(schemas: &Schemas<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, entry) in schemas.entries().iter().enumerate() {
        let Some(members) = entry.as_object() else {
            continue;
        };
        for part in list(members, "allOf") {
            if let Some(base) = referenced(part)
                && schemas.component(number).is_some()
                && schemas.entry(base).get("discriminator").is_some()
                && schemas.entry(base).get("oneOf").is_none()
                && schemas.entry(base).get("anyOf").is_none()
            {
                found.entry(base).or_default().push(number);
            }
        }
    }
    found
}

/// The types of what is made, the most telling first.
pub(crate) fn kinds(flat: &Flat) -> Vec<String> {
    const ORDER: [&str; 7] = [
        "object", "array", "string", "integer", "number", "boolean", "null",
    ];
    if let Some(types) = &flat.types {
        return ORDER
            .iter()
            .filter(|kind| types.contains(**kind))
            .map(|kind| (*kind).to_owned())
            .collect();
    }
    let has = |names: &[&str]| names.iter().any(|name| flat.keywords.contains_key(*name));
    let object = !flat.properties.is_empty()
        || !flat.required.is_empty()
        || flat.additional.is_some()
        || !flat.patterns.is_empty();
    let array = flat.items.is_some() || !flat.prefix.is_empty() || has(&["minItems", "maxItems"]);
    let string = has(&["pattern", "format", "minLength", "maxLength"]);
    let number = has(&[
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ]);
    let told = [
        ("object", object),
        ("array", array),
        ("string", string),
        ("number", number),
    ];
    let kinds: Vec<String> = told
        .iter()
        .filter(|(_, told)| *told)
        .map(|(kind, _)| (*kind).to_owned())
        .collect();
    if kinds.is_empty() {
        vec!["any".to_owned()]
    } else {
        kinds
    }
}

/// A merged schema as a schema again, to be merged with a branch.
pub(crate) fn rest_of(flat: &Flat) -> Value {
    let mut schema = flat.keywords.clone();
    if let Some(types) = &flat.types {
        schema.insert(
            "type".to_owned(),
            types
                .iter()
                .map(|name| Value::from(name.as_str()))
                .collect(),
        );
    }
    if let Some(values) = &flat.values {
        schema.insert("enum".to_owned(), Value::Array(values.clone()));
    }
    if flat.declares_properties {
        schema.insert(
            "properties".to_owned(),
            Value::Object(flat.properties.clone()),
        );
    }
    if !flat.required.is_empty() {
        schema.insert(
            "required".to_owned(),
            flat.required
                .iter()
                .map(|name| Value::from(name.as_str()))
                .collect(),
        );
    }
    for (name, value) in [
        ("additionalProperties", &flat.additional),
        ("propertyNames", &flat.names),
        ("items", &flat.items),
    ] {
        if let Some(value) = value {
            schema.insert(name.to_owned(), value.clone());
        }
    }
    if !flat.patterns.is_empty() {
        schema.insert(
            "patternProperties".to_owned(),
            Value::Object(flat.patterns.iter().cloned().collect()),
        );
    }
    if !flat.prefix.is_empty() {
        schema.insert("prefixItems".to_owned(), Value::Array(flat.prefix.clone()));
    }
    if !flat.choices.is_empty() {
        let choices = flat
            .choices
            .iter()
            .map(|branches| json!({"anyOf": branches}));
        schema.insert("allOf".to_owned(), choices.collect());
    }
    if schema.is_empty() {
        Value::Bool(true)
    } else {
        Value::Object(schema)
    }
}
