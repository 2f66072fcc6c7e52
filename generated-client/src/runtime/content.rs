// @generated as a copy of the generator's runtime; changes by hand are lost.

//! Bodies of requests: values in the format that the document names.

use http::HeaderValue;

use crate::runtime::body::Body;
use crate::runtime::call::Call;
use crate::runtime::error::InputError;
use crate::runtime::wire::{self, Wire};

/// A body and what its `Content-Type` header says.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) media_type: HeaderValue,
    pub(crate) body: Body,
}

impl Content {
    /// The same content once more; `None` where it is a stream.
    pub(crate) fn try_clone(&self) -> Option<Self> {
        Some(Self {
            media_type: self.media_type.clone(),
            body: self.body.try_clone()?,
        })
    }

    pub(crate) fn new(media_type: &str, body: Body) -> Result<Self, InputError> {
        let media_type =
            HeaderValue::try_from(media_type).map_err(|_| InputError::InvalidHeader {
                name: "Content-Type".to_owned(),
            })?;
        Ok(Self { media_type, body })
    }

    /// JSON, under this name.
    pub(crate) fn json<T: Wire>(media_type: &str, value: &T) -> Result<Self, InputError> {
        let bytes = wire::to_vec(value).map_err(|error| InputError::InvalidBody {
            reason: error.to_string(),
        })?;
        Self::new(media_type, bytes.into())
    }

    /// Text or bytes, as they are.
    pub(crate) fn raw(media_type: &str, body: impl Into<Body>) -> Result<Self, InputError> {
        Self::new(media_type, body.into())
    }
}

/// A body that can be sent in several formats.
pub(crate) trait IntoContent {
    fn into_content(self) -> Result<Content, InputError>;
}

/// How operations give their bodies.
impl<O, M> Call<O, M> {
    pub(crate) fn with_json<T: Wire>(self, body: T) -> Self {
        self.with_json_as("application/json", body)
    }

    pub(crate) fn with_json_as<T: Wire>(self, media_type: &'static str, body: T) -> Self {
        self.with_prepared(Content::json(media_type, &body))
    }

    pub(crate) fn with_raw(self, media_type: &str, body: impl Into<Body>) -> Self {
        self.with_prepared(Content::raw(media_type, body))
    }

    pub(crate) fn with_content(self, body: impl IntoContent) -> Self {
        self.with_prepared(body.into_content())
    }
}
