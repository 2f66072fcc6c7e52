// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, PropertyEncoding, Style};
use crate::types;

impl<M> Client<M> {
    /// `POST /things`
    ///
    /// - `body`: The thing.
    pub fn post_thing(&self, body: types::PostThingBody) -> Call<PostThing, M> {
        self.call()
            .with_form(
                const {
                    &[
                        PropertyEncoding::new("tags").style(Style::Form, false),
                        PropertyEncoding::new("address").style(Style::DeepObject, true),
                        PropertyEncoding::new("filter")
                            .content_type("application/json")
                            .json(),
                        PropertyEncoding::new("name")
                            .style(Style::Form, true)
                            .allow_reserved(),
                    ]
                },
                body,
            )
    }
}

operation! {
    PostThing for post_thing: POST "/things" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// The request body of the operation `postThing`, `#/paths/~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostThingBody {
    pub name: String,
    pub tags: Option<Vec<String>>,
    pub address: Option<PostThingBodyAddress>,
    pub filter: Option<BTreeMap<String, String>>,
    pub picture: Option<String>,
}

impl PostThingBody {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            tags: None,
            address: None,
            filter: None,
            picture: None,
        }
    }
}

setters! {
    PostThingBody {
        tags: each_into String,
        address: value PostThingBodyAddress,
        filter: value BTreeMap<String, String>,
        picture: into String,
    }
}

wire_struct! {
    PostThingBody {
        "name" => name: required,
        "tags" => tags: optional,
        "address" => address: optional,
        "filter" => filter: optional,
        "picture" => picture: optional,
    }
}

/// The property `address` of [`PostThingBody`], `#/paths/~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/address`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostThingBodyAddress {
    pub street: Option<String>,
}

impl PostThingBodyAddress {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PostThingBodyAddress {
        street: into String,
    }
}

wire_struct! {
    PostThingBodyAddress {
        "street" => street: optional,
    }
}
