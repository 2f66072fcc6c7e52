// ==== Cargo.toml ====
# @generated are the package's name, edition, Rust version and description, features and dependencies; the rest is yours.

[package]
name = "fixture-tag_features"
version = "0.1.0"
edition = "2024"
rust-version = "1.89"
description = "Client of the Pets"

[features]
default = ["rustls", "all-operations", "other-types"]
# TLS by rustls, with the certificates of the operating system.
rustls = ["reqwest/rustls"]
# TLS by the library of the operating system.
native-tls = ["reqwest/native-tls"]
# Calls that wait for their answer on the thread that makes them.
blocking = ["tokio/rt-multi-thread"]
# A span for each call, for the subscriber of the program.
tracing = ["dep:tracing"]
# The operations of all tags. A program that names those it uses instead compiles faster.
all-operations = [
    "bytes-operations",
    "default-operations",
    "opening-hours",
    "pets",
]
bytes-operations = []
default-operations = []
opening-hours = []
pets = []
# The types that no operation sends or receives.
other-types = []

[dependencies]
backon = { version = "1.6", default-features = false, features = ["std"] }
base64 = { version = "0.23", default-features = false, features = ["std"] }
bytes = "1.12"
futures-core = { version = "0.3.34", default-features = false }
http = "1.5"
http-body = "1.1"
httpdate = "1.0"
percent-encoding = "2.3"
reqwest = { version = "0.13.5", default-features = false }
serde = "1.0.229"
serde_json = { version = "1.0.154", features = ["float_roundtrip", "preserve_order"] }
tokio = { version = "1.54", default-features = false, features = ["rt", "sync", "time"] }
tracing = { version = "0.1.44", default-features = false, optional = true }
url = "2.5"

[target.'cfg(target_arch = "wasm32")'.dependencies]
fastrand = { version = "2.5", default-features = false, features = ["js"] }
gloo-timers = { version = "0.4", features = ["futures"] }
wasm-bindgen-futures = "0.4"
web-time = "1.1"

// ==== src/lib.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! A client of the Pets, version 1.
//!
//! # Quick start
//!
//! ```no_run
//! use fixture_tag_features::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new();
//! let reply = client
//!     .list_pets()
//!     .send()
//!     .await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! ```
//!
//! The methods of [`Client`](generic::Client) prepare a [`Call`]; [`Call::send`] gives the body of the answer,
//! [`Call::send_with_metadata`] gives it with status and headers. What can go wrong is an [`Error`].
//!
//! # Cargo features
//!
//! The operations of each tag of the API, with the types that only they have, are there with a feature. All are on by
//! default (`all-operations`); a program that names those it uses instead compiles faster:
//! `default-features = false, features = ["rustls", "bytes-operations"]`.
//!
//! - `bytes-operations`
//! - `default-operations`
//! - `opening-hours`
//! - `pets`
//! - `other-types`: the types that no operation sends or receives; also on by default

#![allow(
    clippy::large_enum_variant,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::private_intra_doc_links,
    rustdoc::redundant_explicit_links
)]

#[rustfmt::skip]
mod client;
#[rustfmt::skip]
pub mod operations;
#[allow(unused, reason = "no API needs all of it")]
mod runtime;
#[rustfmt::skip]
pub mod types;

pub use client::BASE_URL;
pub use runtime::{
    AnyRequest, Async, Body, BodyError, BodyProblem, BoxFuture, Call, Chunks, CredentialContext,
    CredentialError, CredentialProvider, Error, Failure, Header, InputError, InvalidHeader,
    Operation, Request, ReqwestTransport, Response, RetryPolicy, Secret, SecretSource, Sending,
    Transport, TransportError, TransportErrorKind,
};
// Their types are part of this crate's.
pub use {bytes, http, serde_json, url};

/// A client whose calls are futures. Cloning it is cheap, and the clones share their connections.
pub type Client = runtime::Client<Async>;

/// Settings of a [`Client`] that is to be.
pub type ClientBuilder = runtime::ClientBuilder<Async>;

/// The types behind [`Client`] and [`ClientBuilder`], generic over how calls are made.
pub mod generic {
    pub use crate::runtime::{Client, ClientBuilder};
}

/// The client whose calls wait for their answers, on the thread that makes them.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use crate::runtime::{Blocking, BodyReader};

    /// A client whose calls wait for their answers. Cloning it is cheap, and the clones share their connections.
    pub type Client = crate::runtime::Client<Blocking>;

    /// Settings of a [`Client`] that is to be.
    pub type ClientBuilder = crate::runtime::ClientBuilder<Blocking>;
}

// ==== src/operations/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.

mod errors;
#[cfg(feature = "bytes-operations")]
mod bytes_operations;
#[cfg(feature = "default-operations")]
mod default;
#[cfg(feature = "opening-hours")]
mod opening_hours;
#[cfg(feature = "pets")]
mod pets;

