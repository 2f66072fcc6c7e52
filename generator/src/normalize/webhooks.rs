use serde_json::{Map, Value};

use crate::diagnostics::{Pointer, Report};

use super::walk::ORIGIN;

const WEBHOOKS: &str = "webhooks";

/// Moves webhooks (OpenAPI Specification 3.1.1, section 4.8.1) to where OpenAPI 3.0 has requests that the API makes:
/// one callback, with the names of the webhooks for its expressions.
pub(super) fn move_to_callbacks(document: &mut Value, _: &mut Report) {
    let Value::Object(members) = document else {
        return;
    };
    let Some(Value::Object(mut webhooks)) = members.shift_remove(WEBHOOKS) else {
        return;
    };
    webhooks.retain(|_, item| item.is_object());
    for (name, item) in &mut webhooks {
        let origin = Pointer::root().join_all([WEBHOOKS, name]);
        if let Value::Object(item) = item {
            item.entry(ORIGIN).or_insert(Value::from(origin.as_str()));
        }
    }
    let no_members = || Value::Object(Map::new());
    let components = members.entry("components").or_insert_with(no_members);
    let callbacks = components
        .as_object_mut()
        .map(|components| components.entry("callbacks").or_insert_with(no_members));
    if let Some(Value::Object(callbacks)) = callbacks {
        let mut key = WEBHOOKS.to_owned();
        while callbacks.contains_key(&key) {
            key.push('_');
        }
        callbacks.insert(key, Value::Object(webhooks));
    }
}
