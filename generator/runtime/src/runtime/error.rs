use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::runtime::credentials::CredentialError;
use crate::runtime::operation::Answer;
use crate::runtime::response::Response;
use crate::runtime::transport::TransportError;

/// Why a call gave no result. `E` is what the document says of the errors of its operation.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The server answered with an error that the document describes.
    Api(Box<Failure<E>>),
    /// The server answered with a status that the document does not describe.
    UndocumentedStatus(Box<Response>),
    /// The body of the answer is not what the document promises for its status.
    Body(Box<BodyError>),
    /// The body of the answer is larger than the client accepts; the rest was not read.
    BodyTooLarge {
        /// The limit, in bytes.
        limit: u64,
        /// Status and headers of the answer.
        response: Box<Response<()>>,
    },
    /// The exchange took longer than the client allows.
    Timeout {
        /// The time that the whole exchange was allowed.
        limit: Duration,
    },
    /// No answer could be had.
    Transport(TransportError),
    /// A credential could not be had; the request was not sent.
    Credential(CredentialError),
    /// An argument or a setting cannot be sent; nothing was sent.
    Input(InputError),
    /// A page of a list leads to no page that can follow it.
    NextPage {
        /// Where it leads.
        reason: &'static str,
    },
}

/// An error that the document describes, as it came.
#[derive(Debug)]
#[non_exhaustive]
pub struct Failure<E> {
    /// The body, typed by status.
    pub error: E,
    /// Status, headers and the bytes of the body.
    pub response: Response,
}

/// A body that is not what the document promises.
#[derive(Debug)]
#[non_exhaustive]
pub struct BodyError {
    /// What is wrong with it.
    pub problem: BodyProblem,
    /// Status, headers and the bytes of the body.
    pub response: Response,
}

/// What is wrong with a body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyProblem {
    /// There is none.
    Empty,
    /// It is of another media type than those that the document names for its status.
    UnexpectedMediaType {
        /// What the `Content-Type` header says.
        content_type: String,
    },
    /// It is not UTF-8 text.
    NotText,
    /// It is not JSON.
    NotJson {
        /// What the parser says.
        message: String,
    },
    /// It is JSON, but not of the documented type.
    Mismatch {
        /// Where in the body, such as `$.files[2].name`.
        path: String,
        /// What is wrong there.
        message: String,
    },
}

/// An argument or a setting that cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// A path parameter is empty, so that the URL would name something else.
    EmptyPathParameter {
        /// The parameter, as the document names it.
        name: String,
    },
    /// A path parameter makes its segment `.` or `..`, which URLs cannot carry (RFC 3986, section 5.2.4).
    DotSegment {
        /// The parameter, as the document names it.
        name: String,
    },
    /// A parameter has a value that its place or its style cannot carry.
    InvalidParameter {
        /// The parameter, as the document names it.
        name: String,
        /// Why.
        reason: String,
    },
    /// An argument cannot be written.
    InvalidArgument {
        /// Why.
        reason: String,
    },
    /// The operation asks for a credential that the client was not given.
    MissingCredential {
        /// The security schemes that would do, as the document names them: `` `A`, or `B` and `C` ``.
        schemes: String,
    },
    /// A credential is empty or has characters that cannot be sent where it goes.
    InvalidCredential {
        /// The security scheme, as the document names it.
        scheme: &'static str,
    },
    /// Two credentials that the operation asks for together want the same place in the request.
    ConflictingCredentials {
        /// A security scheme, as the document names it.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A header name or value cannot stand in a request.
    InvalidHeader {
        /// The name that was given.
        name: String,
    },
    /// The base URL cannot be used.
    InvalidBaseUrl {
        /// Why.
        reason: String,
    },
    /// The body cannot be written in its media type.
    InvalidBody {
        /// Why.
        reason: String,
    },
    /// A part of a multipart body cannot be written.
    InvalidPart {
        /// The property whose part it is, as the document names it.
        name: String,
        /// Why.
        reason: String,
    },
}

impl<E> Error<E> {
    /// The status of the answer, where one came.
    #[must_use]
    pub fn status(&self) -> Option<http::StatusCode> {
        match self {
            Self::Api(failure) => Some(failure.response.status),
            Self::UndocumentedStatus(response) => Some(response.status),
            Self::Body(error) => Some(error.response.status),
            Self::BodyTooLarge { response, .. } => Some(response.status),
            Self::Timeout { .. }
            | Self::Transport(_)
            | Self::Credential(_)
            | Self::Input(_)
            | Self::NextPage { .. } => None,
        }
    }
}

