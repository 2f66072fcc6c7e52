use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Body, Step, Type};

use super::{Lowering, Place, reference};

impl<'a> Lowering<'a> {
    /// The request body: absent, JSON, or the reason why the operation cannot be called.
    pub(super) fn request_body(
        &mut self,
        body: Option<&'a ReferenceOr<RequestBody>>,
        operation: &str,
        pointer: &Pointer,
    ) -> Result<Option<Body>, String> {
        let Some(body) = body else {
            return Ok(None);
        };
        let components = &self.components.request_bodies;
        let (body, pointer) =
            reference::resolve(body, components, "requestBodies", pointer, self.report)
                .ok_or("its request body leads nowhere")?;
        let Some((name, schema)) = json_content(&body.content) else {
            let media_types: Vec<&str> = body.content.keys().map(String::as_str).collect();
            let message = format!(
                "a request body of `{}` is not supported yet",
                media_types.join("`, `")
            );
            if body.required {
                return Err(message);
            }
            self.report.warn(
                Code::SkippedParameter,
                &pointer,
                format!("left out: {message}"),
            );
            return Ok(None);
        };
        let pointer = pointer.join_all(["content", name, "schema"]);
        let place = Place::in_operation(pointer, operation, Step::RequestBody);
        Ok(Some(Body {
            ty: schema.map_or(Type::Json, |schema| self.schema(schema, &place)),
            required: body.required,
            description: body.description.clone(),
        }))
    }
}

/// The first media type that is JSON, and its schema: without one, any JSON.
pub(super) fn json_content(
    content: &IndexMap<String, MediaType>,
) -> Option<(&str, Option<&ReferenceOr<openapiv3::Schema>>)> {
    content
        .iter()
        .find(|(name, _)| is_json(name))
        .map(|(name, media_type)| (name.as_str(), media_type.schema.as_ref()))
}

/// Whether a media type is `application/json`, parameters aside.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}
