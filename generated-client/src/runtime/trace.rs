// @generated as a copy of the generator's runtime; changes by hand are lost.

//! What the subscriber of a program hears of calls. Nothing that could be a secret is told: no header, no query, no body,
//! and of paths only the template.

#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod spans;

#[cfg(not(feature = "tracing"))]
pub(crate) use silent::*;
#[cfg(feature = "tracing")]
pub(crate) use spans::*;
