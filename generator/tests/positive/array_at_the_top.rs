// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// The schema `Pets`.
pub type Pets = Vec<Pet>;

/// An item of [`Pets`].
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

/// A part of the operation `listPets`.
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

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<ListPets> {
        self.call(Method::GET, "/pets")
    }

    /// `POST /pets`
    pub fn add_pets(&self, body: types::Pets) -> Call<AddPets> {
        self.call(Method::POST, "/pets").json(&body)
    }
}

/// The operation of [`Client::list_pets`].
pub enum ListPets {}

impl Operation for ListPets {
    type Output = Vec<types::ListPetsResponseItem>;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::add_pets`].
pub enum AddPets {}

impl Operation for AddPets {
    type Output = i32;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            _ => response.undocumented(),
        }
    }
}
