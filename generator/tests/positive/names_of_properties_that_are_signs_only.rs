// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub plus_1: Option<i64>,
    pub minus_1: Option<i64>,
    pub less_equal: Option<String>,
    pub star: Option<String>,
    pub empty: Option<String>,
    pub dollar: Option<String>,
    pub underscore: Option<String>,
    pub r#type: Option<String>,
    pub n1st: Option<String>,
    pub größe: Option<String>,
    pub 名前: Option<String>,
    pub value: Option<String>,
    pub self_: Option<String>,
    pub self_2: Option<String>,
    pub r#fn: Option<String>,
    pub typename: Option<String>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        plus_1: value i64,
        minus_1: value i64,
        less_equal: into String,
        star: into String,
        empty: into String,
        dollar: into String,
        underscore: into String,
        r#type: into String,
        n1st: into String,
        größe: into String,
        名前: into String,
        value: into String,
        self_: into String,
        self_2: into String,
        r#fn: into String,
        typename: into String,
    }
}

wire_struct! {
    Thing {
        "+1" => plus_1: optional,
        "-1" => minus_1: optional,
        "<=" => less_equal: optional,
        "*" => star: optional,
        "" => empty: optional,
        "$" => dollar: optional,
        "_" => underscore: optional,
        "@type" => r#type: optional,
        "1st" => n1st: optional,
        "größe" => größe: optional,
        "名前" => 名前: optional,
        "😀" => value: optional,
        "self" => self_: optional,
        "Self" => self_2: optional,
        "fn" => r#fn: optional,
        "__typename" => typename: optional,
    }
}
