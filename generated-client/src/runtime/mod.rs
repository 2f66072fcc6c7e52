// @generated as a copy of the generator's runtime; changes by hand are lost.

//! What every operation shares: the client, requests and responses, errors, and JSON on the wire.

#[cfg(target_arch = "wasm32")]
mod beside;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
mod body;
#[cfg(feature = "blocking")]
mod body_reader;
mod body_source;
mod call;
mod client;
mod clock;
mod content;
mod credentials;
mod error;
mod exchange;
mod header;
mod media_type;
mod mode;
mod operation;
pub(crate) mod parameter;
mod redirect;
mod request;
mod reqwest_transport;
mod response;
mod retry;
pub(crate) mod tables;
mod trace;
mod transport;
mod tries;
pub(crate) mod wire;

pub use body::{Body, Chunks};
#[cfg(feature = "blocking")]
pub use body_reader::BodyReader;
pub use call::{AnyRequest, Call, Sending};
pub use client::{Client, ClientBuilder};
pub use credentials::{
    CredentialContext, CredentialError, CredentialProvider, Secret, SecretSource,
};
pub use error::{BodyError, BodyProblem, Error, Failure, InputError};
pub use header::{Header, InvalidHeader};
pub use mode::Async;
#[cfg(feature = "blocking")]
pub use mode::Blocking;
pub use operation::Operation;
pub use request::Request;
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use retry::RetryPolicy;
pub use transport::{BoxFuture, Transport, TransportError, TransportErrorKind};
pub use wire::IntoNullable;

pub(crate) use content::{Content, IntoContent};
pub(crate) use credentials::{ApiKeyPlace, Credential, SecurityRequirements};
pub(crate) use operation::{Answer, Format, Read, Route, Row, Rows, Status, Table};
pub(crate) use parameter::{Parameter, PropertyEncoding, Style};
pub(crate) use retry::IdempotencyKey;
