//! Request bodies (OpenAPI Specification 3.0.4, section 4.7.13).

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody};

use crate::diagnostics::{Code, Pointer};
use crate::model::{
    Body, BodyContent, BodyFormat, JsonType, ParameterEncoding, PropertyEncoding, Step, Type,
};
use crate::names::{Scope, subtype};

use super::keywords::{Keywords, SchemaRef};
use super::media_type::{ContentPlace, MediaKind, Offered, essence, is_json, is_object, offered};
use super::parameter::query_style;
use super::{Lowering, Place, reference};

impl<'a> Lowering<'a> {
    /// What requests carry, or the reason why the operation cannot be called.
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
        let at = ContentPlace {
            pointer: &pointer,
            operation,
            step: &Step::RequestBody,
        };
        let contents = self.body_contents(&body.content, at);
        Ok((!contents.is_empty()).then(|| Body {
            required: body.required,
            description: body.description.clone(),
            contents,
        }))
    }

    fn body_contents(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        at: ContentPlace<'_>,
    ) -> Vec<BodyContent> {
        self.tell_of_spellings(content, at.pointer);
        let mut contents = Vec::new();
        for offered in offered(content) {
            let place = at.schema(offered, contents.is_empty());
            let pointer = at.pointer.join_all(["content", offered.name]);
            let format = self.body_format(offered, &place, &pointer);
            contents.push(BodyContent {
                media_type: written(offered.name, &format),
                pointer,
                format,
                variant: String::new(),
            });
        }
        contents.sort_by_key(|content| rank(&content.format));
        let mut variants = Scope::default();
        for content in &mut contents {
            let subtype = subtype(&essence(&content.media_type));
            content.variant = variants.claim([variant(&content.format).to_owned(), subtype]);
        }
        contents
    }

    fn body_format(
        &mut self,
        offered: Offered<'a>,
        place: &Place,
        pointer: &Pointer,
    ) -> BodyFormat {
        let kind = match offered.kind {
            MediaKind::Text => return BodyFormat::Text,
            MediaKind::Xml => {
                self.xml(offered, pointer);
                return BodyFormat::Text;
            }
            MediaKind::Events | MediaKind::JsonLines | MediaKind::Binary => {
                return BodyFormat::Binary;
            }
            kind => kind,
        };
        let ty = self.content_type(offered, place);
        let kind = match kind {
            MediaKind::Unknown => self.kind_by_type(ty.as_ref()),
            kind => kind,
        };
        match kind {
            MediaKind::Form | MediaKind::Multipart => self.form(offered, ty, pointer),
            MediaKind::Text => BodyFormat::Text,
            MediaKind::Json => match ty {
                Some(ty) if *self.types.resolve(&ty) == Type::File => BodyFormat::Binary,
                ty => BodyFormat::Json(ty.unwrap_or(Type::Json)),
            },
            _ => BodyFormat::Binary,
        }
    }

    fn form(&mut self, offered: Offered<'a>, ty: Option<Type>, pointer: &Pointer) -> BodyFormat {
        let any = Type::Map(Box::new(Type::Json));
        let ty = ty.unwrap_or_else(|| any.clone());
        let is_multipart = offered.kind == MediaKind::Multipart;
        let encodings = self.encodings(offered, pointer);
        if is_object(&self.types, &ty) {
            return if is_multipart {
                BodyFormat::Multipart(ty, encodings)
            } else {
                BodyFormat::Form(ty, encodings)
            };
        }
        let (format, what) = if is_multipart {
            let format = BodyFormat::Multipart(any, encodings);
            (format, "its parts have names and values of any kind")
        } else {
            (BodyFormat::Text, "callers write it as text")
        };
        let message = format!("the schema of `{}` is no object: {what}", offered.name);
        self.report.warn(Code::IgnoredKeyword, pointer, message);
        format
    }

    /// Tells that XML stays text.
    pub(super) fn xml(&mut self, offered: Offered<'a>, pointer: &Pointer) {
        let is_text = offered.item.schema.as_ref().is_none_or(|schema| {
            matches!(schema, ReferenceOr::Item(schema) if Keywords::of(schema).json_type == Some(JsonType::String))
        });
        if !is_text {
            let message = format!("the XML of `{}` is left as text", offered.name);
            self.report.warn(Code::IgnoredKeyword, pointer, message);
        }
    }

    /// What the Encoding Objects say (OpenAPI Specification 3.0.4, section 4.7.15).
    fn encodings(&mut self, offered: Offered<'a>, pointer: &Pointer) -> Vec<PropertyEncoding> {
        let is_form = offered.kind == MediaKind::Form;
        let encodings = offered.item.encoding.iter().map(|(property, encoding)| {
            let is_json = encoding.content_type.as_deref().is_some_and(is_json);
            // The normalised form gives a style to each encoding that says something of how values are written.
            let style = encoding
                .style
                .as_ref()
                .map(|style| ParameterEncoding::Style {
                    style: query_style(style),
                    explode: encoding.explode,
                    allow_reserved: encoding.allow_reserved,
                });
            let at = pointer.join_all(["encoding", property, "headers"]);
            PropertyEncoding {
                property: property.clone(),
                content_type: encoding.content_type.as_deref().and_then(first_concrete),
                encoding: style.or((is_form && is_json).then_some(ParameterEncoding::Json)),
                headers: self.constant_headers(&encoding.headers, &at),
            }
        });
        let empty = |encoding: &PropertyEncoding| {
            encoding.content_type.is_none()
                && encoding.encoding.is_none()
                && encoding.headers.is_empty()
        };
        encodings.filter(|encoding| !empty(encoding)).collect()
    }

    /// The headers that have one possible value: name and value.
    fn constant_headers(
        &mut self,
        headers: &'a IndexMap<String, ReferenceOr<openapiv3::Header>>,
        pointer: &Pointer,
    ) -> Vec<(String, String)> {
        let components = &self.components.headers;
        let mut constant = Vec::new();
        for (name, header) in headers {
            let at = pointer.join(name);
            let Some((header, at)) =
                reference::resolve(header, components, "headers", &at, self.report)
            else {
                continue;
            };
            let openapiv3::ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) =
                &header.format
            else {
                continue;
            };
            let constants = Keywords::of(schema).constants().unwrap_or_default();
            // The type of the part is said by `contentType`.
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            match constants.as_slice() {
                [only] => constant.push((name.clone(), only.to_string())),
                _ => {
                    let message =
                        format!("left out: the header `{name}` of a part, which has no one value");
                    self.report.warn(Code::IgnoredKeyword, &at, message);
                }
            }
        }
        constant
    }

    /// The type of the JSON in a content; where there is none, of its first schema.
    pub(super) fn content(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        pointer: &Pointer,
        operation: &str,
        step: Step,
    ) -> Option<Type> {
        let (name, item) = content
            .iter()
            .find(|(name, _)| is_json(name))
            .or_else(|| content.first())?;
        let root = reference::root(pointer, operation);
        let pointer = pointer.join_all(["content", name, "schema"]);
        let place = Place::new(pointer, root, step);
        Some(self.schema(SchemaRef::new(item.schema.as_ref()?), place))
    }
}

