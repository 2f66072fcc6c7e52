// ==== src/operations/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.

mod a_b;
mod aux_operations;
mod bytes_operations;
mod client;
mod core_operations;
mod crate_;
mod default;
mod gr_e;
mod http_operations;
mod lib;
mod mod_operations;
mod operations_operations;
mod runtime_operations;
mod self_;
mod serde_json_operations;
mod serde_operations;
mod std_operations;
mod two_words;
mod type_operations;
mod types_operations;
mod up;
mod url_operations;
mod value;

pub use a_b::*;
pub use aux_operations::*;
pub use bytes_operations::*;
pub use client::*;
pub use core_operations::*;
pub use crate_::*;
pub use default::*;
pub use gr_e::*;
pub use http_operations::*;
pub use lib::*;
pub use mod_operations::*;
pub use operations_operations::*;
pub use runtime_operations::*;
pub use self_::*;
pub use serde_json_operations::*;
pub use serde_operations::*;
pub use std_operations::*;
pub use two_words::*;
pub use type_operations::*;
pub use types_operations::*;
pub use up::*;
pub use url_operations::*;
pub use value::*;
