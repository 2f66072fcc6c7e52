// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// The value `+1`.
    Plus1,
    /// The value `-1`.
    Minus1,
    /// The value `""`.
    Empty,
    /// The value `a-b`.
    AB,
    /// The value `a_b`.
    AUnderscoreB,
    /// The value `a b`.
    ASpaceB,
    /// The value `self`.
    SelfValue,
    /// The value `Self`.
    SelfValue2,
    /// The value `type`.
    Type,
    /// The value `Unknown`.
    Unknown,
    /// The value `200`.
    N200,
    /// The value `ü`.
    Ü,
    /// The value `日本`.
    日本,
    /// The value `"\`.
    QuoteBackslash,
    /// The value `'x'`.
    X,
    /// The value `{}`.
    BraceBrace,
    /// A value that the document does not know.
    Unrecognized(String),
}

wire_enum! {
    Thing {
        "+1" => Plus1,
        "-1" => Minus1,
        "" => Empty,
        "a-b" => AB,
        "a_b" => AUnderscoreB,
        "a b" => ASpaceB,
        "self" => SelfValue,
        "Self" => SelfValue2,
        "type" => Type,
        "Unknown" => Unknown,
        "200" => N200,
        "ü" => Ü,
        "日本" => 日本,
        "\"\\\n" => QuoteBackslash,
        "`x`" => X,
        "{}" => BraceBrace,
    } else Unrecognized
}
