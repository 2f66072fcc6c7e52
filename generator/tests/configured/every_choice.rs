// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/PetDto`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    pub kind: Option<String>,
    pub born: Option<chrono::NaiveDate>,
    pub size: Option<Size>,
    pub price: Option<Money>,
    pub page: Option<Link>,
}

wire_struct! {
    Pet {
        "type" => kind: optional,
        "born" => born: optional,
        "size" => size: optional,
        "price" => price: optional,
        "page" => page: optional,
    }
}

/// `#/components/schemas/Size`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Size {
    pub height: Option<i64>,
}

wire_struct! {
    Size {
        "height" => height: optional,
    }
}

/// `#/components/schemas/Money`
pub type Money = my_types::Money;

/// `#/components/schemas/Link`
pub type Link = url::Url;

crate::runtime::wire::wire_foreign!(my_types::Money);
crate::runtime::wire::wire_foreign!(url::Url);

// ==== src/operations/pets.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `pets`.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<ListPets, M> {
        self.call()
    }
}

operation! {
    ListPets for list_pets: GET "/pets" => Vec<types::Pet>, Infallible;
    [Code(200) json];
}

// ==== Cargo.toml ====
# @generated are the package's name, edition, Rust version and description, features and dependencies; the rest is yours.

[package]
name = "fixture-every_choice"
version = "0.1.0"
edition = "2024"
rust-version = "1.89"
description = "Client of the Fixture"

[features]
default = ["rustls"]
# TLS by rustls, with the certificates of the operating system.
rustls = ["reqwest/rustls"]
# TLS by the library of the operating system.
native-tls = ["reqwest/native-tls"]
# Calls that wait for their answer on the thread that makes them.
blocking = ["tokio/rt-multi-thread"]
# A span for each call, for the subscriber of the program.
tracing = ["dep:tracing"]

[dependencies]
backon = { version = "1.6", default-features = false, features = ["std"] }
bytes = "1.12"
chrono = { version = "0.4.45", default-features = false, features = ["std"] }
futures-core = { version = "0.3.34", default-features = false }
http = "1.5"
http-body = "1.1"
httpdate = "1.0"
my-types = { path = "../my-types" }
percent-encoding = "2.3"
reqwest = { version = "0.13.5", default-features = false }
serde = "1.0.229"
serde_json = { version = "1.0.154", features = ["float_roundtrip", "preserve_order"] }
tokio = { version = "1.54", default-features = false, features = ["rt", "sync", "time"] }
tracing = { version = "0.1.44", default-features = false, optional = true }
url = { version = "2.5", features = ["serde"] }

[target.'cfg(target_arch = "wasm32")'.dependencies]
fastrand = { version = "2.5", default-features = false, features = ["js"] }
gloo-timers = { version = "0.4", features = ["futures"] }
wasm-bindgen-futures = "0.4"
web-time = "1.1"