pub use errors::*;
#[cfg(feature = "bytes-operations")]
pub use bytes_operations::*;
#[cfg(feature = "default-operations")]
pub use default::*;
#[cfg(feature = "opening-hours")]
pub use opening_hours::*;
#[cfg(feature = "pets")]
pub use pets::*;

// ==== src/operations/opening_hours.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `Opening Hours`.

use std::collections::BTreeMap;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /hours`
    pub fn opening_hours(&self) -> Call<OpeningHours, M> {
        self.call()
    }
}

operation! {
    OpeningHours for opening_hours: GET "/hours" => BTreeMap<String, types::Person>, OpeningHoursError;
    [Code(200) json];
}

/// The documented errors of [`Client::opening_hours`] (`GET /hours`).
pub type OpeningHoursError = super::ListPetsError;

// ==== src/types/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.
//!
//! Those that only operations of one tag send or receive are there with the feature of that tag, and those of no
//! operation with `other-types`.

#[cfg(feature = "bytes-operations")]
mod bytes_operations;
#[cfg(feature = "other-types")]
mod other_types;
#[cfg(feature = "pets")]
mod pets;

#[cfg(feature = "bytes-operations")]
pub use bytes_operations::*;
#[cfg(feature = "other-types")]
pub use other_types::*;
#[cfg(feature = "pets")]
pub use pets::*;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Labels`
pub type Labels = Vec<Label>;

/// `#/components/schemas/Label`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Label {
    pub text: Option<String>,
}

impl Label {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Label {
        text: into String,
    }
}

wire_struct! {
    Label {
        "text" => text: optional,
    }
}

/// `#/components/schemas/Person`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Person {
    pub name: Option<String>,
    pub badges: Option<Labels>,
}

wire_struct! {
    Person {
        "name" => name: optional,
        "badges" => badges: optional,
    }
}

/// The response body of `Failed` for status 404, `#/components/responses/Failed/content/application~1json/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FailedResponse {
    pub message: String,
}

wire_struct! {
    FailedResponse {
        "message" => message: required,
    }
}

// ==== src/types/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Types that only operations of the tag `Pets` send or receive.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

use super::*;

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pet {
    pub id: i64,
    pub owner: Option<Person>,
    pub chip: Option<PetChip>,
}

wire_struct! {
    Pet {
        "id" => id: required,
        "owner" => owner: optional,
        "chip" => chip: optional,
    }
}

/// The property `chip` of [`Pet`], `#/components/schemas/Pet/properties/chip`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PetChip {
    pub key: Option<bytes::Bytes>,
}

wire_struct! {
    PetChip {
        "key" => key: optional,
    }
}

/// Only requests of one tag carry it, and labels of several.
///
/// `#/components/schemas/NewPet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NewPet {
    pub name: String,
    pub labels: Option<Labels>,
    pub mood: Option<NewPetMood>,
}

impl NewPet {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            labels: None,
            mood: None,
        }
    }
}

setters! {
    NewPet {
        labels: each Label,
        mood: value NewPetMood,
    }
}

wire_struct! {
    NewPet {
        "name" => name: required,
        "labels" => labels: optional,
        "mood" => mood: optional,
    }
}

/// The property `mood` of [`NewPet`], `#/components/schemas/NewPet/properties/mood`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NewPetMood {
    /// The value `calm`.
    Calm,
    /// The value `lively`.
    Lively,
}

wire_enum! {
    NewPetMood {
        "calm" => Calm,
        "lively" => Lively,
    }
}

/// The response body of the operation `listPets` for status 200, `#/paths/~1pets/get/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListPetsResponse {
    pub pets: Vec<Pet>,
}

wire_struct! {
    ListPetsResponse {
        "pets" => pets: required,
    }
}

// ==== src/types/bytes_operations.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Types that only operations of the tag `bytes` send or receive.

use crate::runtime::wire::wire_struct;

/// The response body of the operation `getBytes` for status 200, `#/paths/~1bytes/get/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetBytesResponse {
    pub first: Option<bytes::Bytes>,
}

wire_struct! {
    GetBytesResponse {
        "first" => first: optional,
    }
}

// ==== src/types/other_types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Types that no operation sends or receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{wire_enum, wire_struct};

use super::*;

/// Only a webhook brings it.
///
/// `#/components/schemas/Adoption`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Adoption {
    pub by: Option<Person>,
    pub home: Option<NewHome>,
}

wire_struct! {
    Adoption {
        "by" => by: optional,
        "home" => home: optional,
    }
}

/// `#/components/schemas/NewHome`
pub type NewHome = BTreeMap<String, String>;

/// Nothing mentions it.
///
/// `#/components/schemas/Unmentioned`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unmentioned {
    /// The value `a`.
    A,
    /// The value `b`.
    B,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Unmentioned {
        "a" => A,
        "b" => B,
    } else Unknown
}
