// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /none`
    pub fn get_none(&self) -> Call<GetNone> {
        self.call(Method::GET, "/none")
    }

    /// `GET /several`
    pub fn get_several(&self) -> Call<GetSeveral> {
        self.call(Method::GET, "/several")
    }

    /// `GET /range`
    pub fn get_range(&self) -> Call<GetRange> {
        self.call(Method::GET, "/range")
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

/// The operation of [`Client::get_several`].
pub enum GetSeveral {}

impl Operation for GetSeveral {
    type Output = String;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 | 201 => response.json(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_range`].
pub enum GetRange {}

impl Operation for GetRange {
    type Output = String;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200..=299 => response.json(),
            _ => response.undocumented(),
        }
    }
}
