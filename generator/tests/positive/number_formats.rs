// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub i8: Option<i8>,
    pub i16: Option<i16>,
    pub i32: Option<i32>,
    pub i64: Option<i64>,
    pub u8: Option<u8>,
    pub u16: Option<u16>,
    pub u32: Option<u32>,
    pub u64: Option<u64>,
    pub plain: Option<i64>,
    pub float: Option<f64>,
    pub double: Option<f64>,
    pub number: Option<f64>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        i8: value i8,
        i16: value i16,
        i32: value i32,
        i64: value i64,
        u8: value u8,
        u16: value u16,
        u32: value u32,
        u64: value u64,
        plain: value i64,
        float: value f64,
        double: value f64,
        number: value f64,
    }
}

wire_struct! {
    Thing {
        "i8" => i8: optional,
        "i16" => i16: optional,
        "i32" => i32: optional,
        "i64" => i64: optional,
        "u8" => u8: optional,
        "u16" => u16: optional,
        "u32" => u32: optional,
        "u64" => u64: optional,
        "plain" => plain: optional,
        "float" => float: optional,
        "double" => double: optional,
        "number" => number: optional,
    }
}
