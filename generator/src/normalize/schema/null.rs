use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, keywords, set};

/// Says `nullable` where a schema allows null by its types or by its values.
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    let mut types: Vec<Value> = match keywords.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(only) => vec![only.clone()],
        None => Vec::new(),
    };
    let had_types = !types.is_empty();
    let is_null_type = |name: &Value| name == "null";
    let mut nullable = types.iter().any(is_null_type);
    types.retain(|name| !is_null_type(name));
    let mut only_null = had_types && types.is_empty();

    if let Some(Value::Array(values)) = keywords.get_mut("enum") {
        let given = values.len();
        values.retain(|value| !value.is_null());
        nullable |= values.len() < given;
        only_null |= given > 0 && values.is_empty();
    }
    if only_null {
        keywords::only_null(keywords);
        return;
    }
    if nullable {
        set(keywords, "nullable", true);
    }
    match types.pop() {
        Some(only) if types.is_empty() => set(keywords, "type", only),
        Some(last) => {
            types.push(last);
            set(keywords, "type", types);
        }
        None => {}
    }
}
