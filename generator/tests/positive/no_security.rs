// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder};

/// Where the API is, unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

impl Client {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new() -> Self {
        Self::builder().build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(BASE_URL)
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings> {
        self.call(Method::GET, "/things")
    }
}

/// The operation of [`Client::get_things`].
pub enum GetThings {}

impl Operation for GetThings {
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
