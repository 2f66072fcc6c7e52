// @generated as a copy of the generator's runtime; changes by hand are lost.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::error::{BodyError, BodyProblem, Error, Failure};
use crate::runtime::wire::{self, Wire};

/// An HTTP response whose body is `B`: bytes as they came, or a value read from them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Response<B = Bytes> {
    /// The status code.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: B,
}

impl<B> Response<B> {
    /// A response of these parts, as a transport returns it.
    pub fn new(status: StatusCode, headers: HeaderMap, body: B) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// The same status and headers around another body.
    pub(crate) fn with_body<C>(self, body: C) -> Response<C> {
        Response::new(self.status, self.headers, body)
    }
}

/// How operations read what came, by the status that the document describes.
impl Response {
    /// A success whose body is JSON.
    pub(crate) fn json<T: Wire, E>(self) -> Result<Response<T>, Error<E>> {
        match self.decode() {
            Ok(value) => Ok(self.with_body(value)),
            Err(problem) => Err(Error::body(problem, self)),
        }
    }

    /// A success without a body; bytes that came all the same are dropped.
    pub(crate) fn no_content<E>(self) -> Result<Response<()>, Error<E>> {
        Ok(self.with_body(()))
    }

    /// A documented error whose body is JSON; `error` is the variant of its status.
    pub(crate) fn failure<T: Wire, O, E>(self, error: fn(T) -> E) -> Result<O, Error<E>> {
        match self.decode() {
            Ok(value) => Err(self.failed(error(value))),
            Err(problem) => Err(Error::body(problem, self)),
        }
    }

    /// A documented error without a body.
    pub(crate) fn failed<E>(self, error: E) -> Error<E> {
        Error::Api(Box::new(Failure {
            error,
            response: self,
        }))
    }

    /// A status that the document does not describe for this operation.
    pub(crate) fn undocumented<O, E>(self) -> Result<O, Error<E>> {
        Err(Error::UndocumentedStatus(Box::new(self)))
    }

    fn decode<T: Wire>(&self) -> Result<T, BodyProblem> {
        if self.body.trim_ascii().is_empty() {
            return Err(BodyProblem::Empty);
        }
        wire::from_slice(&self.body)
    }

    /// The start of the body on one line, for messages.
    pub(crate) fn excerpt(&self) -> String {
        const MOST: usize = 300;
        let text = String::from_utf8_lossy(&self.body);
        let words: Vec<&str> = text.split_whitespace().collect();
        // Other control characters could steer the terminal that shows them.
        let line = words.join(" ").replace(char::is_control, "");
        match line.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
            None => line,
        }
    }
}

impl<E> Error<E> {
    fn body(problem: BodyProblem, response: Response) -> Self {
        Self::Body(Box::new(BodyError { problem, response }))
    }
}
