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

    /// `PUT /things`
    pub fn put_things(&self) -> Call<PutThings> {
        self.call(Method::PUT, "/things")
    }

    /// `POST /things`
    pub fn post_things(&self) -> Call<PostThings> {
        self.call(Method::POST, "/things")
    }

    /// `DELETE /things`
    pub fn delete_things(&self) -> Call<DeleteThings> {
        self.call(Method::DELETE, "/things")
    }

    /// `OPTIONS /things`
    pub fn options_things(&self) -> Call<OptionsThings> {
        self.call(Method::OPTIONS, "/things")
    }

    /// `HEAD /things`
    pub fn head_things(&self) -> Call<HeadThings> {
        self.call(Method::HEAD, "/things")
    }

    /// `PATCH /things`
    pub fn patch_things(&self) -> Call<PatchThings> {
        self.call(Method::PATCH, "/things")
    }

    /// `TRACE /things`
    pub fn trace_things(&self) -> Call<TraceThings> {
        self.call(Method::TRACE, "/things")
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

/// The operation of [`Client::put_things`].
pub enum PutThings {}

impl Operation for PutThings {
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

/// The operation of [`Client::delete_things`].
pub enum DeleteThings {}

impl Operation for DeleteThings {
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

/// The operation of [`Client::options_things`].
pub enum OptionsThings {}

impl Operation for OptionsThings {
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
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::patch_things`].
pub enum PatchThings {}

impl Operation for PatchThings {
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

/// The operation of [`Client::trace_things`].
pub enum TraceThings {}

impl Operation for TraceThings {
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
