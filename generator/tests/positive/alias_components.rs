// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Alias`
pub type Alias = Middle;

/// `#/components/schemas/Middle`
pub type Middle = Thing;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The id of a thing.
    pub id: Id,
    pub when: Moment,
    pub owner: Option<Option<MaybeThingValue>>,
    pub friends: Option<Friends>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<Id>, when: Moment) -> Self {
        Self {
            id: id.into(),
            when,
            owner: None,
            friends: None,
        }
    }
}

setters! {
    Thing {
        owner: nullable MaybeThingValue,
        friends: each_into Id,
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
        "when" => when: required,
        "owner" => owner: nullable,
        "friends" => friends: optional,
    }
}

/// The id of a thing.
///
/// `#/components/schemas/Id`
pub type Id = String;

/// `#/components/schemas/Moment`
pub type Moment = Option<i64>;

/// `#/components/schemas/Friends`
pub type Friends = Vec<Id>;

/// `#/components/schemas/MaybeThing`
pub type MaybeThing = Option<MaybeThingValue>;

/// What [`MaybeThing`] is when it is not `null`, `#/components/schemas/MaybeThing`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MaybeThingValue {
    pub x: f64,
}

impl MaybeThingValue {
    /// A value with these properties.
    pub fn new(x: f64) -> Self {
        Self { x }
    }
}

wire_struct! {
    MaybeThingValue {
        "x" => x: required,
    }
}

/// Whatever it is.
///
/// `#/components/schemas/Anything`
pub type Anything = serde_json::Value;

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `PUT /things`
    pub fn put_thing(&self) -> Call<PutThing, M> {
        self.call()
    }
}

operation! {
    PutThing for put_thing: PUT "/things" => types::Alias, Infallible;
    [Code(200) json];
}

parameters! {
    PutThing {
        /// The body; without one, none is sent.
        body: json value types::Alias,
    }
}
