mod arguments;
mod header;
mod properties;
mod queries;
mod style_tables;

use http::HeaderMap;
use serde_json::Value;
use url::Url;

use super::{Arguments, Parameter, Place};
use crate::runtime::error::InputError;

/// What a parameter is on the wire by itself; in the path, what is added to a segment. `None` where nothing is sent.
fn sent(parameter: Parameter, value: &Value) -> Result<Option<String>, InputError> {
    let mut arguments = Arguments::default();
    arguments.set(parameter, value.clone());
    let template = match parameter.place {
        Place::Path => format!("/x{{{}}}", parameter.name),
        _ => "/x".to_owned(),
    };
    // What is sent is what the URL makes of it.
    let target = arguments.path_and_query(&template)?;
    let url = Url::parse(&format!("http://host{target}")).unwrap();
    match parameter.place {
        Place::Path => Ok(url.path().strip_prefix("/x").map(str::to_owned)),
        Place::Query => Ok(url.query().map(str::to_owned)),
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
