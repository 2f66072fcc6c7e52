mod arguments;
mod header;
mod properties;
mod queries;
mod style_tables;

use http::HeaderMap;
use serde_json::Value;

use super::{Arguments, Parameter, Place};
use crate::runtime::error::InputError;

/// What a parameter is on the wire by itself; in the path, what is added to a segment. `None` where nothing is sent.
fn sent(parameter: Parameter, value: &Value) -> Result<Option<String>, InputError> {
    let mut arguments = Arguments::default();
    arguments.set(parameter, value.clone());
    match parameter.place {
        Place::Path => {
            let path = arguments.path(&format!("/x{{{}}}", parameter.name))?;
            Ok(path.strip_prefix("/x").map(str::to_owned))
        }
        Place::Query => arguments.query(),
        Place::Cookie => arguments.cookie(),
        Place::Header => {
            let mut headers = HeaderMap::new();
            arguments.headers(&mut headers)?;
            let value = headers.get(parameter.name);
            Ok(value.map(|value| value.to_str().unwrap().to_owned()))
        }
    }
}

fn text(parameter: Parameter, value: Value) -> String {
    sent(parameter, &value).unwrap().unwrap()
}

fn reason(parameter: Parameter, value: Value) -> String {
    match sent(parameter, &value) {
        Err(InputError::InvalidParameter { reason, .. }) => reason,
        other => panic!("{other:?}"),
    }
}
