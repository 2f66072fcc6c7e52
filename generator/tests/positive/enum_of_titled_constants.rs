// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_integer_enum;

/// How bad it is
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// It can wait.
    Mild,
    /// The value `2`.
    Bad,
    /// The value `3`.
    #[deprecated]
    Worst,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    Thing {
        1 => Mild,
        2 => Bad,
        3 => Worst,
    } else Unknown
}
