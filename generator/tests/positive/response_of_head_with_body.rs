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

    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings> {
        self.call(Method::GET, "/things")
    }

    /// `HEAD /things`
    pub fn head_things(&self) -> Call<HeadThings> {
        self.call(Method::HEAD, "/things")
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

/// The operation of [`Client::head_things`].
pub enum HeadThings {}

impl Operation for HeadThings {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}
