// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Pet_DTO`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pet {
    pub kind: String,
    pub is_new: Option<bool>,
    pub new: Option<Vec<Toy>>,
}

impl Pet {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            is_new: None,
            new: None,
        }
    }
}

setters! {
    Pet {
        is_new: value bool,
        new as set_new: each Toy,
    }
}

wire_struct! {
    Pet {
        "type" => kind: required,
        "new" => is_new: optional,
        "toys" => new: optional,
    }
}

/// An item of `toys` in [`Pet`], `#/components/schemas/Pet_DTO/properties/toys/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Toy {
    pub name: Option<String>,
}

impl Toy {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Toy {
        name: into String,
    }
}

wire_struct! {
    Toy {
        "name" => name: optional,
    }
}

/// `#/components/schemas/WrongPet`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct WrongPet {
    pub message: Option<String>,
}

wire_struct! {
    WrongPet {
        "msg" => message: optional,
    }
}

/// `#/components/schemas/NoPet`
pub type PetError = WrongPet;

/// The response body of the operation `PetsController_findAll_v2` for status 200, `#/paths/~1pets/get/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListPetsResponse {
    pub data: Option<Vec<Pet>>,
    pub next_cursor: Option<String>,
}

wire_struct! {
    ListPetsResponse {
        "data" => data: optional,
        "next_cursor" => next_cursor: optional,
    }
}

// ==== src/operations/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `pets`.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation, paginated, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /pets`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_pets(&self) -> Call<ListPets, M> {
        self.call()
    }

    /// `POST /pets`
    pub fn add(&self) -> Call<Add, M> {
        self.call()
    }
}

operation! {
    ListPets for list_pets: GET "/pets" => types::ListPetsResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListPets {
        cursor: query "cursor" into String,
    }
}

paginated! {
    ListPets: types::Pet {
        items: |page| page.data.as_mut(),
        cursor "cursor": |page| page.next_cursor,
    }
}

operation! {
    Add for add: POST "/pets" => (), AddError;
    [Code(204)];
}

parameters! {
    Add {
        /// The body; without one, none is sent.
        body: json value types::Pet,
    }
}

/// The documented errors of [`Client::add`] (`POST /pets`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AddError {
    /// 400 Bad Request: Wrong.
    BadRequest(types::WrongPet),
    /// 404 Not Found: None.
    NotFound(types::PetError),
}

answers! {
    AddError {
        Code(400) json => BadRequest,
        Code(404) json => NotFound,
    }
}

impl AddError {
    /// The body, which is of one type whatever the status is.
    #[must_use]
    pub fn body(&self) -> &types::WrongPet {
        match self {
            Self::BadRequest(body) | Self::NotFound(body) => body,
        }
    }
}
