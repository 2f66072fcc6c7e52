//! One of the two documents, finished and named.

use crate::diagnostics::{Code, Diagnostic, Report, Severity};
use crate::model::{Api, Declaration, IntegerWidth, Kind, Operation, Type, TypeId};
use crate::names::{self, OperationNames, TypeNames};

use super::Compared;
use super::surface::Surface;

/// A document as the client that is made of it.
pub(super) struct Side {
    pub(super) api: Api,
    pub(super) types: TypeNames,
    /// As long as, and in the order of, the operations.
    pub(super) operations: Vec<OperationNames>,
    pub(super) surface: Surface,
    /// Which choices do not fit it.
    pub(super) misfits: Report,
}

impl Side {
    pub(super) fn new(Compared { source, config }: Compared<'_>) -> Result<Self, Report> {
        let mut report = Report::default();
        let Some(api) = crate::model(source, config, &mut report) else {
            return Err(report);
        };
        let mut misfits = Report::default();
        let is_misfit = |code| matches!(code, Code::Configuration | Code::PaginationRule);
        for finding in report.diagnostics.extract_if(.., |it| is_misfit(it.code)) {
            misfits.diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                ..finding
            });
        }
        if report.has_errors() {
            return Err(report);
        }
        let surface = Surface::of(&crate::emit::emit(&api, config).files);
        Ok(Self {
            types: names::types(&api.types),
            operations: names::operations(&api.operations, &api.types),
            api,
            surface,
            misfits,
        })
    }

    /// The operations with their names.
    pub(super) fn named(&self) -> impl Iterator<Item = Named<'_>> {
        let operations = self.api.operations.iter().zip(&self.operations);
        operations.map(|(operation, names)| Named { operation, names })
    }

    pub(super) fn declaration(&self, id: TypeId) -> Option<&Declaration> {
        self.api.types.get(id)
    }

    /// The type itself: aliases followed, and without the boxes that break circles.
    pub(super) fn resolve<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut resolved = self.api.types.resolve(ty);
        while let Type::Boxed(inner) = resolved {
            resolved = self.api.types.resolve(inner);
        }
        resolved
    }

    /// The type without the `null` that it allows.
    pub(super) fn without_null<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut ty = ty;
        while let Type::Nullable(inner) = self.resolve(ty) {
            ty = inner;
        }
        ty
    }

    /// The type in words of OpenAPI, with what kind of item it is where it has a name.
    pub(super) fn told_with_kind(&self, ty: &Type) -> String {
        let told = self.told(ty);
        let resolved = self.resolve(ty);
        let Type::Declared(id) = resolved else {
            let kind = self.told(resolved);
            return match kind == told {
                true => told,
                false => format!("{told} ({kind})"),
            };
        };
        match self.declaration(*id).map(|it| &it.kind) {
            Some(Kind::Struct(_)) => format!("the object {told}"),
            Some(Kind::Enum(_)) => format!("the enum {told}"),
            Some(Kind::Union(_)) => format!("the union {told}"),
            Some(Kind::Alias(_)) | None => told,
        }
    }

    /// The type in words of OpenAPI.
    pub(super) fn told(&self, ty: &Type) -> String {
        match ty {
            Type::Boolean => "boolean".to_owned(),
            Type::Integer(width) => integer(*width).to_owned(),
            Type::Number => "number".to_owned(),
            Type::String => "string".to_owned(),
            Type::Bytes => "base64".to_owned(),
            Type::File => "file".to_owned(),
            Type::Timestamp(_) => "date-time".to_owned(),
            Type::Date(_) => "date".to_owned(),
            Type::Uuid => "uuid".to_owned(),
            Type::Null => "null".to_owned(),
            Type::Json => "any value".to_owned(),
            Type::Array(items) => format!("array of {}", self.told(items)),
            Type::Tuple(places) => {
                let places: Vec<String> = places.iter().map(|it| self.told(it)).collect();
                format!("[{}]", places.join(", "))
            }
            Type::Map(values) => format!("map of {}", self.told(values)),
            Type::Nullable(inner) => format!("{} or null", self.told(inner)),
            Type::Declared(id) => format!("`{}`", self.types.get(*id)),
            Type::Foreign(path) => format!("`{path}`"),
            Type::Boxed(inner) => self.told(inner),
        }
    }
}

/// An operation and its names.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) operation: &'a Operation,
    pub(super) names: &'a OperationNames,
}

impl Named<'_> {
    /// How people call it.
    pub(super) fn label(&self) -> String {
        format!("{} {}", self.operation.method.as_str(), self.operation.path)
    }

    /// The method of the client.
    pub(super) fn method(&self) -> String {
        format!("Client::{}()", self.names.method)
    }

    /// An item of what the method gives.
    pub(super) fn item(&self, name: &str) -> String {
        format!("operations::{}::{name}", self.names.marker)
    }
}

/// `format` of an integer.
fn integer(width: IntegerWidth) -> &'static str {
    match width {
        IntegerWidth::I8 => "int8",
        IntegerWidth::I16 => "int16",
        IntegerWidth::I32 => "int32",
        IntegerWidth::I64 => "int64",
        IntegerWidth::U8 => "uint8",
        IntegerWidth::U16 => "uint16",
        IntegerWidth::U32 => "uint32",
        IntegerWidth::U64 => "uint64",
    }
}
