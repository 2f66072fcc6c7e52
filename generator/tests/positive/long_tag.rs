// ==== src/operations/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.

mod default;
mod tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt;

pub use default::*;
pub use tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt::*;
