use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Number, Value};

use crate::diagnostics::Pointer;

use super::chosen::{Chosen, ExtraDerive};

/// A type that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(usize);

/// All types that have a name. Those of components come in document order; a type comes before those inside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Types {
    declarations: BTreeMap<TypeId, Declaration>,
    reserved: usize,
    /// Names that the configuration gives.
    pub(crate) chosen: Chosen,
}

impl Types {
    /// An id for a type that is about to be defined, so that it can refer to itself.
    pub(crate) fn reserve(&mut self) -> TypeId {
        let id = TypeId(self.reserved);
        self.reserved += 1;
        id
    }

    pub(crate) fn define(&mut self, id: TypeId, declaration: Declaration) {
        self.declarations.insert(id, declaration);
    }

    pub(crate) fn get(&self, id: TypeId) -> Option<&Declaration> {
        self.declarations.get(&id)
    }

    pub(crate) fn get_mut(&mut self, id: TypeId) -> Option<&mut Declaration> {
        self.declarations.get_mut(&id)
    }

    pub(crate) fn remove(&mut self, id: TypeId) {
        self.declarations.remove(&id);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.declarations.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &Declaration)> {
        self.declarations.iter().map(|(id, item)| (*id, item))
    }

    /// The declarations, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Declaration> {
        self.declarations.values_mut()
    }

    pub(crate) fn ids(&self) -> Vec<TypeId> {
        self.declarations.keys().copied().collect()
    }

    /// `ty` with aliases followed to what they stand for.
    pub(crate) fn resolve<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut resolved = ty;
        // As many steps as there are types: a circle of aliases ends, wherever.
        for _ in 0..self.declarations.len() {
            match resolved {
                Type::Declared(id) => match self.get(*id).map(|declaration| &declaration.kind) {
                    Some(Kind::Alias(target)) => resolved = target,
                    _ => return resolved,
                },
                _ => return resolved,
            }
        }
        resolved
    }
}

impl Types {
    /// Whether a value of `ty` can hold one of `wanted`, at any depth.
    pub(crate) fn holds(&self, ty: &Type, wanted: &Type) -> bool {
        let mut seen = BTreeSet::new();
        let mut pending = vec![ty];
        while let Some(ty) = pending.pop() {
            if ty.any(&|part| part == wanted) {
                return true;
            }
            ty.visit_declared(&mut |id| {
                if seen.insert(id)
                    && let Some(declaration) = self.get(id)
                {
                    pending.extend(declaration.kind.types());
                }
            });
        }
        false
    }

    /// `ty` with all aliases in it followed. Their circles are broken, so that this ends.
    pub(crate) fn resolve_parts(&self, ty: &Type) -> Type {
        let inner = |ty: &Type| Box::new(self.resolve_parts(ty));
        match self.resolve(ty) {
            Type::Array(items) => Type::Array(inner(items)),
            Type::Map(values) => Type::Map(inner(values)),
            Type::Nullable(value) => Type::Nullable(inner(value)),
            Type::Boxed(value) => Type::Boxed(inner(value)),
            Type::Tuple(places) => {
                Type::Tuple(places.iter().map(|it| self.resolve_parts(it)).collect())
            }
            other => other.clone(),
        }
    }
}

/// A type where it is used.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer(IntegerWidth),
    Number,
    String,
    /// `format: byte`: bytes, written as base64.
    Bytes,
    /// `format: binary`, where a multipart body carries it: a part with content of any kind. Elsewhere such a value is text.
    File,
    /// `format: date-time`.
    Timestamp(DateLibrary),
    /// `format: date`.
    Date(DateLibrary),
    /// `format: uuid`.
    Uuid,
    /// Only `null`.
    Null,
    /// Any JSON value: because the document says so, or because of a diagnostic that says why.
    Json,
    Array(Box<Type>),
    /// An array with a type for each of its places.
    Tuple(Vec<Type>),
    /// An object with names of the sender's choice.
    Map(Box<Type>),
    /// The type or `null`.
    Nullable(Box<Type>),
    Declared(TypeId),
    /// One of the user's own, by its path: it has serde's traits.
    Foreign(Box<str>),
    /// On the heap, because the type contains itself.
    Boxed(Box<Type>),
}

