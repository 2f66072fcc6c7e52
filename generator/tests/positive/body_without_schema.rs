// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /fine`
    pub fn get_fine(&self) -> Call<GetFine> {
        self.call(Method::GET, "/fine")
    }

    /// `POST /things`
    pub fn post_things(&self, body: serde_json::Value) -> Call<PostThings> {
        self.call(Method::POST, "/things").json(&body)
    }
}

/// The operation of [`Client::get_fine`].
pub enum GetFine {}

impl Operation for GetFine {
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

/// The operation of [`Client::post_things`].
pub enum PostThings {}

impl Operation for PostThings {
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
