// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/foo_bar`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FooUnderscoreBar {
    pub a_dash_b: Option<String>,
    pub a_b: Option<String>,
    pub a_b_2: Option<String>,
    pub a_space_b: Option<String>,
}

impl FooUnderscoreBar {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    FooUnderscoreBar {
        a_dash_b: into String,
        a_b: into String,
        a_b_2: into String,
        a_space_b: into String,
    }
}

wire_struct! {
    FooUnderscoreBar {
        "a-b" => a_dash_b: optional,
        "a_b" => a_b: optional,
        "aB" => a_b_2: optional,
        "a b" => a_space_b: optional,
    }
}

/// `#/components/schemas/FooBar`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FooBar {
    pub x: Option<FooBarX2>,
}

impl FooBar {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    FooBar {
        x: value FooBarX2,
    }
}

wire_struct! {
    FooBar {
        "x" => x: optional,
    }
}

/// The property `x` of [`FooBar`], `#/components/schemas/FooBar/properties/x`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FooBarX2 {
    pub y: Option<String>,
}

impl FooBarX2 {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    FooBarX2 {
        y: into String,
    }
}

wire_struct! {
    FooBarX2 {
        "y" => y: optional,
    }
}

/// `#/components/schemas/foo-bar`
pub type FooDashBar = BTreeMap<String, serde_json::Value>;

/// `#/components/schemas/FooBarX`
pub type FooBarX = String;

/// `#/components/schemas/foo.bar~1baz~0`
pub type FooBarBaz = Vec<FooDashBar>;

/// `#/components/schemas/User`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct User {
    pub z: Option<FooBarBaz>,
}

impl User {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    User {
        z: each FooDashBar,
    }
}

wire_struct! {
    User {
        "z" => z: optional,
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /foo-bar`
    pub fn get_foo(&self) -> Call<GetFoo, M> {
        self.call()
    }

    /// `GET /foo_bar`
    pub fn get_foo_bar(&self) -> Call<GetFooBar, M> {
        self.call()
    }

    /// `GET /foo`
    pub fn get_foo_error(&self) -> Call<GetFooError, M> {
        self.call()
    }
}

operation! {
    GetFoo for get_foo: GET "/foo-bar" => (), Infallible;
    [Code(204)];
}

operation! {
    GetFooBar for get_foo_bar: GET "/foo_bar" => (), GetFooBarError;
    [Code(204)];
}

/// The documented errors of [`Client::get_foo_bar`] (`GET /foo_bar`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetFooBarError {
    /// 400 Bad Request: Bad.
    BadRequest,
}

answers! {
    GetFooBarError {
        Code(400) => BadRequest,
    }
}

operation! {
    GetFooError for get_foo_error: GET "/foo" => (), Infallible;
    [Code(204)];
}
