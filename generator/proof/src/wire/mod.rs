//! What a generated crate gets as a file, compiled here only to be tested.

#[allow(
    clippy::single_component_path_imports,
    reason = "the file takes it from its parent, as in a generated crate"
)]
use serde_json;

mod support;
mod tests;
