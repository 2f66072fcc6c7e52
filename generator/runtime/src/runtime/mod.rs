//! What every operation shares: the client, requests and responses, errors, and JSON on the wire.

mod call;
mod client;
mod credentials;
mod error;
mod exchange;
mod idempotency;
pub(crate) mod parameter;
pub(crate) mod path;
mod redirect;
mod request;
mod reqwest_transport;
mod response;
mod retry;
mod transport;
mod tries;
pub(crate) mod wire;

pub use call::{Call, Operation, Sending};
pub use client::{Client, ClientBuilder};
pub use error::{BodyError, BodyProblem, Error, Failure, InputError};
pub use request::Request;
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use retry::RetryPolicy;
pub use transport::{Body, BoxFuture, Chunks, Transport, TransportError, TransportErrorKind};

pub(crate) use credentials::Credential;
