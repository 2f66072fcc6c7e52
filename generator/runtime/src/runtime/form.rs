//! Bodies of `application/x-www-form-urlencoded`.

use serde_json::Value;

use crate::runtime::call::Call;
use crate::runtime::content::Content;
use crate::runtime::error::InputError;
use crate::runtime::media_type::is_json;
use crate::runtime::parameter::Argument;
use crate::runtime::parameter::{Encoding, PropertyEncoding, Style, query};
use crate::runtime::wire::Wire;

/// Writes an object as a form. Properties that are `null` are left out.
///
/// - A property with a style is written as a parameter of the query would be (OpenAPI Specification 3.0.4, section
///   4.7.15).
/// - One without is written by its content type, which that section gives a default: an object is JSON text. An array
///   is repeated, each item by itself. Servers that read brackets say so by `deepObject`, as Stripe's document does.
/// - A property that the document does not name is one without a style.
///
/// Both kinds are percent-encoded alike, with `+` for a space (URL Standard, section 5.2); readers of forms do not tell
/// `+` from `%20`.
pub(crate) fn encode(
    value: &Value,
    properties: &'static [PropertyEncoding],
) -> Result<String, InputError> {
    let Value::Object(members) = value else {
        return Err(InputError::InvalidBody {
            reason: "a form is an object".to_owned(),
        });
    };
    let mut form = String::new();
    for (name, member) in members.iter().filter(|(_, member)| !member.is_null()) {
        let row = properties.iter().find(|row| row.property == name);
        query::write(&mut form, name, encoding(row, member), member)?;
    }
    // Everything else that has a percent sign is encoded, so that this is always a space.
    Ok(form.replace("%20", "+"))
}

fn encoding(row: Option<&PropertyEncoding>, value: &Value) -> Encoding {
    let given = row.and_then(|row| row.encoding);
    let content_type = row.and_then(|row| row.content_type);
    match (given, content_type) {
        (Some(encoding), _) => encoding,
        (None, Some(content_type)) if is_json(content_type) => Encoding::Json,
        (None, _) if value.is_object() => Encoding::Json,
        (None, _) => Encoding::Style {
            style: Style::Form,
            explode: true,
            allow_reserved: false,
        },
    }
}

impl Content {
    /// A form.
    pub(crate) fn form<T: Wire>(
        properties: &'static [PropertyEncoding],
        value: &T,
    ) -> Result<Self, InputError> {
        let text = encode(&value.value()?, properties)?;
        Self::new("application/x-www-form-urlencoded", text.into())
    }
}

impl<O, M> Call<O, M> {
    /// Sends `body` as a form.
    pub(crate) fn with_form<T: Wire>(
        self,
        properties: &'static [PropertyEncoding],
        body: T,
    ) -> Self {
        self.with_prepared(Content::form(properties, &body))
    }
}
