// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub a: String,
    pub b: Vec<String>,
    pub c: Vec<i64>,
    pub d: BTreeMap<String, String>,
    pub e: Union,
    pub f: Vec<Union>,
    pub g: Option<String>,
    pub h: Text,
    pub i: Option<Vec<String>>,
    pub j: Option<Vec<Union>>,
    pub k: Option<Union>,
    pub l: Option<Vec<Vec<String>>>,
    pub m: Option<Texts>,
    pub n: Option<serde_json::Value>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    #[allow(clippy::too_many_arguments, reason = "the API requires as many properties")]
    pub fn new(
        a: impl Into<String>,
        b: impl IntoIterator<Item = impl Into<String>>,
        c: impl IntoIterator<Item = i64>,
        d: BTreeMap<String, String>,
        e: impl Into<Union>,
        f: impl IntoIterator<Item = impl Into<Union>>,
        g: Option<String>,
        h: impl Into<Text>,
    ) -> Self {
        Self {
            a: a.into(),
            b: b.into_iter().map(Into::into).collect(),
            c: c.into_iter().collect(),
            d,
            e: e.into(),
            f: f.into_iter().map(Into::into).collect(),
            g,
            h: h.into(),
            i: None,
            j: None,
            k: None,
            l: None,
            m: None,
            n: None,
        }
    }
}

setters! {
    Thing {
        i: each_into String,
        j: each_into Union,
        k: into Union,
        l: each Vec<String>,
        m: each_into String,
        n: value serde_json::Value,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: required,
        "d" => d: required,
        "e" => e: required,
        "f" => f: required,
        "g" => g: required,
        "h" => h: required,
        "i" => i: optional,
        "j" => j: optional,
        "k" => k: optional,
        "l" => l: optional,
        "m" => m: optional,
        "n" => n: any,
    }
}

/// `#/components/schemas/Text`
pub type Text = String;

/// `#/components/schemas/Texts`
pub type Texts = Vec<String>;

/// `#/components/schemas/Union`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Union {
    /// `t` is `x`.
    X(UnionX),
    /// `t` is `y`.
    Y(UnionY),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Union {
        X from UnionX { "t" = "x" },
        Y from UnionY { "t" = "y" },
    } else Unknown
}

/// A branch of [`Union`], `#/components/schemas/Union/oneOf/0`.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct UnionX {
    pub v: Option<f64>,
}

impl UnionX {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    UnionX {
        v: value f64,
    }
}

wire_struct! {
    UnionX {
        tags { "t" = "x" }
        "v" => v: optional,
    }
}

/// A branch of [`Union`], `#/components/schemas/Union/oneOf/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnionY {}

impl UnionY {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    UnionY {
        tags { "t" = "y" }
    }
}
