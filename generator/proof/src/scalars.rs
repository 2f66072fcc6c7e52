//! Numbers and texts of a schema.

use serde_json::{Number, Value, json};

use crate::flat::Flat;
use crate::formats::{integer, range, samples};
use crate::patterns::Patterns;
use crate::schemas::INTEGER;

/// The largest integer bound of a `number` that is tried.
const LONGEST_TEXT: usize = 10_000;

/// Any JSON value.
pub(crate) fn anything() -> Vec<Value> {
    vec![
        json!({"key": ["text", 1, 0.5, true, null]}),
        "text".into(),
        1.into(),
        json!(0.5),
        true.into(),
        json!(["text"]),
        Value::Null,
    ]
}

/// A keyword that counts, such as `minLength`.
pub(crate) fn count(value: &Value) -> Option<usize> {
    let count = value
        .as_u64()
        .map(i128::from)
        .or_else(|| integer(value.as_number()?))?;
    Some(usize::try_from(count.max(0)).unwrap_or(usize::MAX))
}

/// Integers: a plain one, and the bounds of schema and type.
pub(crate) fn integers(flat: &Flat) -> Vec<Value> {
    let width = flat
        .keywords
        .get(INTEGER)
        .and_then(Value::as_str)
        .unwrap_or("int64");
    let (mut least, mut greatest) = range(width);
    let bound = |name: &str| flat.keywords.get(name).and_then(Value::as_number);
    let up = |number: &Number| integer(number).or_else(|| whole(number.as_f64()?.ceil()));
    let down = |number: &Number| integer(number).or_else(|| whole(number.as_f64()?.floor()));
    let lower = [
        bound("minimum").and_then(up),
        bound("exclusiveMinimum")
            .and_then(down)
            .map(|n| n.saturating_add(1)),
    ];
    let upper = [
        bound("maximum").and_then(down),
        bound("exclusiveMaximum")
            .and_then(up)
            .map(|n| n.saturating_sub(1)),
    ];
    least = lower.into_iter().flatten().fold(least, i128::max);
    greatest = upper.into_iter().flatten().fold(greatest, i128::min);
    let step = bound("multipleOf")
        .and_then(integer)
        .filter(|step| *step > 0)
        .unwrap_or(1);
    let fit = |wanted: i128| {
        let wanted = wanted.clamp(least, greatest.max(least));
        let over = wanted.rem_euclid(step);
        let below = wanted - over;
        if below >= least { below } else { below + step }
    };
    let mut found: Vec<Value> = Vec::new();
    for wanted in [fit(1), fit(least), fit(greatest)] {
        let number = i64::try_from(wanted)
            .map(Value::from)
            .or_else(|_| u64::try_from(wanted).map(Value::from));
        if let Ok(number) = number
            && (least..=greatest).contains(&wanted)
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

fn whole(value: f64) -> Option<i128> {
    (value.abs() < 1e30).then(|| format!("{value:.0}").parse().ok())?
}

/// Numbers: one with a fraction, one without, and the bounds.
pub(crate) fn numbers(flat: &Flat) -> Vec<Value> {
    let bound = |name: &str| flat.keywords.get(name).and_then(Value::as_f64);
    let least = bound("minimum").or(bound("exclusiveMinimum"));
    let greatest = bound("maximum").or(bound("exclusiveMaximum"));
    let allowed = |value: f64| {
        bound("minimum").is_none_or(|least| value >= least)
            && bound("maximum").is_none_or(|greatest| value <= greatest)
            && bound("exclusiveMinimum").is_none_or(|least| value > least)
            && bound("exclusiveMaximum").is_none_or(|greatest| value < greatest)
    };
    let step = bound("multipleOf");
    let middle = match (least, greatest) {
        (Some(least), Some(greatest)) => f64::midpoint(least, greatest),
        (Some(least), None) => least + 1.5,
        (None, Some(greatest)) => greatest - 1.5,
        (None, None) => -0.25,
    };
    let mut found: Vec<Value> = Vec::new();
    let candidates = [Some(1.5), Some(1.0), Some(middle), least, greatest, step];
    for value in candidates.into_iter().flatten() {
        let value = step.map_or(value, |step| (value / step).round() * step);
        if !allowed(value) {
            continue;
        }
        // Without a fraction it is written without one, as most programs do.
        let value = match whole(value)
            .filter(|_| value.fract() == 0.0)
            .map(i64::try_from)
        {
            Some(Ok(integer)) => Value::from(integer),
            _ => Value::from(value),
        };
        if !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// Texts: of the format or pattern, or any; the shortest and the longest if the schema bounds them.
pub(crate) fn strings(flat: &Flat, patterns: &Patterns) -> Result<Vec<Value>, String> {
    let keyword = |name: &str| flat.keywords.get(name);
    let least = keyword("minLength").and_then(count).unwrap_or(0);
    let greatest = keyword("maxLength").and_then(count).unwrap_or(usize::MAX);
    let pattern = keyword("pattern").and_then(Value::as_str);
    let fits = |text: &str| {
        (least..=greatest).contains(&text.chars().count())
            && pattern.is_none_or(|pattern| patterns.fulfils(pattern, text))
    };
    if least > LONGEST_TEXT {
        return Err(format!("asks for a text of {least} characters"));
    }
    let hints = || {
        flat.hints
            .iter()
            .filter_map(Value::as_str)
            .filter(|hint| fits(hint))
    };
    if let Some(samples) = keyword("format").and_then(Value::as_str).and_then(samples) {
        let mut found: Vec<Value> = samples
            .iter()
            .filter(|text| fits(text))
            .map(|text| (*text).into())
            .collect();
        if found.is_empty() {
            found.extend(hints().next().map(Value::from));
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    if let Some(pattern) = pattern {
        let made = patterns
            .text(pattern, least, greatest)
            .or_else(|| hints().next().map(str::to_owned));
        return match made {
            Some(text) => Ok(vec![text.into()]),
            None => Err(format!("no text was found for the pattern {pattern}")),
        };
    }
    let mut found: Vec<Value> = Vec::new();
    let longest = greatest.min(least.max(256));
    for length in [4.clamp(least, greatest.max(least)), least, longest] {
        let bounded = length == 4
            || flat.keywords.contains_key("minLength")
            || flat.keywords.contains_key("maxLength");
        let text: Value = "text"
            .chars()
            .cycle()
            .take(length)
            .collect::<String>()
            .into();
        if bounded && length <= greatest && !found.contains(&text) {
            found.push(text);
        }
    }
    if least == 0 && greatest > 12 {
        // What a careless writer would break.
        found.push("\"ü\"\\\n/".into());
    }
    Ok(found)
}