impl Type {
    /// The types that this one is put together from.
    pub(crate) fn parts(&self) -> &[Type] {
        match self {
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                std::slice::from_ref(inner)
            }
            Self::Tuple(items) => items,
            Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::String
            | Self::Bytes
            | Self::File
            | Self::Timestamp(_)
            | Self::Date(_)
            | Self::Uuid
            | Self::Null
            | Self::Json
            | Self::Foreign(_)
            | Self::Declared(_) => &[],
        }
    }

    /// Whether `holds` is true of the type or of one that it is put together from; named types are not looked into.
    pub(crate) fn any(&self, holds: &impl Fn(&Type) -> bool) -> bool {
        holds(self) || self.parts().iter().any(|part| part.any(holds))
    }

    /// Calls `visit` with each named type in this one.
    pub(crate) fn visit_declared(&self, visit: &mut impl FnMut(TypeId)) {
        if let Self::Declared(id) = self {
            visit(*id);
        }
        for part in self.parts() {
            part.visit_declared(visit);
        }
    }
}

/// The library whose type a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateLibrary {
    Jiff,
    Chrono,
}

/// `format` of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntegerWidth {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

/// A type with a name.
#[derive(Debug, Clone)]
pub(crate) struct Declaration {
    /// Where the document describes it.
    pub(crate) pointer: Pointer,
    /// What its name is made of.
    pub(crate) origin: Origin,
    /// A name for people.
    pub(crate) title: Option<String>,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// Whether users should move on.
    pub(crate) deprecated: bool,
    pub(crate) kind: Kind,
    /// Filled in by the analysis.
    pub(crate) reach: Reach,
    /// Filled in by the analysis.
    pub(crate) home: Home,
    /// Filled in by the analysis.
    pub(crate) derives: Derives,
    /// Traits that the configuration asks for.
    pub(crate) extra_derives: Vec<ExtraDerive>,
}

/// What kind of item a declaration is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Struct(Struct),
    Enum(Enum),
    Union(Union),
    Alias(Type),
}

impl Kind {
    /// The types that the item mentions.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter().map(|field| &field.ty);
                fields
                    .chain(item.additional.iter().map(|it| &it.ty))
                    .collect()
            }
            Self::Enum(_) => Vec::new(),
            Self::Union(item) => item.branches.iter().map(|branch| &branch.ty).collect(),
            Self::Alias(target) => vec![target],
        }
    }

    /// The same, for the analysis to change.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter_mut().map(|field| &mut field.ty);
                fields
                    .chain(item.additional.iter_mut().map(|it| &mut it.ty))
                    .collect()
            }
            Self::Enum(_) => Vec::new(),
            Self::Union(item) => item
                .branches
                .iter_mut()
                .map(|branch| &mut branch.ty)
                .collect(),
            Self::Alias(target) => vec![target],
        }
    }
}

/// A value that a schema fixes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Constant {
    Text(String),
    Number(Number),
    Boolean(bool),
}

impl Constant {
    /// The constant that a JSON value is; `None` for `null`, arrays and objects.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Number(number) => Some(Self::Number(number.clone())),
            Value::Bool(boolean) => Some(Self::Boolean(*boolean)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// The text, where it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Boolean(_) => None,
        }
    }

    /// The integer, where it is one of 64 bits.
    pub(crate) fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            Self::Text(_) | Self::Boolean(_) => None,
        }
    }
}

/// As people read it: text without quotes.
impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

/// An object with named properties.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    /// Properties with one possible value.
    pub(crate) tags: Vec<Tag>,
    pub(crate) fields: Vec<Field>,
    /// All other properties, where the document says of what type they are.
    pub(crate) additional: Option<Additional>,
}

/// A required property that can only be one text, integer or boolean: it is written by itself and checked on reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) value: Constant,
}

/// The properties of an object beside its named ones.
#[derive(Debug, Clone)]
pub(crate) struct Additional {
    /// Where the document describes them.
    pub(crate) pointer: Pointer,
    /// As Rust writes the field that holds them.
    pub(crate) ident: String,
    /// Of their values.
    pub(crate) ty: Type,
    /// CommonMark.
    pub(crate) description: Option<String>,
}

/// A property.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Where the document describes it; of several places, the last one.
    pub(crate) pointer: Pointer,
    /// As the document writes it.
    pub(crate) name: String,
    /// As Rust writes it.
    pub(crate) ident: String,
    /// The name of its chained setter.
    pub(crate) setter: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
    /// What the server takes for it where it is absent.
    pub(crate) default: Option<Value>,
    pub(crate) example: Option<Value>,
    pub(crate) access: Access,
    pub(crate) ty: Type,
    pub(crate) presence: Presence,
}

