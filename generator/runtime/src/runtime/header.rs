use std::error::Error as StdError;
use std::fmt;
use std::marker::PhantomData;

use http::HeaderMap;

use crate::runtime::parameter::read_header;
use crate::runtime::response::Response;
use crate::runtime::wire::Wire;

/// A header of answers that the document describes, and the type of its value.
pub struct Header<T> {
    name: &'static str,
    read: fn(&str) -> Result<T, String>,
    value: PhantomData<fn() -> T>,
}

impl<T> Header<T> {
    /// The header of this name.
    pub(crate) const fn new(name: &'static str) -> Self
    where
        T: Wire,
    {
        Self {
            name,
            read: read_header::<T>,
            value: PhantomData,
        }
    }

    /// As the document names it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value among `headers`, where it is there; several of one name are one list (RFC 9110, section 5.3).
    ///
    /// # Errors
    ///
    /// [`InvalidHeader`] for a value that is not of the documented type.
    pub fn get(&self, headers: &HeaderMap) -> Result<Option<T>, InvalidHeader> {
        let invalid = |reason: String| InvalidHeader {
            name: self.name,
            reason,
        };
        let mut texts = Vec::new();
        for value in headers.get_all(self.name) {
            texts.push(value.to_str().map_err(|error| invalid(error.to_string()))?);
        }
        if texts.is_empty() {
            return Ok(None);
        }
        (self.read)(&texts.join(", ")).map(Some).map_err(invalid)
    }
}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Header").field(&self.name).finish()
    }
}

impl<B> Response<B> {
    /// The value of a documented header, where the answer has it.
    ///
    /// # Errors
    ///
    /// [`InvalidHeader`] for a value that is not of the documented type.
    pub fn header<T>(&self, header: &Header<T>) -> Result<Option<T>, InvalidHeader> {
        header.get(&self.headers)
    }
}

/// A header whose value is not what the document promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidHeader {
    name: &'static str,
    reason: String,
}

impl fmt::Display for InvalidHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the header `{}` is not what the API's document promises: {}",
            self.name, self.reason
        )
    }
}

impl StdError for InvalidHeader {}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn a_header_is_read_as_its_type_and_several_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append("x-left", HeaderValue::from_static("7"));
        headers.append("x-tag", HeaderValue::from_static("a"));
        headers.append("x-tag", HeaderValue::from_static("b"));
        assert_eq!(Header::<i64>::new("X-Left").get(&headers), Ok(Some(7)));
        assert_eq!(Header::<i64>::new("X-Other").get(&headers), Ok(None));
        assert!(Header::<bool>::new("x-left").get(&headers).is_err());
        let tags = Header::<Vec<String>>::new("x-tag").get(&headers);
        assert_eq!(tags, Ok(Some(vec!["a".to_owned(), "b".to_owned()])));
    }
}
