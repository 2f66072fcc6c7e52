// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /required`
    pub fn post_required(&self, body: types::Thing) -> Call<PostRequired, M> {
        self.call().with_json(body)
    }

    /// `POST /optional`
    pub fn post_optional(&self) -> Call<PostOptional, M> {
        self.call()
    }

    /// `POST /text`
    pub fn post_text(&self, body: String) -> Call<PostText, M> {
        self.call().with_json(body)
    }

    /// `POST /list`
    pub fn post_list(&self, body: Vec<types::Thing>) -> Call<PostList, M> {
        self.call().with_json(body)
    }

    /// `POST /map`
    pub fn post_map(&self) -> Call<PostMap, M> {
        self.call()
    }

    /// `POST /any`
    pub fn post_any(&self, body: serde_json::Value) -> Call<PostAny, M> {
        self.call().with_json(body)
    }
}

operation! {
    PostRequired for post_required: POST "/required" => (), Infallible;
    [Code(204)];
}

operation! {
    PostOptional for post_optional: POST "/optional" => (), Infallible;
    [Code(204)];
}

parameters! {
    PostOptional {
        /// The thing to add.
        body: json value types::Thing,
    }
}

operation! {
    PostText for post_text: POST "/text" => (), Infallible;
    [Code(204)];
}

operation! {
    PostList for post_list: POST "/list" => (), Infallible;
    [Code(204)];
}

operation! {
    PostMap for post_map: POST "/map" => (), Infallible;
    [Code(204)];
}

parameters! {
    PostMap {
        /// The body; without one, none is sent.
        body: json value BTreeMap<String, String>,
    }
}

operation! {
    PostAny for post_any: POST "/any" => (), Infallible;
    [Code(204)];
}
