// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::io::{self, Read};

use bytes::{Buf, Bytes};

use crate::runtime::blocking::block_on;
use crate::runtime::body::Body;

/// A body that is read by a thread that waits for it; see [`Body::into_reader`].
#[derive(Debug)]
pub struct BodyReader {
    body: Body,
    /// What came and was not read yet.
    chunk: Bytes,
}

impl Body {
    /// A reader of the body, for programs that wait: `std::io::copy(&mut body.into_reader(), &mut file)` saves a
    /// download as it comes.
    #[must_use]
    pub fn into_reader(self) -> BodyReader {
        BodyReader {
            body: self,
            chunk: Bytes::new(),
        }
    }
}

impl Read for BodyReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() {
            let next = block_on(self.body.next());
            match next.and_then(|next| next).map_err(io::Error::other)? {
                Some(chunk) => self.chunk = chunk,
                None => return Ok(0),
            }
        }
        let read = self.chunk.as_ref().read(buffer)?;
        self.chunk.advance(read);
        Ok(read)
    }
}
