use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Body, Exchanged, Step, Type};

use super::keywords::SchemaRef;
use super::{Lowering, Place, reference};

impl<'a> Lowering<'a> {
    /// The request body: absent, JSON, or the reason why the operation cannot be called.
    pub(super) fn request_body(
        &mut self,
        body: Option<&'a ReferenceOr<RequestBody>>,
        operation: &str,
        pointer: &Pointer,
        exchanged: &mut Exchanged,
    ) -> Result<Option<Body>, String> {
        let Some(body) = body else {
            return Ok(None);
        };
        let components = &self.components.request_bodies;
        let (body, pointer) =
            reference::resolve(body, components, "requestBodies", pointer, self.report)
                .ok_or("its request body leads nowhere")?;
        let content = self.content(&body.content, &pointer, operation, Step::RequestBody);
        exchanged.requests.extend(content.clone());
        if json_content(&body.content).is_none() {
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
        }
        Ok(Some(Body {
            ty: content.unwrap_or(Type::Json),
            required: body.required,
            description: body.description.clone(),
        }))
    }

    /// The type of the JSON in a content; where there is none, of its first schema.
    pub(super) fn content(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        pointer: &Pointer,
        operation: &str,
        step: Step,
    ) -> Option<Type> {
        let (name, schema) = json_content(content).or_else(|| {
            let (name, media_type) = content.first()?;
            Some((name.as_str(), media_type.schema.as_ref()))
        })?;
        let root = reference::root(pointer, operation);
        let pointer = pointer.join_all(["content", name, "schema"]);
        let place = Place::new(pointer, root, step);
        Some(self.schema(SchemaRef::new(schema?), place))
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
