// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// `GET /`
    pub fn get(&self) -> Call<Get> {
        self.call(Method::GET, "/")
    }

    /// `GET /things/{id}/parts`
    pub fn get_things_id_parts(&self, id: &str) -> Call<GetThingsIdParts> {
        self.call(Method::GET, "/things/{id}/parts").path("id", id)
    }

    /// `POST /things/{id}/parts`
    pub fn post_things_id_parts(&self, id: &str) -> Call<PostThingsIdParts> {
        self.call(Method::POST, "/things/{id}/parts").path("id", id)
    }
}

/// The operation of [`Client::get`].
pub enum Get {}

impl Operation for Get {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_things_id_parts`].
pub enum GetThingsIdParts {}

impl Operation for GetThingsIdParts {
    type Output = types::GetThingsIdPartsResponse;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            _ => response.undocumented(),
        }
    }
}

impl Call<PostThingsIdParts> {
    /// The body; without one, none is sent.
    pub fn body(self, body: types::PostThingsIdPartsBody) -> Self {
        self.json(&body)
    }
}

/// The operation of [`Client::post_things_id_parts`].
pub enum PostThingsIdParts {}

impl Operation for PostThingsIdParts {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}
