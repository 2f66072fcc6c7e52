// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Event {
    pub at: chrono::DateTime<chrono::Utc>,
    pub day: Option<chrono::NaiveDate>,
    pub id: Option<uuid::Uuid>,
    pub seal: Option<bytes::Bytes>,
}

wire_struct! {
    Event {
        "at" => at: required,
        "day" => day: optional,
        "id" => id: optional,
        "seal" => seal: optional,
    }
}

// ==== Cargo.toml ====
# @generated are the package's name, edition, Rust version and description, features and dependencies; the rest is yours.

[package]
name = "fixture-formats_of_chrono"
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
base64 = { version = "0.23", default-features = false, features = ["std"] }
bytes = "1.12"
chrono = { version = "0.4.45", default-features = false, features = ["std"] }
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
uuid = { version = "1.29", default-features = false, features = ["js", "std", "v4"] }

[target.'cfg(target_arch = "wasm32")'.dependencies]
fastrand = { version = "2.5", default-features = false, features = ["js"] }
gloo-timers = { version = "0.4", features = ["futures"] }
wasm-bindgen-futures = "0.4"
web-time = "1.1"
