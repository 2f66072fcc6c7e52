// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::Value;

use super::Constant;

/// A branch of a union.
pub(crate) struct Branch {
    /// The name of its variant.
    pub(crate) name: &'static str,
    /// What must hold of a value of this branch.
    pub(crate) looks: &'static [Look],
}

/// What can be seen of a value without reading it as a type.
pub(crate) enum Look {
    /// A property is one of these texts.
    Text(&'static str, &'static [&'static str]),
    /// A property is one of these constants.
    Constant(&'static str, &'static [Constant]),
    /// A property is this constant, and the branch does not know of it.
    Adds(&'static str, Constant),
    /// A property is there.
    Has(&'static str),
    /// The value is of one of these kinds.
    Kind(&'static [Kind]),
}

/// The types of JSON Schema (JSON Schema Core, section 4.2.1; validation vocabulary, section 6.1.1).
#[allow(non_camel_case_types, reason = "tables write them as documents do")]
pub(crate) enum Kind {
    null,
    boolean,
    string,
    number,
    integer,
    array,
    object,
}

/// The looks of a branch as [`wire_union`](super::wire_union) writes them.
macro_rules! looks {
    // Most unions need no more than this, so they get it in one step.
    ($($name:literal = $($value:literal)|+),* $(,)?) => {
        &[$($crate::runtime::wire::Look::Text($name, &[$($value),+])),*]
    };
    // The others one look a step; what is in brackets is done.
    ([$($look:tt)*]) => {
        &[$($look)*]
    };
    ([$($look:tt)*] has $name:literal $(, $($rest:tt)*)?) => {
        $crate::runtime::wire::looks!([
            $($look)*
            $crate::runtime::wire::Look::Has($name),
        ] $($($rest)*)?)
    };
    ([$($look:tt)*] adds $name:literal = $($word:ident)? $value:literal $(, $($rest:tt)*)?) => {
        $crate::runtime::wire::looks!([
            $($look)*
            $crate::runtime::wire::Look::Adds(
                $name,
                $crate::runtime::wire::constant!($($word)? $value),
            ),
        ] $($($rest)*)?)
    };
    ([$($look:tt)*] $name:literal = $($($word:ident)? $value:literal)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::wire::looks!([
            $($look)*
            $crate::runtime::wire::Look::Constant(
                $name,
                &[$($crate::runtime::wire::constant!($($word)? $value)),+],
            ),
        ] $($($rest)*)?)
    };
    ([$($look:tt)*] $($kind:ident)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::wire::looks!([
            $($look)*
            $crate::runtime::wire::Look::Kind(&[$($crate::runtime::wire::Kind::$kind),+]),
        ] $($($rest)*)?)
    };
    ($($look:tt)+) => {
        $crate::runtime::wire::looks!([] $($look)+)
    };
}
pub(crate) use looks;

impl Branch {
    /// Whether `value` can be of this branch, as far as looks tell.
    pub(super) fn fits(&self, value: &Value) -> bool {
        self.looks.iter().all(|look| look.holds(value))
    }
}

impl Look {
    fn holds(&self, value: &Value) -> bool {
        match self {
            Self::Text(name, texts) => value
                .get(name)
                .and_then(Value::as_str)
                .is_some_and(|value| texts.contains(&value)),
            Self::Constant(name, constants) => value
                .get(name)
                .is_some_and(|value| constants.iter().any(|constant| constant.is(value))),
            Self::Adds(name, constant) => value.get(name).is_some_and(|value| constant.is(value)),
            Self::Has(name) => value.get(name).is_some(),
            Self::Kind(kinds) => kinds.iter().any(|kind| kind.is(value)),
        }
    }
}

impl Kind {
    fn is(&self, value: &Value) -> bool {
        match self {
            Self::null => value.is_null(),
            Self::boolean => value.is_boolean(),
            Self::string => value.is_string(),
            Self::number => value.is_number(),
            Self::integer => match value.as_f64() {
                Some(number) => number.fract() == 0.0,
                None => false,
            },
            Self::array => value.is_array(),
            Self::object => value.is_object(),
        }
    }
}

/// The constants that a union writes for a branch.
pub(super) fn added(branch: &Branch) -> impl Iterator<Item = (&'static str, Constant)> {
    branch.looks.iter().filter_map(|look| match look {
        Look::Adds(name, constant) => Some((*name, *constant)),
        _ => None,
    })
}
