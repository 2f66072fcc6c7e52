//! What every operation shares: the client, requests and responses, errors, and JSON on the wire.

mod body;
mod body_source;
mod call;
mod client;
mod credentials;
mod error;
mod exchange;
mod file;
pub(crate) mod multipart;
pub(crate) mod parameter;
pub(crate) mod path;
mod redirect;
mod request;
mod reqwest_transport;
mod response;
mod transport;
pub(crate) mod wire;

pub use body::{Body, Chunks};
pub use call::{Call, Operation, Sending};
pub use client::{Client, ClientBuilder};
pub use error::{BodyError, BodyProblem, Error, Failure, InputError};
pub use file::File;
pub use request::Request;
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

pub(crate) use credentials::Credential;
