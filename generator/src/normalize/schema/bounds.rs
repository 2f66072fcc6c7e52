use serde_json::Value;

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::At;

use super::{Keywords, set, type_of};

/// 2^63, which is also what JavaScript makes of the largest integer of 64 bits.
const END_OF_I64: f64 = 9_223_372_036_854_775_808.0;

/// 2^64, which is also what JavaScript makes of the largest unsigned integer of 64 bits.
const END_OF_U64: f64 = 18_446_744_073_709_551_616.0;

/// Gives bounds the form of OpenAPI 3.0: a number and whether it is excluded; of integers, whole numbers of 64 bits.
/// Where bounds go beyond, the format says what type can hold the values.
pub(super) fn rewrite(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    for side in [Side::Minimum, Side::Maximum] {
        join_exclusive(keywords, side);
    }
    if type_of(keywords) == Some("integer") {
        choose_width(keywords, at, report);
        for side in [Side::Minimum, Side::Maximum] {
            make_whole(keywords, side);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Minimum,
    Maximum,
}

impl Side {
    fn bound(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
        }
    }

    fn exclusive(self) -> &'static str {
        match self {
            Self::Minimum => "exclusiveMinimum",
            Self::Maximum => "exclusiveMaximum",
        }
    }
}

/// Makes one bound of two where the exclusive one is a number (JSON Schema 2020-12, Validation, section 6.2).
fn join_exclusive(keywords: &mut Keywords, side: Side) {
    let bound = keywords.get(side.bound()).and_then(Value::as_f64);
    let is_exclusive = match keywords.shift_remove(side.exclusive()) {
        Some(Value::Bool(exclusive)) => exclusive && bound.is_some(),
        Some(exclusive @ Value::Number(_)) => {
            let value = exclusive.as_f64();
            let is_stricter = match (bound, value, side) {
                (Some(bound), Some(value), Side::Minimum) => value >= bound,
                (Some(bound), Some(value), Side::Maximum) => value <= bound,
                _ => true,
            };
            if is_stricter {
                set(keywords, side.bound(), exclusive);
            }
            is_stricter
        }
        _ => false,
    };
    if is_exclusive {
        set(keywords, side.exclusive(), true);
    }
}

/// Says by the format, or by the type, where integers are wider than 64 bits with a sign.
fn choose_width(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let bound = |side: Side| keywords.get(side.bound()).and_then(Value::as_f64);
    let (minimum, maximum) = (bound(Side::Minimum), bound(Side::Maximum));
    let is_below = minimum.is_some_and(|minimum| minimum < -END_OF_I64);
    let is_above = maximum.is_some_and(|maximum| maximum > END_OF_I64);
    if !is_below && !is_above {
        return;
    }
    let has_no_sign = match minimum {
        Some(minimum) => minimum >= 0.0,
        // Nobody writes this bound for numbers with a sign.
        None => maximum == Some(END_OF_U64),
    };
    if has_no_sign && maximum.is_some_and(|maximum| maximum <= END_OF_U64) {
        set(keywords, "format", "uint64");
        return;
    }
    report.warn(
        Code::InvalidDocument,
        &at.pointer(),
        "its integers go beyond 64 bits; read as numbers with a floating point",
    );
    for name in [Side::Minimum.bound(), Side::Maximum.bound(), "format"] {
        keywords.shift_remove(name);
    }
    set(keywords, "type", "number");
}

/// Makes a bound of integers whole, or takes it out where it is beyond 64 bits.
fn make_whole(keywords: &mut Keywords, side: Side) {
    let Some(bound) = keywords.get(side.bound()) else {
        keywords.shift_remove(side.exclusive());
        return;
    };
    if bound.is_i64() {
        return;
    }
    let value = bound.as_f64().unwrap_or(f64::INFINITY);
    if value.abs() >= END_OF_I64 {
        keywords.shift_remove(side.bound());
        keywords.shift_remove(side.exclusive());
        return;
    }
    let whole = match side {
        Side::Minimum => value.ceil(),
        Side::Maximum => value.floor(),
    };
    if value.fract() != 0.0 {
        keywords.shift_remove(side.exclusive());
    }
    // The cast is exact: the number is whole and within bounds.
    set(keywords, side.bound(), whole as i64);
}
