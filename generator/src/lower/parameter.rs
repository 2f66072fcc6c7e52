//! Parameters. Those in the path are supported; an optional one elsewhere is left out, a required one costs the
//! operation.

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, ReferenceOr};

use crate::diagnostics::{Code, Pointer};
use crate::model::{EnumRepr, Exchanged, Kind, PathParameter, Step, Type};
use crate::names::{Scope, snake_case};

use super::keywords::SchemaRef;
use super::{Lowering, Place, reference};

/// The names of a method's other arguments.
const TAKEN: &[&str] = &["self", "body"];

/// The lists that an operation's parameters stand in: the operation's own override those of the path item
/// (OpenAPI Specification 3.0.4, section 4.7.9).
pub(super) struct ParameterLists<'a> {
    pub(super) own: (&'a [ReferenceOr<Parameter>], Pointer),
    pub(super) shared: (&'a [ReferenceOr<Parameter>], Pointer),
}

/// A parameter and where it is.
type Found<'a> = (&'a Parameter, Pointer);

impl<'a> Lowering<'a> {
    /// The path parameters in the order of the path, or why the operation cannot be called.
    pub(super) fn path_parameters(
        &mut self,
        path: &str,
        operation: &str,
        lists: &ParameterLists<'a>,
        exchanged: &mut Exchanged,
    ) -> Result<Vec<PathParameter>, String> {
        let parameters = self.effective_parameters(lists)?;
        for (parameter, pointer) in &parameters {
            let ty = self.parameter_type(parameter.parameter_data_ref(), operation, pointer);
            exchanged.requests.extend(ty);
        }
        let mut scope = Scope::with_taken(TAKEN);
        let mut lowered = Vec::new();
        for name in placeholders(path) {
            // A placeholder that is there twice has one value.
            if lowered
                .iter()
                .any(|earlier: &PathParameter| earlier.name == name)
            {
                continue;
            }
            let found = parameters.iter().find(|(parameter, _)| {
                matches!(parameter, Parameter::Path { parameter_data, .. } if parameter_data.name == name)
            });
            let Some((
                Parameter::Path {
                    parameter_data,
                    style,
                },
                pointer,
            )) = found
            else {
                return Err(format!(
                    "`{{{name}}}` in the path is not declared as a parameter"
                ));
            };
            if *style != PathStyle::Simple {
                return Err(format!(
                    "the style of the path parameter `{name}` is not supported yet"
                ));
            }
            let ty = self
                .path_parameter_type(parameter_data, operation, pointer)
                .ok_or_else(|| {
                    format!("the type of the path parameter `{name}` is not supported yet")
                })?;
            lowered.push(PathParameter {
                ident: scope.claim([
                    snake_case(name),
                    format!("{}_parameter", snake_case(name).trim_start_matches("r#")),
                ]),
                name: name.to_owned(),
                description: parameter_data.description.clone(),
                ty,
            });
        }
        for (parameter, pointer) in &parameters {
            self.check_other_parameter(path, parameter, pointer)?;
        }
        Ok(lowered)
    }

    fn effective_parameters(
        &mut self,
        lists: &ParameterLists<'a>,
    ) -> Result<Vec<Found<'a>>, String> {
        let mut effective: Vec<Found<'a>> = Vec::new();
        for (list, at) in [&lists.own, &lists.shared] {
            for (index, parameter) in list.iter().enumerate() {
                let pointer = at.join(index);
                let components = &self.components.parameters;
                let found =
                    reference::resolve(parameter, components, "parameters", &pointer, self.report)
                        .ok_or("a parameter leads nowhere")?;
                if !effective
                    .iter()
                    .any(|(earlier, _)| identity(earlier) == identity(found.0))
                {
                    effective.push(found);
                }
            }
        }
        Ok(effective)
    }

    fn parameter_type(
        &mut self,
        data: &'a ParameterData,
        operation: &str,
        pointer: &Pointer,
    ) -> Option<Type> {
        let (tokens, schema) = match &data.format {
            ParameterSchemaOrContent::Schema(schema) => (pointer.join("schema"), schema),
            ParameterSchemaOrContent::Content(content) => {
                let (name, media_type) = content.first()?;
                let pointer = pointer.join_all(["content", name, "schema"]);
                (pointer, media_type.schema.as_ref()?)
            }
        };
        let root = reference::root(pointer, operation);
        let place = Place::new(tokens, root, Step::Parameter(data.name.clone()));
        Some(self.schema(SchemaRef::new(schema), place))
    }

    /// A primitive type, or an enum of text or integers.
    fn path_parameter_type(
        &mut self,
        data: &'a ParameterData,
        operation: &str,
        pointer: &Pointer,
    ) -> Option<Type> {
        if matches!(data.format, ParameterSchemaOrContent::Content(_)) {
            return None;
        }
        let ty = self.parameter_type(data, operation, pointer)?;
        self.define_pending();
        match self.types.resolve(&ty) {
            Type::Declared(id) => match &self.types.get(*id)?.kind {
                Kind::Enum(item) if item.repr() != EnumRepr::Mixed => Some(Type::Declared(*id)),
                _ => None,
            },
            primitive @ (Type::Boolean
            | Type::Integer(_)
            | Type::Number
            | Type::String
            | Type::Timestamp
            | Type::Date
            | Type::Uuid) => Some(primitive.clone()),
            _ => None,
        }
    }

    /// Tells of a parameter that the method does not take.
    fn check_other_parameter(
        &mut self,
        path: &str,
        parameter: &Parameter,
        pointer: &Pointer,
    ) -> Result<(), String> {
        let (location, name) = identity(parameter);
        let in_path = location == "path";
        if in_path && placeholders(path).any(|placeholder| placeholder == name) {
            return Ok(());
        }
        let required = parameter.parameter_data_ref().required;
        if !in_path && required {
            return Err(format!(
                "the required {location} parameter `{name}` is not supported yet"
            ));
        }
        let message = if in_path {
            format!("the path has no place for the parameter `{name}`")
        } else {
            format!("left out: the {location} parameter `{name}` is not supported yet")
        };
        self.report.warn(Code::SkippedParameter, pointer, message);
        Ok(())
    }
}

/// What makes a parameter the same as another one.
fn identity(parameter: &Parameter) -> (&'static str, &str) {
    let location = match parameter {
        Parameter::Query { .. } => "query",
        Parameter::Header { .. } => "header",
        Parameter::Path { .. } => "path",
        Parameter::Cookie { .. } => "cookie",
    };
    (location, &parameter.parameter_data_ref().name)
}

/// The names in braces of a path template.
fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
