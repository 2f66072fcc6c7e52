//! The hand-written support code of every generated client, compiled and tested here.
//!
//! The files of [`runtime`] are copied into each generated crate, so that it stands alone. They refer to each other
//! as `crate::runtime::…`, which is the same path here and there, and their tests stay behind.
//!
//! They compile for browsers too (`wasm32-unknown-unknown`), where the browser sends and `rustls` has nothing to do.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

// What generated code calls is visible inside the crate only, and here no generated code stands beside it.
#[allow(dead_code, unused_imports, unused_macros)]
pub mod runtime;

#[cfg(test)]
mod end_to_end;
#[cfg(test)]
mod flaky;
#[cfg(test)]
mod lists;
#[cfg(all(test, target_os = "linux"))]
mod memory;
#[cfg(test)]
mod renewal;
#[cfg(test)]
mod retries;
#[cfg(all(test, feature = "tracing"))]
mod traces;
