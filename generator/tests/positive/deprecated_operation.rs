// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// `GET /things`
    #[deprecated]
    pub fn get_thing(&self) -> Call<GetThing> {
        self.call(Method::GET, "/things")
    }
}

/// The operation of [`Client::get_thing`].
pub enum GetThing {}

impl Operation for GetThing {
    type Output = types::Thing;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            _ => response.undocumented(),
        }
    }
}