impl<E> Error<E> {
    /// A body that is not what the document promises.
    pub(crate) fn body(problem: BodyProblem, response: Response) -> Self {
        Self::Body(Box::new(BodyError { problem, response }))
    }

    /// A documented answer whose body cannot be read as it is documented.
    pub(crate) fn unreadable(problem: BodyProblem, answer: Answer) -> Self {
        Self::body(problem, answer.into_response())
    }

    /// A documented error.
    pub(crate) fn documented(error: E, answer: Answer) -> Self {
        Self::Api(Box::new(Failure {
            error,
            response: answer.into_response(),
        }))
    }
}

impl Error<Infallible> {
    /// The same error, of an operation that also has documented ones.
    pub(crate) fn widen<E>(self) -> Error<E> {
        match self {
            Self::Api(failure) => match failure.error {},
            Self::UndocumentedStatus(response) => Error::UndocumentedStatus(response),
            Self::Body(error) => Error::Body(error),
            Self::BodyTooLarge { limit, response } => Error::BodyTooLarge { limit, response },
            Self::Timeout { limit } => Error::Timeout { limit },
            Self::Transport(error) => Error::Transport(error),
            Self::Credential(error) => Error::Credential(error),
            Self::Input(error) => Error::Input(error),
            Self::NextPage { reason } => Error::NextPage { reason },
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(failure) => answered(f, &failure.response),
            Self::UndocumentedStatus(response) => {
                answered(f, response)?;
                f.write_str(" (a status that the API's document does not describe)")
            }
            Self::Body(error) => write!(
                f,
                "the server answered {}, but {}",
                error.response.status, error.problem
            ),
            Self::BodyTooLarge { limit, response } => write!(
                f,
                "the server answered {} with a body of more than {limit} bytes; the client's limit can be raised",
                response.status
            ),
            Self::Timeout { limit } => write!(f, "no complete answer within {limit:?}"),
            Self::Transport(error) => error.fmt(f),
            Self::Credential(error) => error.fmt(f),
            Self::Input(error) => error.fmt(f),
            Self::NextPage { reason } => write!(f, "a page of the list {reason}"),
        }
    }
}

fn answered(f: &mut fmt::Formatter<'_>, response: &Response) -> fmt::Result {
    write!(f, "the server answered {}", response.status)?;
    let excerpt = response.excerpt();
    if excerpt.is_empty() {
        return f.write_str(" without a body");
    }
    write!(f, ": {excerpt}")
}

impl fmt::Display for BodyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("without the body that the API's document promises"),
            Self::UnexpectedMediaType { content_type } => write!(
                f,
                "its body is `{}`, which the API's document does not describe",
                content_type.escape_debug()
            ),
            Self::NotText => f.write_str("its body is not UTF-8 text"),
            Self::NotJson { message } => write!(f, "its body is not JSON: {message}"),
            Self::Mismatch { path, message } => write!(
                f,
                "its body is not what the API's document promises at {path}: {message}"
            ),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPathParameter { name } => {
                write!(f, "the path parameter `{name}` must not be empty")
            }
            Self::DotSegment { name } => write!(
                f,
                "the path parameter `{name}` must not make its path segment `.` or `..`"
            ),
            Self::InvalidParameter { name, reason } => {
                write!(f, "the parameter `{name}` cannot be sent: {reason}")
            }
            Self::InvalidArgument { reason } => {
                write!(f, "an argument cannot be written: {reason}")
            }
            Self::MissingCredential { schemes } => write!(
                f,
                "the operation needs a credential for {schemes}, and the client has none"
            ),
            Self::InvalidCredential { scheme } => write!(
                f,
                "the credential for `{scheme}` is empty or has a character that cannot be sent (a line break at its end?)"
            ),
            Self::ConflictingCredentials { first, second } => write!(
                f,
                "the credentials for `{first}` and `{second}` want the same place in the request"
            ),
            Self::InvalidHeader { name } => {
                write!(
                    f,
                    "the name or the value of the header `{}` cannot be sent",
                    name.escape_debug()
                )
            }
            Self::InvalidBaseUrl { reason } => write!(f, "the base URL cannot be used: {reason}"),
            Self::InvalidBody { reason } => {
                write!(f, "the body cannot be written: {reason}")
            }
            Self::InvalidPart { name, reason } => {
                write!(
                    f,
                    "the part `{name}` of the body cannot be written: {reason}"
                )
            }
        }
    }
}

impl<E: fmt::Debug> StdError for Error<E> {}

impl StdError for InputError {}
