//! The generator from outside: documents in, files and findings out.
//!
//! - `tests/positive/NAME.yaml` is a small document, `NAME.rs` the files that its first line asks to show. A second line
//!   `# tag-features: always` asks for Cargo features of its tags.
//! - `tests/configured/NAME.yaml` is one for which the module `configured` chooses something, `NAME.overlay` an overlay for it.
//! - `tests/negative/NAME.yaml` is a document with something that is not supported, `NAME.txt` what is said about it.
//!
//! `UPDATE_GOLDEN=1 cargo test -p generator --test suite` rewrites what is expected; the diff is for review.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod callers;
mod changes;
mod choices;
mod comparisons;
mod compile;
mod configured;
mod corpus;
mod crates;
mod documentation;
mod fixture;
mod golden;
mod items;
mod limits_and_credentials;
mod mutations;
mod pagination;
mod random;
mod references;