/// The media type that the header says: one of a range, where the format tells which.
fn written(name: &str, format: &BodyFormat) -> String {
    let name = name.trim();
    if !name.contains('*') {
        return name.to_owned();
    }
    match format {
        BodyFormat::Json(_) => "application/json".to_owned(),
        BodyFormat::Multipart(..) => "multipart/form-data".to_owned(),
        BodyFormat::Text => "text/plain".to_owned(),
        BodyFormat::Form(..) | BodyFormat::Binary => name.to_owned(),
    }
}

fn rank(format: &BodyFormat) -> usize {
    match format {
        BodyFormat::Json(_) => 0,
        BodyFormat::Multipart(..) => 1,
        BodyFormat::Form(..) => 2,
        BodyFormat::Text => 3,
        BodyFormat::Binary => 4,
    }
}

fn variant(format: &BodyFormat) -> &'static str {
    match format {
        BodyFormat::Json(_) => "Json",
        BodyFormat::Multipart(..) => "Multipart",
        BodyFormat::Form(..) => "Form",
        BodyFormat::Text => "Text",
        BodyFormat::Binary => "Binary",
    }
}

/// The first of the media types in a list; `None` where one of them is a range, which leaves the choice to the caller.
fn first_concrete(list: &str) -> Option<String> {
    let first = list.split(',').next()?.trim();
    (!first.is_empty() && !list.contains('*')).then(|| first.to_owned())
}
