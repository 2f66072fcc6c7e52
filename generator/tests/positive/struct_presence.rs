// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// A thing in all states that a property can have.
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Its id.
    pub id: String,
    pub count: i32,
    pub total: Option<i64>,
    pub unsigned: Option<u64>,
    pub ratio: f64,
    pub is_open: bool,
    /// Required, and may be null.
    pub note: Option<String>,
    pub nickname: Option<String>,
    /// Absent, null and a value differ.
    pub colour: Option<Option<String>>,
    pub tags: Vec<String>,
    pub scores: Option<Option<Vec<f64>>>,
    #[deprecated]
    pub gone: Option<String>,
    pub anything: Option<serde_json::Value>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(
        id: impl Into<String>,
        count: i32,
        ratio: f64,
        is_open: bool,
        note: Option<String>,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            id: id.into(),
            count,
            total: None,
            unsigned: None,
            ratio,
            is_open,
            note,
            nickname: None,
            colour: None,
            tags: tags.into_iter().map(Into::into).collect(),
            scores: None,
            gone: None,
            anything: None,
        }
    }
}

setters! {
    Thing {
        total: value i64,
        unsigned: value u64,
        nickname: into String,
        colour: nullable String,
        scores: nullable Vec<f64>,
        #[deprecated] gone: into String,
        anything: value serde_json::Value,
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
        "count" => count: required,
        "total" => total: optional,
        "unsigned" => unsigned: optional,
        "ratio" => ratio: required,
        "isOpen" => is_open: required,
        "note" => note: required,
        "nickname" => nickname: optional,
        "colour" => colour: nullable,
        "tags" => tags: required,
        "scores" => scores: nullable,
        "gone" => gone: optional,
        "anything" => anything: any,
    }
}
