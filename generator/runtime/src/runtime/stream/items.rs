use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::StreamError;
use crate::runtime::blocking::block_on;

/// The items of a stream, each waited for on the thread that asks for it.
pub struct Items<S>(Option<S>);

impl<T, S: Stream<Item = Result<T, StreamError>> + Unpin> Iterator for Items<S> {
    type Item = Result<T, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        let stream = self.0.as_mut()?;
        match block_on(poll_fn(|context| Pin::new(&mut *stream).poll_next(context))) {
            Ok(item) => item,
            Err(error) => {
                // It would be the same error for ever.
                self.0 = None;
                Some(Err(error.into()))
            }
        }
    }
}

impl<S> Items<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(Some(stream))
    }
}

impl<S: fmt::Debug> fmt::Debug for Items<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.0).finish()
    }
}
