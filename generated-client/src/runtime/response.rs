// @generated as a copy of the generator's runtime; changes by hand are lost.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

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
}

impl Response {
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
