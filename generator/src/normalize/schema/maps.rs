use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, any_of, keywords, set};

/// Makes `additionalProperties` of `patternProperties` and `unevaluatedProperties` (JSON Schema 2020-12, Core,
/// sections 10.3.2.2 and 11.3): what the names of properties look like is a constraint, what their values are is a
/// type. Properties that no value fits are none.
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    if let Some(Value::Object(properties)) = keywords.get_mut("properties") {
        properties.retain(|_, schema| !keywords::is_never(schema));
    }
    let unevaluated = keywords.shift_remove("unevaluatedProperties");
    if let Some(schema @ Value::Object(_)) = unevaluated
        && !keywords.contains_key("additionalProperties")
    {
        set(keywords, "additionalProperties", schema);
    }
    let Some(Value::Object(patterns)) = keywords.shift_remove("patternProperties") else {
        return;
    };
    let mut values: Vec<Value> = patterns
        .into_iter()
        .map(|(_, schema)| schema)
        .filter(|schema| !keywords::is_never(schema))
        .collect();
    if values.is_empty() {
        return;
    }
    // Without keywords it says nothing that the patterns do not.
    if let Some(Value::Object(others)) = keywords.get("additionalProperties")
        && !others.is_empty()
    {
        values.push(Value::Object(others.clone()));
    }
    set(keywords, "additionalProperties", any_of(values));
}
