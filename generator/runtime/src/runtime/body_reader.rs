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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gives_what_the_body_gives() {
        let body = Body::chain([
            Body::from("ab"),
            Body::default(),
            Body::from_reader(&b"cde"[..]),
        ]);
        let mut reader = body.into_reader();
        let mut buffer = [0; 3];
        assert_eq!(reader.read(&mut buffer).unwrap(), 2);
        assert_eq!(&buffer[..2], b"ab");
        let mut rest = String::new();
        reader.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "cde");
        assert_eq!(reader.read(&mut buffer).unwrap(), 0);
    }

    #[test]
    fn an_error_of_the_body_is_one_of_the_reader() {
        let mut reader = Body::from_reader(&b"ab"[..]).with_length(3).into_reader();
        let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("1 bytes before"), "{error}");
    }
}
