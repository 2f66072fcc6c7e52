use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Pointer;

use super::chosen::{Chosen, ExtraDerive};
use super::{Enum, Origin, Struct, Union};

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
