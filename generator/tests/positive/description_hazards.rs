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

pub use client::BASE_URL;
pub use runtime::{
    Body, BodyError, BodyProblem, BoxFuture, Call, Chunks, Client, ClientBuilder, Error, Failure,
    InputError, Operation, Request, ReqwestTransport, Response, Sending, Transport, TransportError,
    TransportErrorKind,
};
// Their types are part of this crate's.
pub use {bytes, http, serde_json, url};

// ==== src/operations/evil.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `../../evil`.

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
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
    ///
    /// - `id`:
    pub fn get_thing(&self, id: &str) -> Call<GetThing> {
        self.call(Method::GET, "/things/{id}").path("id", id)
    }
}

/// The operation of [`Client::get_thing`].
pub enum GetThing {}

impl Operation for GetThing {
    type Output = types::Thing;
    type Error = GetThingError;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            404 => Err(response.failed(GetThingError::NotFound)),
            _ => response.undocumented(),
        }
    }
}

/// The documented errors of [`Client::get_thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingError {
    /// 404 Not Found.
    NotFound,
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
