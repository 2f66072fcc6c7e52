use serde_json::{Map, Value, json};

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::{At, ORIGIN};

use super::{Keywords, is_combined, type_of};

/// Keywords that tell of a schema and allow any value.
pub(super) const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    "example",
    "examples",
    // Extensions in wide use that name the values of an `enum`, or describe them.
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-enum-descriptions",
    "x-enumDescriptions",
    ORIGIN,
];

/// Other keywords that matter for a schema of any type.
const COMMON: &[&str] = &[
    "$ref",
    "type",
    "enum",
    "const",
    "nullable",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "discriminator",
];

/// Keywords that matter for types, by the type that they are about (JSON Schema 2020-12, Validation).
const OF_TYPE: &[(&str, &[&str])] = &[
    ("string", &["format"]),
    ("number", NUMERIC),
    ("integer", NUMERIC),
    (
        "object",
        &["properties", "required", "additionalProperties"],
    ),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
    ("boolean", &[]),
];

const NUMERIC: &[&str] = &[
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
];

/// Keywords of newer versions that are rewritten, which need the types of [`OF_TYPE`] only for a while.
const REWRITTEN: &[(&str, &[&str])] = &[
    ("string", &["contentEncoding", "contentMediaType"]),
    ("object", &["patternProperties", "unevaluatedProperties"]),
    ("array", &["prefixItems", "unevaluatedItems"]),
];

/// The keywords that are about values of a type, those of newer versions too.
pub(super) fn is_about(keyword: &str, type_name: &str) -> bool {
    [OF_TYPE, REWRITTEN]
        .iter()
        .flat_map(|table| table.iter())
        .any(|(name, keywords)| *name == type_name && keywords.contains(&keyword))
}

/// Whether a keyword is about values of some types only.
pub(super) fn is_about_some_type(keyword: &str) -> bool {
    [OF_TYPE, REWRITTEN]
        .iter()
        .flat_map(|table| table.iter())
        .any(|(_, keywords)| keywords.contains(&keyword))
}

/// Takes out what neither types nor documentation are made of: constraints on values, and where a schema is known by
/// another name.
pub(super) fn drop_constraints(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    keywords.retain(|name, _| {
        let name = name.as_str();
        name.starts_with("x-lowering-")
            || ANNOTATIONS.contains(&name)
            || COMMON.contains(&name)
            || is_about_some_type(name)
    });
}

/// Takes out what is about values of other types than the schema's own, which has no effect (JSON Schema 2020-12,
/// Validation, section 6: a keyword is about values of its type), and what has no effect without a type.
pub(super) fn drop_foreign(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let Some(own) = type_of(keywords).map(str::to_owned) else {
        if !is_combined(keywords) {
            keywords.retain(|name, _| name == "required" || !is_about_some_type(name));
        }
        return;
    };
    if own == "object" || own == "array" {
        keywords.shift_remove("enum");
    }
    let mut lost = Vec::new();
    keywords.retain(|name, _| {
        let keep = is_about(name, &own) || !is_about_some_type(name);
        if !keep && matches!(name.as_str(), "properties" | "items") {
            lost.push(name.clone());
        }
        keep
    });
    for name in lost {
        report.warn(
            Code::InvalidDocument,
            &at.join(&name),
            format!("`{name}` has no meaning for a schema of type `{own}`; left out"),
        );
    }
}

/// Makes an object of a schema that is a boolean (JSON Schema 2020-12, Core, section 4.3.2).
pub(super) fn make_object(schema: &mut Value, at: &At<'_>, report: &mut Report) {
    *schema = match schema {
        Value::Object(_) => return,
        Value::Bool(false) => json!({"not": {}}),
        Value::Bool(true) => json!({}),
        _ => {
            report.warn(
                Code::InvalidDocument,
                &at.pointer(),
                "a schema is an object or a boolean; read as a schema of any value",
            );
            json!({})
        }
    };
}

/// Gives a discriminator the form that it must have (OpenAPI Specification 3.0.4, section 4.7.25), or takes it out.
pub(super) fn mend_discriminator(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let Some(discriminator) = keywords.get_mut("discriminator") else {
        return;
    };
    if let Value::String(name) = discriminator {
        report.warn(
            Code::InvalidDocument,
            &at.join("discriminator"),
            format!(
                "the discriminator is text; read as an object with the `propertyName` `{name}`"
            ),
        );
        *discriminator = json!({"propertyName": name});
    }
    let is_named = discriminator
        .get("propertyName")
        .is_some_and(Value::is_string);
    if !is_named {
        report.warn(
            Code::InvalidDocument,
            &at.join("discriminator"),
            "the discriminator has no `propertyName`; left out",
        );
        keywords.shift_remove("discriminator");
        return;
    }
    if let Some(Value::Object(mapping)) = discriminator.get_mut("mapping") {
        let given = mapping.len();
        mapping.retain(|_, target| target.is_string());
        if mapping.len() < given {
            report.warn(
                Code::InvalidDocument,
                &at.pointer().join_all(["discriminator", "mapping"]),
                "what is no text in the mapping is left out",
            );
        }
    }
}

/// Makes the one example of OpenAPI 3.0 of the examples of newer versions.
pub(super) fn rewrite_examples(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    let first = match keywords.shift_remove("examples") {
        Some(Value::Array(examples)) => examples.into_iter().next(),
        // Named examples are for media types and parameters, and seen in schemas too.
        Some(Value::Object(examples)) => examples
            .into_iter()
            .find_map(|(_, mut example)| example.get_mut("value").map(Value::take)),
        _ => None,
    };
    if let Some(first) = first
        && !keywords.contains_key("example")
    {
        keywords.insert("example".to_owned(), first);
    }
}

/// What is left of a schema that allows only null.
pub(super) fn only_null(keywords: &mut Keywords) {
    keywords.retain(|name, _| ANNOTATIONS.contains(&name.as_str()));
    keywords.insert("x-lowering-null".to_owned(), Value::Bool(true));
}

/// Whether a schema allows only null.
pub(super) fn is_only_null(schema: &Value) -> bool {
    schema.get("x-lowering-null") == Some(&Value::Bool(true))
}

/// Whether a schema allows no value.
pub(super) fn is_never(schema: &Value) -> bool {
    *schema == Value::Object(Map::from_iter([("not".to_owned(), json!({}))]))
}
