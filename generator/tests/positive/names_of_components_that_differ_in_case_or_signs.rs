// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<ThingDashPart>,
    pub b: Option<ThingPart>,
    pub c: Option<ThingUnderscorePart>,
    pub d: Option<ThingUnderscorePart2>,
    pub e: Option<N1st>,
    pub f: Option<Underscore>,
}

wire_struct! {
    Thing {
        "a" => a: optional,
        "b" => b: optional,
        "c" => c: optional,
        "d" => d: optional,
        "e" => e: optional,
        "f" => f: optional,
    }
}

/// `#/components/schemas/thing-part`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingDashPart {
    pub dash: Option<String>,
}

wire_struct! {
    ThingDashPart {
        "dash" => dash: optional,
    }
}

/// `#/components/schemas/ThingPart`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart {
    pub own: Option<String>,
}

wire_struct! {
    ThingPart {
        "own" => own: optional,
    }
}

/// `#/components/schemas/thing_part`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingUnderscorePart {
    pub underscore: Option<String>,
}

wire_struct! {
    ThingUnderscorePart {
        "underscore" => underscore: optional,
    }
}

/// `#/components/schemas/THING_PART`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingUnderscorePart2 {
    pub upper: Option<String>,
}

wire_struct! {
    ThingUnderscorePart2 {
        "upper" => upper: optional,
    }
}

/// `#/components/schemas/1st`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct N1st {
    pub digit: Option<String>,
}

wire_struct! {
    N1st {
        "digit" => digit: optional,
    }
}

/// `#/components/schemas/_`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Underscore {
    pub sign: Option<String>,
}

wire_struct! {
    Underscore {
        "sign" => sign: optional,
    }
}
