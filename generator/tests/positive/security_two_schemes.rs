// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder, Credential, InputError, SecretSource, SecurityRequirements};

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["userToken"], &["build"], &[]];

impl<M> Client<M> {
    /// A client of the API at `base_url`, with default settings.
    ///
    /// # Errors
    ///
    /// [`InputError`] for a base URL that cannot be used.
    pub fn new(base_url: impl Into<String>) -> Result<Self, InputError> {
        Self::builder().base_url(base_url).build()
    }

    /// Settings of a client, which has to be told its base URL.
    pub fn builder() -> ClientBuilder<M> {
        ClientBuilder::new("")
    }

    /// A request that the document does not know, at a path below the base URL, with the same credentials and
    /// errors. Its answer is a success with any status of 2XX.
    pub fn request(
        &self,
        method: Method,
        path: impl Into<String>,
    ) -> Call<AnyRequest, M> {
        self.any_request(method, path.into(), ANY_CREDENTIAL)
    }
}

impl<M> ClientBuilder<M> {
    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/userToken`.
    pub fn user_token(self, token: impl Into<SecretSource>) -> Self {
        self.credential("userToken", Credential::bearer(token))
    }

    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/build`.
    pub fn set_build(self, token: impl Into<SecretSource>) -> Self {
        self.credential("build", Credential::bearer(token))
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => (), Infallible;
    [Code(204)];
    security [["userToken"], ["build"]];
}

// ==== src/lib.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! A client of the Fixture, version 1.
//!
//! # Quick start
//!
//! ```no_run
//! use fixture_security_two_schemes::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .base_url("https://api.example.com")
//!     .user_token("token")
//!     .build()?;
//! let reply = client
//!     .get_things()
//!     .send()
//!     .await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! ```
//!
//! The methods of [`Client`](generic::Client) prepare a [`Call`]; [`Call::send`] gives the body of the answer,
//! [`Call::send_with_metadata`] gives it with status and headers. What can go wrong is an [`Error`].

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
