// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /files`
    pub fn create_file(&self, body: impl Into<CreateFileBody>) -> Call<CreateFile, M> {
        self.call().with_content(body.into())
    }
}

operation! {
    CreateFile for create_file: POST "/files" => (), Infallible;
    [Code(204)];
}

/// The body of [`Client::create_file`] (`POST /files`), in the format of the caller's choice.
#[derive(Debug)]
#[non_exhaustive]
pub enum CreateFileBody {
    /// As `application/json`.
    Json(types::NewFile),
    /// As `multipart/form-data`.
    Multipart(types::NewFile),
}

bodies! {
    CreateFileBody {
        Json: json "application/json",
        Multipart from types::NewFile: multipart ("multipart/form-data", &[]),
    }
}
