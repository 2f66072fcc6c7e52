//! Parameters (OpenAPI Specification 3.0.4, section 4.7.12).

use openapiv3::{
    Parameter as Described, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle,
    ReferenceOr,
};
use serde_json::Value;

use crate::diagnostics::{Code, Pointer};
use crate::model::{Parameter, ParameterEncoding, ParameterPlace, Step, Style, Type};
use crate::names::{Scope, snake_case};

use super::keywords::SchemaRef;
use super::media_type::{is_json, is_object};
use super::{Lowering, Place, reference};

/// The names of a method's other arguments, and of the methods that every call has.
pub(crate) const TAKEN: &[&str] = &[
    "body",
    "clone",
    "fmt",
    "in_cookie",
    "in_header",
    "in_path",
    "in_query",
    "items",
    "pages",
    "self",
    "send",
    "send_with_metadata",
    "with_accept",
    "with_argument",
    "with_content",
    "with_form",
    "with_header",
    "with_json",
    "with_json_as",
    "with_multipart",
    "with_multipart_as",
    "with_prepared",
    "with_raw",
    "with_retries",
    "with_timeout",
];

/// Headers that are described elsewhere: parameters of these names have no effect (OpenAPI Specification 3.0.4,
/// section 4.7.12.1).
const DESCRIBED_ELSEWHERE: &[&str] = &["accept", "authorization", "content-type"];

/// The lists that an operation's parameters stand in: the operation's own override those of the path item
/// (OpenAPI Specification 3.0.4, section 4.7.9).
pub(super) struct ParameterLists<'a> {
    pub(super) own: (&'a [ReferenceOr<Described>], Pointer),
    pub(super) shared: (&'a [ReferenceOr<Described>], Pointer),
}

/// A parameter and where it is.
type Found<'a> = (&'a Described, Pointer);

