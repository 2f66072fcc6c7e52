// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// A thing in all states that a property can have.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Its id.
    pub id: String,
    /// The property `count`.
    pub count: i32,
    /// The property `total`.
    pub total: Option<i64>,
    /// The property `unsigned`.
    pub unsigned: Option<u64>,
    /// The property `ratio`.
    pub ratio: f64,
    /// The property `isOpen`.
    pub is_open: bool,
    /// Required, and may be null.
    pub note: Option<String>,
    /// The property `nickname`.
    pub nickname: Option<String>,
    /// Absent, null and a value differ.
    pub colour: Option<Option<String>>,
    /// The property `tags`.
    pub tags: Vec<String>,
    /// The property `scores`.
    pub scores: Option<Option<Vec<f64>>>,
    /// The property `gone`.
    ///
    /// **Deprecated.**
    pub gone: Option<String>,
    /// The property `anything`.
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
        gone: into String,
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
        "anything" => anything: optional,
    }
}
