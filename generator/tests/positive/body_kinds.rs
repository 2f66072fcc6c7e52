// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// `POST /required`
    pub fn post_required(&self, body: types::Thing) -> Call<PostRequired> {
        self.call(Method::POST, "/required").json(&body)
    }

    /// `POST /optional`
    pub fn post_optional(&self) -> Call<PostOptional> {
        self.call(Method::POST, "/optional")
    }

    /// `POST /text`
    pub fn post_text(&self, body: String) -> Call<PostText> {
        self.call(Method::POST, "/text").json(&body)
    }

    /// `POST /list`
    pub fn post_list(&self, body: Vec<types::Thing>) -> Call<PostList> {
        self.call(Method::POST, "/list").json(&body)
    }

    /// `POST /map`
    pub fn post_map(&self) -> Call<PostMap> {
        self.call(Method::POST, "/map")
    }

    /// `POST /any`
    pub fn post_any(&self, body: serde_json::Value) -> Call<PostAny> {
        self.call(Method::POST, "/any").json(&body)
    }
}

/// The operation of [`Client::post_required`].
pub enum PostRequired {}

impl Operation for PostRequired {
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

impl Call<PostOptional> {
    /// The thing to add.
    pub fn body(self, body: types::Thing) -> Self {
        self.json(&body)
    }
}

/// The operation of [`Client::post_optional`].
pub enum PostOptional {}

impl Operation for PostOptional {
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

/// The operation of [`Client::post_text`].
pub enum PostText {}

impl Operation for PostText {
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

/// The operation of [`Client::post_list`].
pub enum PostList {}

impl Operation for PostList {
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

impl Call<PostMap> {
    /// The body; without one, none is sent.
    pub fn body(self, body: BTreeMap<String, String>) -> Self {
        self.json(&body)
    }
}

/// The operation of [`Client::post_map`].
pub enum PostMap {}

impl Operation for PostMap {
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

/// The operation of [`Client::post_any`].
pub enum PostAny {}

impl Operation for PostAny {
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
