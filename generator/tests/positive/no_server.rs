// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder, InputError};

impl Client {
    /// A client of the API at `base_url`, with default settings.
    ///
    /// # Errors
    ///
    /// [`InputError`] for a base URL that cannot be used.
    pub fn new(base_url: impl Into<String>) -> Result<Self, InputError> {
        Self::builder().base_url(base_url).build()
    }

    /// Settings of a client, which has to be told its base URL.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new("")
    }
}

// ==== src/lib.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! A client of the Fixture, version 1.
//!
//! # Quick start
//!
//! ```no_run
//! use fixture_no_server::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new("https://api.example.com")?;
//! let reply = client
//!     .get_things()
//!     .send()
//!     .await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! ```
//!
//! The methods of [`Client`] prepare a [`Call`]; [`Call::send`] gives the body of the answer,
//! [`Call::send_with_metadata`] gives it with status and headers. What can go wrong is an [`Error`].

#![allow(
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
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

pub use runtime::{
    Body, BodyError, BodyProblem, BoxFuture, Call, Chunks, Client, ClientBuilder, Error, Failure,
    InputError, Operation, Request, ReqwestTransport, Response, Sending, Transport, TransportError,
    TransportErrorKind,
};
// Their types are part of this crate's.
pub use {bytes, http, serde_json, url};