impl Field {
    /// Whether its type as Rust writes it is an `Option` because of its presence.
    pub(crate) fn is_option(&self) -> bool {
        self.presence != Presence::Required
    }
}

/// Which side gives a property its value (`readOnly` and `writeOnly`, Schema Object, OpenAPI Specification 3.0.4,
/// section 4.7.24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    ReadWrite,
    /// Only responses have it.
    ReadOnly,
    /// Only requests have it.
    WriteOnly,
}

/// Whether a property has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// It may be absent.
    Optional,
    /// It may be absent or `null`, and the difference matters. The type is a nullable one.
    OptionalNullable,
    /// It may be absent. `null` is a value of the type itself, and not the same.
    OptionalOfAny,
}

/// A set of constants. What they are together decides how they are read: [`Enum::repr`].
#[derive(Debug, Clone)]
pub(crate) struct Enum {
    /// In document order.
    pub(crate) values: Vec<EnumValue>,
    /// The variant that keeps a value that the document does not know, where the enum is open.
    pub(crate) unknown: String,
    /// Whether the document itself allows other values of the same kind.
    pub(crate) open: bool,
    /// The variant that the document names as default.
    pub(crate) default: Option<String>,
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EnumValue {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    pub(crate) value: Constant,
    pub(crate) variant: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
}

/// How the values of an enum are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EnumRepr {
    Text,
    Integer,
    /// Anything else, such as text beside numbers.
    Mixed,
}

impl Enum {
    pub(crate) fn repr(&self) -> EnumRepr {
        let all = |holds: fn(&Constant) -> bool| self.values.iter().all(|it| holds(&it.value));
        if all(|value| value.as_text().is_some()) {
            EnumRepr::Text
        } else if all(|value| value.as_integer().is_some()) {
            EnumRepr::Integer
        } else {
            EnumRepr::Mixed
        }
    }
}

/// One of several types, told apart by looking at the value.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    pub(crate) branches: Vec<UnionBranch>,
    /// The variant that keeps a value that fits no branch.
    pub(crate) unknown: String,
}

/// A branch of a union.
#[derive(Debug, Clone)]
pub(crate) struct UnionBranch {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    pub(crate) variant: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// What a value of the branch looks like; all of it has to hold.
    pub(crate) looks: Vec<Look>,
    pub(crate) ty: Type,
}

/// Something that is seen at a value without reading all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// A property is one of these constants.
    Constant { name: String, values: Vec<Constant> },
    /// The same of a property that the branch itself does not declare, so that the union writes it.
    Added { name: String, value: Constant },
    /// A property is there.
    Has(String),
    /// The value is of one of these JSON types.
    Json(Vec<JsonType>),
}

/// The types of JSON Schema (Validation, section 6.1.1), `null` aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    /// As `type` names it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The type that `type` names.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }
}

/// What a type's name is made of: the names stage turns it into an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) root: Root,
    /// The way from the root to the type; empty for a component.
    pub(crate) steps: Vec<Step>,
}

/// What has a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Root {
    /// A component schema, by its key.
    Component(String),
    /// A component of another kind, by its key.
    Shared(String),
    /// An enclosing type.
    Type(TypeId),
    /// An operation, by its id.
    Operation(String),
}

/// One step on the way to an inline schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Property(String),
    /// The items of an array.
    Items,
    /// A place in a tuple, counted from 1.
    Place(usize),
    /// The values of a map.
    Values,
    /// A branch of a union, by the word that tells it from the others.
    Branch(String),
    /// What a component or an operation is another name for.
    Value,
    RequestBody,
    /// A response, by its status.
    Response(String),
    Parameter(String),
}

/// From where a type is reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    pub(crate) request: bool,
    pub(crate) response: bool,
}

/// From where alone a type is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Home {
    /// From several places.
    #[default]
    Shared,
    /// From the operations of one tag, or from those without a tag.
    Tag(Option<String>),
    /// From no operation that can be called: from webhooks, or from nothing at all.
    NoOperation,
}

/// The traits that a type can derive besides `Debug`, `Clone` and `PartialEq`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) copy: bool,
    /// `Eq` and `Hash`.
    pub(crate) eq_and_hash: bool,
    pub(crate) default: bool,
}
