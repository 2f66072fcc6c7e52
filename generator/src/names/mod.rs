//! Identifiers: how words become Rust names, which names are taken, and what a type is called.

mod case;
mod features;
mod operations;
mod scope;
mod singular;
mod status;
mod types;

pub(crate) use case::{constant_case, pascal_case, snake_case, spelled_out};
pub use features::{ALL_OPERATIONS, FEATURES};
pub(crate) use features::{FeatureNames, OTHER_TYPES, OTHER_TYPES_MODULE, features};
pub(crate) use operations::TAKEN_METHODS;
pub(crate) use operations::{
    OperationNames, content_variants, module, operations, operations_and_numbers, subtype,
};
pub(crate) use scope::Scope;
pub(crate) use singular::singular;
pub(crate) use status::{status_sentence, status_variant};
pub(crate) use types::{TypeNames, is_taken as is_taken_type, types};
