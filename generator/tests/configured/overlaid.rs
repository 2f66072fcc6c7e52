// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pet {
    pub name: String,
    pub owner: Option<Owner>,
    pub size: Option<i64>,
}

wire_struct! {
    Pet {
        "name" => name: required,
        "owner" => owner: optional,
        "size" => size: optional,
    }
}

/// `#/components/schemas/Owner`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Owner {
    pub name: Option<String>,
}

wire_struct! {
    Owner {
        "name" => name: optional,
    }
}

// ==== src/operations/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `pets`.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /pets`
    pub fn get_pets(&self) -> Call<GetPets, M> {
        self.call()
    }
}

operation! {
    GetPets for get_pets: GET "/pets" => types::Pet, Infallible;
    [Code(200) json];
}
