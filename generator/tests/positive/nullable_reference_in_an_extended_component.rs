// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pet {
    pub owner: Option<Person>,
    /// Who sold it.
    pub breeder: Option<Option<Person>>,
}

impl Pet {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(owner: Option<Person>) -> Self {
        Self { owner, breeder: None }
    }
}

setters! {
    Pet {
        breeder: nullable Person,
    }
}

wire_struct! {
    Pet {
        "owner" => owner: required,
        "breeder" => breeder: nullable,
    }
}

/// `#/components/schemas/Dog`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dog {
    pub owner: Option<Person>,
    /// Who sold it.
    pub breeder: Option<Option<Person>>,
    pub barks: Option<bool>,
}

impl Dog {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(owner: Option<Person>) -> Self {
        Self {
            owner,
            breeder: None,
            barks: None,
        }
    }
}

setters! {
    Dog {
        breeder: nullable Person,
        barks: value bool,
    }
}

wire_struct! {
    Dog {
        "owner" => owner: required,
        "breeder" => breeder: nullable,
        "barks" => barks: optional,
    }
}

/// `#/components/schemas/Person`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Person {
    pub name: Option<String>,
}

impl Person {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Person {
        name: into String,
    }
}

wire_struct! {
    Person {
        "name" => name: optional,
    }
}
