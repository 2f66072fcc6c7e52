// ==== src/types/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.
//!
//! Those that only operations of one tag send or receive are there with the feature of that tag, and those of no
//! operation with `other-types`.

#[cfg(feature = "pets")]
mod pets;

#[cfg(feature = "pets")]
pub use pets::*;

/// `#/components/schemas/Cost`
pub type Cost = my_types::Money;

crate::runtime::wire::wire_foreign!(my_types::Money);

// ==== src/types/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Types that only operations of the tag `pets` send or receive.

use crate::runtime::wire::{setters, wire_struct, wire_union};

use super::*;

/// An amount.
///
/// `#/components/schemas/Money`
pub type Money = ::my_types::Money;

/// `#/components/schemas/Loose`
pub type Loose = serde_json::Value;

/// `#/components/schemas/Word`
pub type Word = String;

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// An amount.
    pub price: Money,
    pub costs: Option<Vec<Cost>>,
    pub loose: Loose,
    pub word: Option<Word>,
    pub either: Option<PetEither>,
}

impl Pet {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(price: Money, loose: Loose) -> Self {
        Self {
            price,
            costs: None,
            loose,
            word: None,
            either: None,
        }
    }
}

setters! {
    Pet {
        costs: each Cost,
        word: into Word,
        either: into PetEither,
    }
}

wire_struct! {
    Pet {
        "price" => price: required,
        "costs" => costs: optional,
        "loose" => loose: required,
        "word" => word: optional,
        "either" => either: optional,
    }
}

/// The property `either` of [`Pet`], `#/components/schemas/Pet/properties/either`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PetEither {
    /// An amount.
    Money(Money),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    PetEither {
        Money from Money { object },
        String from String { string },
    } else Unknown
}

// ==== src/operations/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `pets`.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /pets/{price}`
    pub fn post_pet(&self, price: &types::Money, body: types::Pet) -> Call<PostPet, M> {
        self.call().in_path("price", price).with_json(body)
    }
}

operation! {
    PostPet for post_pet: POST "/pets/{price}" => types::Pet, Infallible;
    [Code(200) json];
}

parameters! {
    PostPet {
        most: query "most" value types::Money,
    }
}
