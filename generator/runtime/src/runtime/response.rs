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

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn response(status: u16, body: &'static str) -> Response {
        Response::new(
            StatusCode::from_u16(status).unwrap(),
            HeaderMap::new(),
            Bytes::from_static(body.as_bytes()),
        )
    }

    fn problem(body: &'static str) -> BodyProblem {
        match response(200, body).json::<i64, Infallible>() {
            Err(Error::Body(error)) => {
                assert_eq!(error.response.body, body.as_bytes());
                error.problem
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn json_of_the_documented_type_is_the_body() {
        let read = response(200, " 7 ").json::<i64, Infallible>().unwrap();
        assert_eq!((read.status, read.body), (StatusCode::OK, 7));
    }

    #[test]
    fn a_body_of_nothing_or_of_white_space_is_empty() {
        assert_eq!(problem(""), BodyProblem::Empty);
        assert_eq!(problem(" \r\n"), BodyProblem::Empty);
    }

    #[test]
    fn text_that_begins_like_json_is_still_not_json() {
        for body in ["<html>", "503 Service Unavailable", "true story", "\"cut"] {
            assert!(
                matches!(problem(body), BodyProblem::NotJson { .. }),
                "{body}"
            );
        }
    }

    #[test]
    fn json_of_another_type_is_a_mismatch() {
        assert!(matches!(
            problem("\"seven\""),
            BodyProblem::Mismatch { path, .. } if path == "$"
        ));
    }

    #[test]
    fn a_documented_error_keeps_its_typed_body_and_its_bytes() {
        let Err(Error::Api(failure)) = response(404, "\"gone\"").failure::<_, (), String>(|s| s)
        else {
            panic!("not a failure");
        };
        assert_eq!(failure.error, "gone");
        assert_eq!(failure.response.body, "\"gone\"");
        assert_eq!(
            Error::Api(failure).to_string(),
            "the server answered 404 Not Found: \"gone\""
        );
    }

    #[test]
    fn an_excerpt_is_one_line_and_ends_on_a_whole_character() {
        let long: &'static str = Box::leak("ü ".repeat(400).into_boxed_str());
        let excerpt = response(500, long).excerpt();
        assert!(excerpt.ends_with('…') && excerpt.chars().count() == 301);
        assert_eq!(response(500, "a\n\n  b\u{1b}[2J").excerpt(), "a b[2J");
    }
}
