// @generated as a copy of the generator's runtime; changes by hand are lost.

/// Calls are futures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Async {}

/// Calls wait for their answer, on the thread that makes them.
#[cfg(feature = "blocking")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocking {}
