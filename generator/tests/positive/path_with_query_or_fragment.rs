// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things?beta=true`
    pub fn list_beta_things(&self) -> Call<ListBetaThings, M> {
        self.call()
    }

    /// `PUT /things/{id}`
    pub fn archive_thing(&self, id: &str) -> Call<ArchiveThing, M> {
        self.call().in_path("id", id)
    }

    /// `PUT /things/{id}`
    pub fn restore_thing(&self, id: &str) -> Call<RestoreThing, M> {
        self.call().in_path("id", id)
    }

    /// `GET /files/{name}.{extension}`
    pub fn get_file(&self, name: &str, extension: &str) -> Call<GetFile, M> {
        self.call()
            .in_path("name", name)
            .in_path("extension", extension)
    }
}

operation! {
    ListBetaThings for list_beta_things: GET "/things?beta=true" => (), Infallible;
    [Code(204)];
}

operation! {
    ArchiveThing for archive_thing: PUT "/things/{id}" => (), Infallible;
    [Code(204)];
}

operation! {
    RestoreThing for restore_thing: PUT "/things/{id}" => (), Infallible;
    [Code(204)];
}

operation! {
    GetFile for get_file: GET "/files/{name}.{extension}" => (), Infallible;
    [Code(204)];
}
