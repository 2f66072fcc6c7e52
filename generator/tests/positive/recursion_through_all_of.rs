// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub name: Option<String>,
    pub parent: Option<Box<Thing>>,
    pub children: Option<Vec<ThingChild>>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        name: into String,
        parent: into Box<Thing>,
        children: each ThingChild,
    }
}

wire_struct! {
    Thing {
        "name" => name: optional,
        "parent" => parent: optional,
        "children" => children: optional,
    }
}

/// An item of `children` in [`Thing`], `#/components/schemas/Thing/allOf/1/properties/children/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingChild {
    pub name: Option<String>,
    pub parent: Option<Thing>,
    pub children: Option<Vec<ThingChild>>,
    pub order: Option<i64>,
}

impl ThingChild {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingChild {
        name: into String,
        parent: value Thing,
        children: each ThingChild,
        order: value i64,
    }
}

wire_struct! {
    ThingChild {
        "name" => name: optional,
        "parent" => parent: optional,
        "children" => children: optional,
        "order" => order: optional,
    }
}
