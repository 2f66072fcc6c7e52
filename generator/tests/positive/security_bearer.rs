// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder, Credential};

/// Where the API is, unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

impl Client {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new(token: impl Into<String>) -> Self {
        Self::builder().token(token).build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(BASE_URL)
    }
}

impl ClientBuilder {
    /// A token of your account.
    ///
    /// Sends this token as HTTP bearer to operations that ask for `token`.
    pub fn token(self, token: impl Into<String>) -> Self {
        self.credential("token", Credential::Bearer(token.into()))
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /global`
    pub fn get_global(&self) -> Call<GetGlobal> {
        self.call(Method::GET, "/global").security(&[&["token"]])
    }

    /// `GET /none`
    pub fn get_none(&self) -> Call<GetNone> {
        self.call(Method::GET, "/none")
    }

    /// `GET /optional`
    pub fn get_optional(&self) -> Call<GetOptional> {
        self.call(Method::GET, "/optional").security(&[&[], &["token"]])
    }
}

/// The operation of [`Client::get_global`].
pub enum GetGlobal {}

impl Operation for GetGlobal {
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

/// The operation of [`Client::get_none`].
pub enum GetNone {}

impl Operation for GetNone {
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

/// The operation of [`Client::get_optional`].
pub enum GetOptional {}

impl Operation for GetOptional {
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
