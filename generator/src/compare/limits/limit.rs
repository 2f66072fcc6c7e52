//! The keywords by which a schema limits the values of its type.

use serde_json::Value;

use crate::diagnostics::Pointer;

use super::schema::Schema;

/// What a schema can limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// Not more than this.
    Upper(&'static str),
    /// Not less than this.
    Lower(&'static str),
    Maximum,
    Minimum,
    MultipleOf,
    Pattern,
    UniqueItems,
}

/// All limits, by the type of the values that they are for.
const LIMITS: &[(&str, &[Limit])] = &[
    (
        "string",
        &[
            Limit::Upper("maxLength"),
            Limit::Lower("minLength"),
            Limit::Pattern,
        ],
    ),
    (
        "number",
        &[Limit::Maximum, Limit::Minimum, Limit::MultipleOf],
    ),
    (
        "array",
        &[
            Limit::Upper("maxItems"),
            Limit::Lower("minItems"),
            Limit::UniqueItems,
        ],
    ),
    (
        "object",
        &[Limit::Upper("maxProperties"), Limit::Lower("minProperties")],
    ),
];

/// The limits that say something of the values of both.
pub(super) fn common_limits<'s>(
    old: &'s [Schema<'_>],
    new: &'s [Schema<'_>],
) -> impl Iterator<Item = Limit> + 's {
    let has = |schemas: &[Schema<'_>], name: &str| {
        let mut types = schemas.iter().filter_map(|it| it.members.get("type"));
        types.all(|ty| is_of_type(ty, name))
    };
    // What an enum lists is compared by itself.
    let is_listed = |schemas: &[Schema<'_>]| {
        let mut members = schemas.iter().map(|it| it.members);
        members.any(|it| it.contains_key("enum") || it.contains_key("const"))
    };
    let is_listed = is_listed(old) || is_listed(new);
    let of_both = LIMITS
        .iter()
        .filter(move |(name, _)| !is_listed && has(old, name) && has(new, name));
    of_both.flat_map(|(_, limits)| limits.iter().copied())
}

/// Whether `type` of a schema allows values of a type, of which integers are numbers.
fn is_of_type(ty: &Value, name: &str) -> bool {
    match ty {
        Value::Array(types) => types.iter().any(|ty| is_of_type(ty, name)),
        Value::String(ty) => ty == name || ty == "integer" && name == "number",
        _ => false,
    }
}

/// A limit that is set.
#[derive(Debug, Clone)]
pub(super) struct Constraint<'d> {
    /// The schema that sets it.
    pub(super) at: Pointer,
    keyword: &'static str,
    value: &'d Value,
    strength: Strength<'d>,
}

/// What a limit comes to, however it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Strength<'d> {
    /// A number, and whether it is not allowed itself.
    Bound {
        number: f64,
        is_excluded: bool,
    },
    Value(&'d Value),
}

impl PartialEq for Constraint<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.strength == other.strength
    }
}

impl<'d> Constraint<'d> {
    fn new(schema: &Schema<'d>, keyword: &'static str) -> Option<Self> {
        let value = schema.members.get(keyword)?;
        let strength = match value.as_f64() {
            Some(number) => Strength::Bound {
                number,
                is_excluded: false,
            },
            None => Strength::Value(value),
        };
        Some(Self {
            at: schema.at.clone(),
            keyword,
            value,
            strength,
        })
    }

    /// As people say it.
    pub(super) fn told(&self) -> String {
        format!("`{}` {}", self.keyword, self.value)
    }

    fn number(&self) -> Option<f64> {
        match self.strength {
            Strength::Bound { number, .. } => Some(number),
            Strength::Value(_) => None,
        }
    }

    /// Whether fewer values keep it than keep the other one, of two that are `upper` limits, or lower ones.
    fn is_stricter(&self, other: &Self, upper: bool) -> bool {
        match (self.strength, other.strength) {
            (
                Strength::Bound {
                    number: one,
                    is_excluded,
                },
                Strength::Bound {
                    number: two,
                    is_excluded: other_is_excluded,
                },
            ) => {
                let is_beyond = if upper { one < two } else { one > two };
                is_beyond || one == two && is_excluded && !other_is_excluded
            }
            (one, two) => one != two,
        }
    }
}

