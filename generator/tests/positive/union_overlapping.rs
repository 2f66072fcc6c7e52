// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    Person(Person),
    Customer(Customer),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Person from Person {},
        Customer from Customer {},
    } else Unknown
}

/// `#/components/schemas/Person`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Person {
    pub name: String,
    pub age: Option<i64>,
}

impl Person {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            age: None,
        }
    }
}

setters! {
    Person {
        age: value i64,
    }
}

wire_struct! {
    Person {
        "name" => name: required,
        "age" => age: optional,
    }
}

/// `#/components/schemas/Customer`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Customer {
    pub name: String,
    pub account: Option<String>,
}

impl Customer {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            account: None,
        }
    }
}

setters! {
    Customer {
        account: into String,
    }
}

wire_struct! {
    Customer {
        "name" => name: required,
        "account" => account: optional,
    }
}
