// ==== src/lib.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! A client of the A "title" \ with */ and \`\`\`rust fence, version 1 */ `x`.
//!
//! # Heading
//!
//! ```text
//! assert!(false);
//! ```
//!
//! \<details>
//!
//! [`Client`]\: https://example.com/elsewhere
//!
//! ```text
//! no end
//! ```
//!
//! # Quick start
//!
//! ```no_run
//! use fixture_description_hazards::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new();
//! let reply = client
//!     .get_thing("id")
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

// ==== src/operations/evil.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `../../evil`.

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// \`unclosed code and \<b>bold
    ///
    /// Uses types::Thing and BTreeMap\<String, String>.
    ///
    /// ```text
    /// panic!();
    /// ```
    ///
    /// ```text
    /// indented();
    ///
    /// ```
    /// \<script>alert(1)\</script>
    ///
    /// */ /* {} {{ }} " \ \` # ! ]] ${x}
    ///
    /// abc def ghi
    ///
    /// `GET /things/{id}`
    pub fn get_thing(&self, id: &str) -> Call<GetThing, M> {
        self.call().in_path("id", id)
    }
}

operation! {
    GetThing for get_thing: GET "/things/{id}" => types::Thing, GetThingError;
    [Code(200) json];
}

/// The documented errors of [`Client::get_thing`] (`GET /things/{id}`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingError {
    /// 404 Not Found.
    NotFound,
}

answers! {
    GetThingError {
        Code(404) => NotFound,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct};

/// - list
///
/// ```text
///   rm -rf /
/// ```
///
/// ```text
/// let x = 1;
/// ```
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// */ "; panic!(); //
    pub x: String,
    pub quote_brace_back_slash: Option<String>,
    /// {braces} and }}
    pub bidi_end: Option<ThingBidiEnd>,
    /// ```text
    /// Indented by a tab.
    ///
    /// twice
    /// ```
    pub tab: Option<String>,
}

wire_struct! {
    Thing {
        "../x" => x: required,
        "quote\"brace{}`back\\slash\n" => quote_brace_back_slash: optional,
        "bidi\u{202e}end" => bidi_end: optional,
        "tab" => tab: optional,
    }
}

/// {braces} and }}
///
/// `#/components/schemas/Thing/properties/bidiend`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingBidiEnd {
    /// The value `ab`.
    AB,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingBidiEnd {
        "a\u{2066}b" => AB,
    } else Unknown
}
