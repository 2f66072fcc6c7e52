// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, ApiKeyPlace, Call, Client, ClientBuilder, Credential, SecretSource, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["token"], &["key"], &["app"], &[]];

impl<M> Client<M> {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new() -> Self {
        Self::builder().build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder<M> {
        ClientBuilder::new(BASE_URL)
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

impl<M> Default for Client<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M> ClientBuilder<M> {
    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/token`.
    pub fn token(self, token: impl Into<SecretSource>) -> Self {
        self.credential("token", Credential::bearer(token))
    }

    /// Sends this key as a header `X-Key` to operations that ask for `#/components/securitySchemes/key`.
    pub fn key(self, key: impl Into<SecretSource>) -> Self {
        self.credential("key", Credential::api_key(ApiKeyPlace::Header, "X-Key", key))
    }

    /// Sends this key as a header `X-App` to operations that ask for `#/components/securitySchemes/app`.
    pub fn app(self, key: impl Into<SecretSource>) -> Self {
        self.credential("app", Credential::api_key(ApiKeyPlace::Header, "X-App", key))
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /inherited`
    pub fn get_inherited(&self) -> Call<GetInherited, M> {
        self.call()
    }

    /// `GET /own`
    pub fn get_own(&self) -> Call<GetOwn, M> {
        self.call()
    }

    /// `GET /open`
    pub fn get_open(&self) -> Call<GetOpen, M> {
        self.call()
    }

    /// `GET /optional`
    pub fn get_optional(&self) -> Call<GetOptional, M> {
        self.call()
    }
}

operation! {
    GetInherited for get_inherited: GET "/inherited" => (), Infallible;
    [Code(204)];
    security [["token"], ["key", "app"]];
}

operation! {
    GetOwn for get_own: GET "/own" => (), Infallible;
    [Code(204)];
    security [["key"]];
}

operation! {
    GetOpen for get_open: GET "/open" => (), Infallible;
    [Code(204)];
}

operation! {
    GetOptional for get_optional: GET "/optional" => (), Infallible;
    [Code(204)];
    security [[], ["token"]];
}

// ==== src/lib.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! A client of the Fixture, version 1.
//!
//! # Quick start
//!
//! ```no_run
//! use fixture_security_alternatives_and_overrides::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .token("token")
//!     .build()?;
//! let reply = client
//!     .get_inherited()
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
