use std::error::Error as StdError;
use std::fmt;

use crate::runtime::error::BodyProblem;
use crate::runtime::transport::{TransportError, TransportErrorKind};

/// Why a stream gives no item.
///
/// After [`StreamError::Body`] it goes on with the next item; every other error is its end.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// An item is not what the document promises.
    Body {
        /// What is wrong with it.
        problem: BodyProblem,
        /// The name on the `event:` line, where the item is an event that has one.
        event: Option<String>,
        /// The item as it came.
        data: String,
    },
    /// An item is larger than the client accepts.
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The time for the exchange was up.
    Timeout,
    /// The exchange broke off.
    Transport(TransportError),
}

impl From<TransportError> for StreamError {
    fn from(error: TransportError) -> Self {
        match error.kind() {
            TransportErrorKind::Timeout => Self::Timeout,
            _ => Self::Transport(error),
        }
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body { problem, .. } => match problem {
                BodyProblem::Empty => f.write_str("an item of the stream is empty"),
                BodyProblem::NotText | BodyProblem::UnexpectedMediaType { .. } => {
                    f.write_str("an item of the stream is not UTF-8 text")
                }
                BodyProblem::NotJson { message } => {
                    write!(f, "an item of the stream is not JSON: {message}")
                }
                BodyProblem::Mismatch { path, message } => write!(
                    f,
                    "an item of the stream is not what the API's document promises at {path}: {message}"
                ),
            },
            Self::TooLarge { limit } => write!(
                f,
                "an item of the stream has more than {limit} bytes; the client's limit can be raised"
            ),
            Self::Timeout => f.write_str("the stream did not end within the client's time"),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

// Its message holds the innermost cause already, as that of a transport's error does.
impl StdError for StreamError {}