impl<'a> Lowering<'a> {
    /// Those in the path in its order, then the others in document order.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        operation: &str,
        lists: &ParameterLists<'a>,
    ) -> Vec<Parameter> {
        let found = self.effective_parameters(lists);
        let mut lowered: Vec<Parameter> = found
            .iter()
            .filter(|(parameter, pointer)| self.is_sent(path, lists, parameter, pointer))
            .cloned()
            .collect::<Vec<_>>()
            .into_iter()
            .map(|(parameter, pointer)| self.parameter(parameter, pointer, operation))
            .collect();
        // In the path they stand in its order, which is stable for all others.
        lowered.sort_by_key(|parameter| match parameter.place {
            ParameterPlace::Path => placeholders(path)
                .position(|name| name == parameter.name)
                .unwrap_or_default(),
            _ => usize::MAX,
        });
        let mut idents = Scope::with_taken(TAKEN);
        for parameter in &mut lowered {
            let ident = snake_case(&parameter.name);
            let stem = ident.trim_start_matches("r#");
            let suffix = if TAKEN.contains(&stem) {
                "parameter"
            } else {
                place_name(parameter.place)
            };
            let other = format!("{}_{suffix}", stem.trim_end_matches('_'));
            parameter.ident = idents.claim([ident, other]);
        }
        lowered
    }

    fn effective_parameters(&mut self, lists: &ParameterLists<'a>) -> Vec<Found<'a>> {
        let mut effective: Vec<Found<'a>> = Vec::new();
        for (list, at) in [&lists.own, &lists.shared] {
            // The place in this list of each that is from it. Those of another list are overridden.
            let overriding = effective.len();
            let mut listed: Vec<usize> = Vec::new();
            for (index, parameter) in list.iter().enumerate() {
                let pointer = at.join(index);
                let components = &self.components.parameters;
                // One that leads nowhere has its warning, and nothing is known of it that could be sent.
                let Some(found) =
                    reference::resolve(parameter, components, "parameters", &pointer, self.report)
                else {
                    continue;
                };
                let earlier = effective
                    .iter()
                    .position(|(earlier, _)| is_same(identity(earlier), identity(found.0)));
                let Some(earlier) = earlier else {
                    listed.push(index);
                    effective.push(found);
                    continue;
                };
                let first = earlier.checked_sub(overriding);
                if let Some(first) = first.and_then(|first| listed.get(first)) {
                    let (place, name) = identity(found.0);
                    let place = place_name(place);
                    let message =
                        format!("the {place} parameter `{name}` is there twice; left out");
                    self.report
                        .warn(Code::InvalidDocument, &pointer, message)
                        .related(&at.join(first), "the first one is here");
                }
            }
        }
        effective
    }

    /// Whether requests carry the parameter.
    fn is_sent(
        &mut self,
        path: &str,
        lists: &ParameterLists<'a>,
        parameter: &Described,
        pointer: &Pointer,
    ) -> bool {
        let (place, name) = identity(parameter);
        match place {
            ParameterPlace::Path if !placeholders(path).any(|it| it == name) => {
                let added = self.report.warn(
                    Code::SkippedParameter,
                    pointer,
                    format!("the path has no place for the parameter `{name}`"),
                );
                if let Some(at) = lists.shared.1.parent() {
                    added.related(&at, format!("the path is `{path}`"));
                }
                false
            }
            ParameterPlace::Header
                if DESCRIBED_ELSEWHERE.contains(&name.to_ascii_lowercase().as_str()) =>
            {
                self.report.warn(
                    Code::IgnoredKeyword,
                    pointer,
                    format!(
                        "`{name}` is no parameter: bodies, answers and security say what it is"
                    ),
                );
                false
            }
            _ => true,
        }
    }

    fn parameter(
        &mut self,
        parameter: &'a Described,
        pointer: Pointer,
        operation: &str,
    ) -> Parameter {
        let data = parameter.parameter_data_ref();
        let (place, name) = identity(parameter);
        let (ty, is_json) = self.parameter_type(data, operation, &pointer);
        let encoding = if is_json {
            ParameterEncoding::Json
        } else {
            self.style(parameter, &ty, &pointer)
        };
        Parameter {
            name: name.to_owned(),
            ident: String::new(),
            description: data.description.clone(),
            deprecated: data.deprecated.unwrap_or_default(),
            required: data.required,
            place,
            encoding,
            default: default(data),
            ty,
            pointer,
        }
    }

    /// The type, and whether the value is written as JSON. What is neither that nor described by a schema is text.
    fn parameter_type(
        &mut self,
        data: &'a ParameterData,
        operation: &str,
        pointer: &Pointer,
    ) -> (Type, bool) {
        let (tokens, schema, is_json) = match &data.format {
            ParameterSchemaOrContent::Schema(schema) => (pointer.join("schema"), schema, false),
            ParameterSchemaOrContent::Content(content) => {
                let json = content.iter().find(|(name, _)| is_json(name));
                let Some((name, media_type)) = json else {
                    return (Type::String, false);
                };
                let Some(schema) = &media_type.schema else {
                    return (Type::Json, true);
                };
                (pointer.join_all(["content", name, "schema"]), schema, true)
            }
        };
        let root = reference::root(&tokens, operation);
        let place = Place::new(tokens, root, Step::Parameter(data.name.clone()));
        let mut ty = self.schema(SchemaRef::new(schema), place);
        self.define_pending();
        // No style has a form for `null` (OpenAPI Specification 3.0.4, section 4.7.12.3): what is not there is not sent.
        while !is_json && let Type::Nullable(value) = ty {
            ty = *value;
        }
        (ty, is_json)
    }

    /// The style with the defaults of the place (OpenAPI Specification 3.0.4, section 4.7.12.2). Those that the place
    /// does not allow are gone from the normalised form.
    fn style(&mut self, parameter: &Described, ty: &Type, pointer: &Pointer) -> ParameterEncoding {
        let (style, reserved) = match parameter {
            Described::Path { style, .. } => (path_style(style), false),
            Described::Query {
                style,
                allow_reserved,
                ..
            } => (query_style(style), *allow_reserved),
            Described::Header { .. } => (Style::Simple, false),
            Described::Cookie { .. } => (Style::Form, false),
        };
        let explode = parameter.parameter_data_ref().explode;
        let explode = explode.unwrap_or(style == Style::Form);
        // Servers in the field read lists in this style as well.
        let is_list = matches!(self.types.resolve(ty), Type::Array(_));
        if style == Style::DeepObject && !is_list && !is_object(&self.types, ty) {
            self.report.warn(
                Code::InvalidDocument,
                pointer,
                "`deepObject` is a style of objects; read as `form`",
            );
            return ParameterEncoding::Style {
                style: Style::Form,
                explode: true,
                allow_reserved: reserved,
            };
        }
        ParameterEncoding::Style {
            style,
            explode,
            allow_reserved: reserved,
        }
    }
}

/// What makes a parameter the same as another one.
fn identity(parameter: &Described) -> (ParameterPlace, &str) {
    let place = match parameter {
        Described::Query { .. } => ParameterPlace::Query,
        Described::Header { .. } => ParameterPlace::Header,
        Described::Path { .. } => ParameterPlace::Path,
        Described::Cookie { .. } => ParameterPlace::Cookie,
    };
    (place, &parameter.parameter_data_ref().name)
}

/// Whether two identities are one: names of headers have no case (RFC 9110, section 5.1).
fn is_same(left: (ParameterPlace, &str), right: (ParameterPlace, &str)) -> bool {
    left == right
        || (left.0 == ParameterPlace::Header
            && right.0 == ParameterPlace::Header
            && left.1.eq_ignore_ascii_case(right.1))
}

/// As `in` names it.
fn place_name(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

fn path_style(style: &PathStyle) -> Style {
    match style {
        PathStyle::Matrix => Style::Matrix,
        PathStyle::Label => Style::Label,
        PathStyle::Simple => Style::Simple,
    }
}

/// The style of a query parameter, or of a property of a form.
pub(super) fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}

/// The names in braces of a path template.
fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// What the server takes for a parameter that is absent.
fn default(data: &ParameterData) -> Option<Value> {
    match &data.format {
        ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) => {
            schema.schema_data.default.clone()
        }
        _ => None,
    }
}
