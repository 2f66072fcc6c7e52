// ==== src/operations/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.

mod a_b;
mod aux_operations;
mod bytes;
mod client;
mod core;
mod crate_;
mod default;
mod gr_e;
mod http;
mod lib;
mod mod_operations;
mod operations;
mod runtime;
mod self_;
mod serde;
mod serde_json;
mod std;
mod two_words;
mod type_operations;
mod types;
mod up;
mod url;
mod value;

pub use a_b::*;
pub use aux_operations::*;
pub use bytes::*;
pub use client::*;
pub use core::*;
pub use crate_::*;
pub use default::*;
pub use gr_e::*;
pub use http::*;
pub use lib::*;
pub use mod_operations::*;
pub use operations::*;
pub use runtime::*;
pub use self_::*;
pub use serde::*;
pub use serde_json::*;
pub use std::*;
pub use two_words::*;
pub use type_operations::*;
pub use types::*;
pub use up::*;
pub use url::*;
pub use value::*;
