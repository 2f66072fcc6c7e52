// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder, Credential, InputError};

impl Client {
    /// A client of the API at `base_url`, with default settings.
    ///
    /// # Errors
    ///
    /// [`InputError`] for a base URL that cannot be used.
    pub fn new(base_url: impl Into<String>) -> Result<Self, InputError> {
        Self::builder().base_url(base_url).build()
    }

    /// Settings of a client, which has to be told its base URL.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new("")
    }
}

impl ClientBuilder {
    /// Sends this token as HTTP bearer to operations that ask for `userToken`.
    pub fn user_token(self, token: impl Into<String>) -> Self {
        self.credential("userToken", Credential::Bearer(token.into()))
    }

    /// Sends this token as HTTP bearer to operations that ask for `build`.
    pub fn set_build(self, token: impl Into<String>) -> Self {
        self.credential("build", Credential::Bearer(token.into()))
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
        self.call(Method::GET, "/things").security(&[&["userToken"], &["build"]])
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
