//! What every operation shares: the client, requests and responses, errors, and JSON on the wire.

mod call;
mod client;
mod credentials;
mod error;
mod exchange;
mod oauth2;
pub(crate) mod parameter;
pub(crate) mod path;
mod redirect;
mod request;
mod reqwest_transport;
mod response;
mod transport;
pub(crate) mod wire;

pub use call::{Call, Operation, Sending};
pub use client::{Client, ClientBuilder};
pub use credentials::{
    CredentialContext, CredentialError, CredentialProvider, Secret, SecretSource,
};
pub use error::{BodyError, BodyProblem, Error, Failure, InputError};
pub use oauth2::{ClientCredentials, RefreshToken, TokenError};
pub use request::Request;
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use transport::{Body, BoxFuture, Chunks, Transport, TransportError, TransportErrorKind};

pub(crate) use credentials::{ApiKeyPlace, Credential};
