// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Copy`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Copy {
    pub thing: Option<GetThingResponse>,
    pub home: Option<Home>,
    pub first: Option<Friend>,
}

wire_struct! {
    Copy {
        "thing" => thing: optional,
        "home" => home: optional,
        "first" => first: optional,
    }
}

/// `#/components/schemas/Person`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Person {
    pub home: Option<Home>,
    pub friends: Option<Vec<Friend>>,
}

impl Person {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Person {
        home: value Home,
        friends: each Friend,
    }
}

wire_struct! {
    Person {
        "home" => home: optional,
        "friends" => friends: optional,
    }
}

/// `#/paths/~1things/get/responses/200/content/application~1json/schema`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetThingResponse {
    pub name: Option<String>,
}

wire_struct! {
    GetThingResponse {
        "name" => name: optional,
    }
}

/// `#/components/schemas/Person/properties/home`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Home {
    pub street: Option<String>,
}

impl Home {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Home {
        street: into String,
    }
}

wire_struct! {
    Home {
        "street" => street: optional,
    }
}

/// `#/components/schemas/Person/properties/friends/items`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Friend {
    pub nick: Option<String>,
}

impl Friend {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Friend {
        nick: into String,
    }
}

wire_struct! {
    Friend {
        "nick" => nick: optional,
    }
}
