// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Pets`
pub type Pets = Vec<Pet>;

/// An item of [`Pets`], `#/components/schemas/Pets/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pet {
    pub name: String,
}

impl Pet {
    /// A value with these properties.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

wire_struct! {
    Pet {
        "name" => name: required,
    }
}

/// A part of the operation `listPets`, `#/paths/~1pets/get/responses/200/content/application~1json/schema/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListPetsResponseItem {
    pub name: String,
}

wire_struct! {
    ListPetsResponseItem {
        "name" => name: required,
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<ListPets, M> {
        self.call()
    }

    /// `POST /pets`
    pub fn add_pets(&self, body: types::Pets) -> Call<AddPets, M> {
        self.call().with_json(body)
    }
}

operation! {
    ListPets for list_pets: GET "/pets" => Vec<types::ListPetsResponseItem>, Infallible;
    [Code(200) json];
}

operation! {
    AddPets for add_pets: POST "/pets" => i32, Infallible;
    [Code(200) json];
}