impl Limit {
    /// The limits that the old schemas and the new ones set: of several, the strictest that the others do not set as well.
    pub(super) fn of_both<'d>(
        self,
        old: &[Schema<'d>],
        new: &[Schema<'d>],
    ) -> (Option<Constraint<'d>>, Option<Constraint<'d>>) {
        let (mut before, mut after) = (self.all(old), self.all(new));
        // Values keep all patterns that there are, in whatever order, but no more than the strictest of two bounds.
        if matches!(self, Self::Pattern | Self::MultipleOf) {
            let kept: Vec<Constraint<'d>> = before
                .iter()
                .filter(|it| after.contains(it))
                .cloned()
                .collect();
            before.retain(|it| !kept.contains(it));
            after.retain(|it| !kept.contains(it));
        }
        (self.strictest(before), self.strictest(after))
    }

    fn strictest<'d>(self, set: Vec<Constraint<'d>>) -> Option<Constraint<'d>> {
        set.into_iter().reduce(|strictest, other| {
            if self.is_stricter(Some(&strictest), &other) {
                other
            } else {
                strictest
            }
        })
    }

    /// All that are set, unless all values keep them.
    fn all<'d>(self, schemas: &[Schema<'d>]) -> Vec<Constraint<'d>> {
        let is_integer = schemas.iter().any(Schema::is_integer);
        let set = schemas.iter();
        set.filter_map(|schema| self.of_one(schema, is_integer))
            .collect()
    }

    fn of_one<'d>(self, schema: &Schema<'d>, is_integer: bool) -> Option<Constraint<'d>> {
        let numeric = |keyword| Constraint::new(schema, keyword).filter(|it| it.number().is_some());
        match self {
            Self::Upper(keyword) => numeric(keyword),
            Self::Lower(keyword) => numeric(keyword).filter(|it| it.number() > Some(0.0)),
            Self::Maximum => bound(schema, is_integer, ["maximum", "exclusiveMaximum"]),
            Self::Minimum => bound(schema, is_integer, ["minimum", "exclusiveMinimum"]),
            Self::MultipleOf => numeric("multipleOf"),
            Self::Pattern => Constraint::new(schema, "pattern").filter(|it| it.value.is_string()),
            Self::UniqueItems => {
                Constraint::new(schema, "uniqueItems").filter(|it| *it.value == Value::Bool(true))
            }
        }
    }

    /// The keyword by which people know it.
    pub(super) fn keyword(self) -> &'static str {
        match self {
            Self::Upper(keyword) | Self::Lower(keyword) => keyword,
            Self::Maximum => "maximum",
            Self::Minimum => "minimum",
            Self::MultipleOf => "multipleOf",
            Self::Pattern => "pattern",
            Self::UniqueItems => "uniqueItems",
        }
    }

    /// Whether a value that keeps the old limit may not keep the new one.
    pub(super) fn is_stricter(self, old: Option<&Constraint<'_>>, new: &Constraint<'_>) -> bool {
        let Some(old) = old else { return true };
        match self {
            Self::Upper(_) | Self::Maximum => new.is_stricter(old, true),
            Self::Lower(_) | Self::Minimum => new.is_stricter(old, false),
            // Multiples of ten are multiples of five.
            Self::MultipleOf => match (old.number(), new.number()) {
                (Some(old), Some(new)) => {
                    let ratio = old / new;
                    let nearest = ratio.round();
                    nearest < 1.0 || (ratio - nearest).abs() > nearest * 1e-9
                }
                _ => true,
            },
            Self::Pattern | Self::UniqueItems => old != new,
        }
    }
}

/// The limit of numbers that two keywords set, one for a number that is allowed itself and one for a number that is not.
fn bound<'d>(
    schema: &Schema<'d>,
    is_integer: bool,
    [inclusive, exclusive]: [&'static str; 2],
) -> Option<Constraint<'d>> {
    let upper = inclusive == "maximum";
    let within = Constraint::new(schema, inclusive).filter(|it| it.number().is_some());
    let beyond = match schema.members.get(exclusive) {
        // In OpenAPI 3.0, a boolean says of the other keyword's number that it is not allowed itself.
        Some(Value::Bool(true)) => within.clone().map(|it| Constraint {
            keyword: exclusive,
            ..it
        }),
        _ => Constraint::new(schema, exclusive).filter(|it| it.number().is_some()),
    };
    let beyond = beyond.map(|it| {
        let number = it.number().unwrap_or_default();
        // Of integers, more than zero is at least one.
        let strength = match is_integer && number.fract() == 0.0 {
            true => Strength::Bound {
                number: if upper { number - 1.0 } else { number + 1.0 },
                is_excluded: false,
            },
            false => Strength::Bound {
                number,
                is_excluded: true,
            },
        };
        Constraint { strength, ..it }
    });
    match (within, beyond) {
        (Some(within), Some(beyond)) if within.is_stricter(&beyond, upper) => Some(within),
        (within, beyond) => beyond.or(within),
    }
}
