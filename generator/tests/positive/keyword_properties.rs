// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// The schema `Thing`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// The property `type`.
    pub r#type: String,
    /// The property `self`.
    pub self_: String,
    /// The property `crate`.
    pub crate_: String,
    /// The property `super`.
    pub super_: Option<String>,
    /// The property `async`.
    pub r#async: Option<String>,
    /// The property `await`.
    pub r#await: Option<String>,
    /// The property `gen`.
    pub r#gen: Option<String>,
    /// The property `try`.
    pub r#try: Option<String>,
    /// The property `match`.
    pub r#match: Option<String>,
    /// The property `fn`.
    pub r#fn: Option<String>,
    /// The property `new`.
    pub new: Option<String>,
    /// The property `clone`.
    pub clone: Option<String>,
    /// The property `default`.
    pub default: Option<String>,
    /// The property `set_new`.
    pub set_new: Option<String>,
    /// The property `into`.
    pub into: Option<String>,
    /// The property `from`.
    pub from: Option<String>,
    /// The property `eq`.
    pub eq: Option<String>,
    /// The property `fmt`.
    pub fmt: Option<String>,
    /// The property `hash`.
    pub hash: Option<String>,
    /// The property `as_str`.
    pub as_str: Option<String>,
    /// The property `read`.
    pub read: Option<String>,
    /// The property `write`.
    pub write: Option<String>,
    /// The property `fields`.
    pub fields: Option<String>,
    /// The property `value`.
    pub value: Option<String>,
    /// The property `values`.
    pub values: Option<String>,
    /// The property `name`.
    pub name: Option<String>,
    /// The property `path`.
    pub path: Option<String>,
    /// The property `serializer`.
    pub serializer: Option<String>,
    /// The property `deserializer`.
    pub deserializer: Option<String>,
    /// The property `serialize`.
    pub serialize: Option<String>,
    /// The property `text`.
    pub text: Option<String>,
    /// The property `body`.
    pub body: Option<String>,
    /// The property `error`.
    pub error: Option<String>,
    /// The property `true`.
    pub r#true: Option<String>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(
        r#type: impl Into<String>,
        self_: impl Into<String>,
        crate_: impl Into<String>,
    ) -> Self {
        Self {
            r#type: r#type.into(),
            self_: self_.into(),
            crate_: crate_.into(),
            super_: None,
            r#async: None,
            r#await: None,
            r#gen: None,
            r#try: None,
            r#match: None,
            r#fn: None,
            new: None,
            clone: None,
            default: None,
            set_new: None,
            into: None,
            from: None,
            eq: None,
            fmt: None,
            hash: None,
            as_str: None,
            read: None,
            write: None,
            fields: None,
            value: None,
            values: None,
            name: None,
            path: None,
            serializer: None,
            deserializer: None,
            serialize: None,
            text: None,
            body: None,
            error: None,
            r#true: None,
        }
    }
}

setters! {
    Thing {
        super_: into String,
        r#async: into String,
        r#await: into String,
        r#gen: into String,
        r#try: into String,
        r#match: into String,
        r#fn: into String,
        new as set_new: into String,
        clone as set_clone: into String,
        default as set_default: into String,
        set_new as set_set_new: into String,
        into as set_into: into String,
        from as set_from: into String,
        eq as set_eq: into String,
        fmt as set_fmt: into String,
        hash: into String,
        as_str: into String,
        read: into String,
        write: into String,
        fields: into String,
        value: into String,
        values: into String,
        name: into String,
        path: into String,
        serializer: into String,
        deserializer: into String,
        serialize: into String,
        text: into String,
        body: into String,
        error: into String,
        r#true: into String,
    }
}

wire_struct! {
    Thing {
        "type" => r#type: required,
        "self" => self_: required,
        "crate" => crate_: required,
        "super" => super_: optional,
        "async" => r#async: optional,
        "await" => r#await: optional,
        "gen" => r#gen: optional,
        "try" => r#try: optional,
        "match" => r#match: optional,
        "fn" => r#fn: optional,
        "new" => new: optional,
        "clone" => clone: optional,
        "default" => default: optional,
        "set_new" => set_new: optional,
        "into" => into: optional,
        "from" => from: optional,
        "eq" => eq: optional,
        "fmt" => fmt: optional,
        "hash" => hash: optional,
        "as_str" => as_str: optional,
        "read" => read: optional,
        "write" => write: optional,
        "fields" => fields: optional,
        "value" => value: optional,
        "values" => values: optional,
        "name" => name: optional,
        "path" => path: optional,
        "serializer" => serializer: optional,
        "deserializer" => deserializer: optional,
        "serialize" => serialize: optional,
        "text" => text: optional,
        "body" => body: optional,
        "error" => error: optional,
        "true" => r#true: optional,
    }
}
