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
mod file;
mod form;
mod header;
pub(crate) mod idempotency;
mod media_type;
mod mode;
mod multipart;
mod oauth2;
mod operation;
mod pages;
pub(crate) mod parameter;
mod redirect;
mod request;
mod reqwest_transport;
mod response;
mod retry;
mod stream;
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
pub use file::File;
pub use header::{Header, InvalidHeader};
pub use mode::Async;
#[cfg(feature = "blocking")]
pub use mode::Blocking;
pub use oauth2::{ClientCredentials, RefreshToken, TokenError};
pub use operation::Operation;
pub use pages::{PageItems, Pages, Paginated};
pub use request::Request;
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use retry::RetryPolicy;
pub use stream::*;
pub use transport::{BoxFuture, Transport, TransportError, TransportErrorKind};
pub use wire::IntoNullable;

pub(crate) use content::{Content, IntoContent};
pub(crate) use credentials::{ApiKeyPlace, Credential, SecurityRequirements};
pub(crate) use operation::{Answer, Format, Read, Route, Row, Rows, Status, Table};
pub(crate) use pages::{PageTable, Step, value};
pub(crate) use parameter::{Parameter, PropertyEncoding, Style};
pub(crate) use retry::IdempotencyKey;
