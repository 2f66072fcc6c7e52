use std::collections::BTreeMap;

use crate::diagnostics::Pointer;

/// A type that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(usize);

/// All types that have a name. Those of components come in document order; a type comes before those inside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Types {
    declarations: BTreeMap<TypeId, Declaration>,
    reserved: usize,
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

    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &Declaration)> {
        self.declarations.iter().map(|(id, item)| (*id, item))
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

/// A type where it is used.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer(IntegerWidth),
    Number,
    String,
    /// Any JSON value: because the document says so, or because of a diagnostic that says why.
    Json,
    Array(Box<Type>),
    /// An object with names of the sender's choice.
    Map(Box<Type>),
    /// The type or `null`.
    Nullable(Box<Type>),
    Declared(TypeId),
    /// On the heap, because the type contains itself.
    Boxed(Box<Type>),
}

impl Type {
    /// Whether it is a map or holds one without a name.
    pub(crate) fn has_map(&self) -> bool {
        match self {
            Self::Map(_) => true,
            Self::Array(inner) | Self::Nullable(inner) | Self::Boxed(inner) => inner.has_map(),
            _ => false,
        }
    }

    /// Calls `visit` with each named type in this one.
    pub(crate) fn visit_declared(&self, visit: &mut impl FnMut(TypeId)) {
        match self {
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                inner.visit_declared(visit);
            }
            Self::Declared(id) => visit(*id),
            Self::Boolean | Self::Integer(_) | Self::Number | Self::String | Self::Json => {}
        }
    }
}

/// `format` of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntegerWidth {
    I32,
    I64,
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
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// Whether users should move on.
    pub(crate) deprecated: bool,
    pub(crate) kind: Kind,
    /// Filled in by the analysis.
    pub(crate) reach: Reach,
    /// Filled in by the analysis.
    pub(crate) derives: Derives,
}

/// What kind of item a declaration is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Struct(Struct),
    StringEnum(StringEnum),
    Union(Union),
    Alias(Type),
}

impl Kind {
    /// The types that the item mentions.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(item) => item.fields.iter().map(|field| &field.ty).collect(),
            Self::StringEnum(_) => Vec::new(),
            Self::Union(item) => item.branches.iter().map(|branch| &branch.ty).collect(),
            Self::Alias(target) => vec![target],
        }
    }

    /// The same, for the analysis to change.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Self::Struct(item) => item.fields.iter_mut().map(|field| &mut field.ty).collect(),
            Self::StringEnum(_) => Vec::new(),
            Self::Union(item) => item
                .branches
                .iter_mut()
                .map(|branch| &mut branch.ty)
                .collect(),
            Self::Alias(target) => vec![target],
        }
    }
}

/// An object with named properties.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    /// Properties with one possible value.
    pub(crate) tags: Vec<Tag>,
    pub(crate) fields: Vec<Field>,
}

/// A required property that can only be one string: it is written by itself and checked on reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// A property.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// As the document writes it.
    pub(crate) name: String,
    /// As Rust writes it.
    pub(crate) ident: String,
    /// The name of its chained setter.
    pub(crate) setter: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) ty: Type,
    pub(crate) presence: Presence,
}

/// Whether a property has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// It may be absent.
    Optional,
    /// It may be absent or `null`, and the difference matters. The type is a nullable one.
    OptionalNullable,
}

/// A set of strings.
#[derive(Debug, Clone)]
pub(crate) struct StringEnum {
    /// The strings and their variants, in document order.
    pub(crate) values: Vec<(String, String)>,
    /// The variant that keeps a string that the document does not know, where the enum is open.
    pub(crate) unknown: String,
}

/// One of several objects, told apart by constant properties.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    pub(crate) branches: Vec<UnionBranch>,
    /// The variant that keeps a value that fits no branch.
    pub(crate) unknown: String,
}

/// A branch of a union.
#[derive(Debug, Clone)]
pub(crate) struct UnionBranch {
    pub(crate) variant: String,
    /// The constants that tell it from the others.
    pub(crate) tags: Vec<Tag>,
    pub(crate) ty: Type,
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
    /// A component, by its key.
    Component(String),
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
    /// The values of a map.
    Values,
    /// A branch of a union, by its tag's value.
    Branch(String),
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

/// The traits that a type can derive besides `Debug`, `Clone` and `PartialEq`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) copy: bool,
    /// `Eq` and `Hash`.
    pub(crate) eq_and_hash: bool,
    pub(crate) default: bool,
}
