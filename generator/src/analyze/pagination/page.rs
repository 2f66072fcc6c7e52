use crate::model::{
    AnswerFormat, Field, FieldPath, FieldStep, Kind, Operation, Struct, Type, Types,
};

/// The one JSON value that an operation gives.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    types: &'a Types,
    ty: &'a Type,
}

/// A value inside of a page.
#[derive(Debug, Clone)]
pub(super) struct Value<'a> {
    pub(super) path: FieldPath,
    /// Without the options around it.
    pub(super) ty: &'a Type,
    /// The property that it is.
    pub(super) field: &'a Field,
}

/// An array inside of a page, or the page itself.
#[derive(Debug, Clone)]
pub(super) struct Items<'a> {
    pub(super) path: FieldPath,
    pub(super) item: &'a Type,
}

impl<'a> Page<'a> {
    /// `None` where success can be several things, or something else than JSON.
    pub(super) fn of(operation: &'a Operation, types: &'a Types) -> Option<Self> {
        let mut pages = operation
            .successes
            .iter()
            .map(|answer| match answer.contents.as_slice() {
                [content] => match &content.format {
                    AnswerFormat::Json(ty) => Some(ty),
                    _ => None,
                },
                _ => None,
            });
        let ty = pages.next()??;
        let is_same = |other: Option<&Type>| {
            other.is_some_and(|other| types.resolve_parts(other) == types.resolve_parts(ty))
        };
        pages.all(is_same).then_some(Self { types, ty })
    }

    /// The items, where the page is the list.
    pub(super) fn as_items(self) -> Option<Items<'a>> {
        match self.types.resolve(self.ty) {
            Type::Array(item) => Some(Items {
                path: FieldPath::default(),
                item,
            }),
            _ => None,
        }
    }

    /// Its properties.
    pub(super) fn values(self) -> Vec<Value<'a>> {
        match plain(self.types, self.ty) {
            (Type::Declared(id), 0) => self.inside(&FieldPath::default(), &Type::Declared(*id)),
            _ => Vec::new(),
        }
    }

    /// The properties of its last item.
    pub(super) fn values_of_last(self, items: &Items<'a>) -> Vec<Value<'a>> {
        let mut path = items.path.clone();
        path.0.push(FieldStep {
            ident: "last()".to_owned(),
            options: 1,
        });
        match plain(self.types, items.item) {
            (ty, 0) => self.inside(&path, ty),
            _ => Vec::new(),
        }
    }

    /// The properties of one of its values.
    pub(super) fn values_of(self, value: &Value<'a>) -> Vec<Value<'a>> {
        self.inside(&value.path, value.ty)
    }

    fn inside(self, path: &FieldPath, ty: &Type) -> Vec<Value<'a>> {
        let Some(item) = self.object(ty) else {
            return Vec::new();
        };
        let values = item.fields.iter().map(|field| {
            let (ty, options) = plain(self.types, &field.ty);
            let mut path = path.clone();
            path.0.push(FieldStep {
                ident: field.ident.clone(),
                options: options + usize::from(field.is_option()),
            });
            Value { path, ty, field }
        });
        values.collect()
    }

    fn object(self, ty: &Type) -> Option<&'a Struct> {
        let Type::Declared(id) = ty else {
            return None;
        };
        match &self.types.get(*id)?.kind {
            Kind::Struct(item) => Some(item),
            _ => None,
        }
    }

    /// The value that `path` names, with `.` between a property and the one inside of it, which may also stand in names.
    pub(super) fn find(self, path: &str) -> Option<Value<'a>> {
        self.find_in(self.values(), path)
    }

    /// The same, of the last item.
    pub(super) fn find_in_last(self, items: &Items<'a>, path: &str) -> Option<Value<'a>> {
        self.find_in(self.values_of_last(items), path)
    }

    fn find_in(self, mut values: Vec<Value<'a>>, path: &str) -> Option<Value<'a>> {
        let mut rest = path;
        // Each round takes a name off the path.
        loop {
            let behind = |value: &Value<'a>| {
                let behind = rest.strip_prefix(value.field.name.as_str())?;
                (behind.is_empty() || behind.starts_with('.')).then_some(behind.len())
            };
            let value = values
                .into_iter()
                .filter(|value| behind(value).is_some())
                .min_by_key(|value| behind(value))?;
            let length = behind(&value)?;
            if length == 0 {
                return Some(value);
            }
            rest = rest.get(rest.len() - length + 1..)?;
            values = self.values_of(&value);
        }
    }
}

impl<'a> Value<'a> {
    /// The items, where it is an array.
    pub(super) fn as_items(&self) -> Option<Items<'a>> {
        match self.ty {
            Type::Array(item) => Some(Items {
                path: self.path.clone(),
                item,
            }),
            _ => None,
        }
    }

    /// Whether it can be a cursor.
    pub(super) fn is_cursor(&self) -> bool {
        is_cursor(self.ty)
    }
}

/// Whether values of a type can be cursors.
pub(super) fn is_cursor(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Integer(_) | Type::Uuid)
}

/// Whether values of a type can be counted with.
pub(super) fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Integer(_) | Type::Number)
}

/// What is inside of options, boxes and aliases, and how many options they are.
pub(super) fn plain<'a>(types: &'a Types, ty: &'a Type) -> (&'a Type, usize) {
    let mut options = 0;
    let mut ty = types.resolve(ty);
    loop {
        ty = match ty {
            Type::Nullable(inner) => {
                options += 1;
                types.resolve(inner)
            }
            Type::Boxed(inner) => types.resolve(inner),
            _ => return (ty, options),
        };
    }
}
