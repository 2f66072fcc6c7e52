// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// The value `ASC`.
    Asc,
    /// The value `asc`.
    LowerAsc,
    /// The value `Asc`.
    Asc2,
    /// The value `a-b`.
    AB,
    /// The value `a_b`.
    AUnderscoreB,
    /// The value `a b`.
    ASpaceB,
    /// The value `+1`.
    Plus1,
    /// The value `-1`.
    Minus1,
    /// The value `<=`.
    LessEqual,
    /// The value `>=`.
    GreaterEqual,
    /// The value `*`.
    Star,
    /// The value `""`.
    Empty,
    /// The value `" "`.
    Space,
    /// The value `1`.
    N1,
    /// The value `Self`.
    SelfValue,
    /// The value `unknown`.
    Unknown,
    /// The value `Unknown`.
    Unknown2,
    /// The value `é`.
    É,
    /// The value `日本`.
    日本,
    /// A value that the document does not know.
    Unrecognized(String),
}

wire_enum! {
    Thing {
        "ASC" => Asc,
        "asc" => LowerAsc,
        "Asc" => Asc2,
        "a-b" => AB,
        "a_b" => AUnderscoreB,
        "a b" => ASpaceB,
        "+1" => Plus1,
        "-1" => Minus1,
        "<=" => LessEqual,
        ">=" => GreaterEqual,
        "*" => Star,
        "" => Empty,
        " " => Space,
        "1" => N1,
        "Self" => SelfValue,
        "unknown" => Unknown,
        "Unknown" => Unknown2,
        "é" => É,
        "日本" => 日本,
    } else Unrecognized
}
