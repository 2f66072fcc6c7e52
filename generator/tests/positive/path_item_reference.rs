// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `DELETE /things/{id}`
    pub fn delete_thing(&self, id: &str) -> Call<DeleteThing> {
        self.call(Method::DELETE, "/things/{id}").path("id", id)
    }
}

/// The operation of [`Client::delete_thing`].
pub enum DeleteThing {}

impl Operation for DeleteThing {
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
