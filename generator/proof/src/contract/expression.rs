//! Rust expressions of JSON values.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// The expression that makes `value` a value of the type that `rust` names, all its aliases followed; `None` where it is
/// not one.
///
/// Types of other crates are made by their own functions, because serde may not know them; the generated ones by
/// `decoded`. As deep as types are nested in each other, which the document's depth bounds.
pub(super) fn expression(rust: &str, value: &Value) -> Option<String> {
    if let Some((name, arguments)) = generic(rust) {
        return container(name, &arguments, value);
    }
    if let Some(places) = rust
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return tuple(&parts(places), value);
    }
    let text = || value.as_str().map(|text| format!("{text:?}"));
    Some(match rust {
        "bool" => value.as_bool()?.to_string(),
        "f64" => format!("{:?}", value.as_f64()?),
        "String" => format!("{}.to_owned()", text()?),
        "bytes::Bytes" => {
            let bytes = STANDARD.decode(value.as_str()?).ok()?;
            format!("bytes::Bytes::from_static(b\"{}\")", bytes.escape_ascii())
        }
        "jiff::Timestamp"
        | "jiff::civil::Date"
        | "chrono::DateTime<chrono::Utc>"
        | "chrono::NaiveDate"
        | "uuid::Uuid" => format!("parsed({})", text()?),
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => {
            format!("{}_{rust}", crate::formats::integer(value.as_number()?)?)
        }
        _ => format!("decoded::<{rust}>({:?})", value.to_string()),
    })
}

fn container(name: &str, arguments: &[&str], value: &Value) -> Option<String> {
    Some(match (name, arguments, value) {
        ("Option", [inner], Value::Null) => format!("None::<{}>", inner),
        ("Option", [inner], value) => format!("Some({})", expression(inner, value)?),
        ("Box", [inner], value) => format!("Box::new({})", expression(inner, value)?),
        ("Vec", [inner], Value::Array(items)) if items.is_empty() => {
            format!("Vec::<{}>::new()", inner)
        }
        ("Vec", [inner], Value::Array(items)) => {
            let items: Option<Vec<String>> =
                items.iter().map(|item| expression(inner, item)).collect();
            format!("vec![{}]", items?.join(", "))
        }
        ("BTreeMap", [_, inner], Value::Object(members)) => {
            let members: Option<Vec<String>> = members
                .iter()
                .map(|(name, member)| {
                    Some(format!(
                        "({name:?}.to_owned(), {})",
                        expression(inner, member)?
                    ))
                })
                .collect();
            format!(
                "BTreeMap::<String, {}>::from([{}])",
                inner,
                members?.join(", ")
            )
        }
        _ => return None,
    })
}

fn tuple(places: &[&str], value: &Value) -> Option<String> {
    if places.is_empty() {
        return value.is_null().then(|| "()".to_owned());
    }
    let values = value.as_array().filter(|it| it.len() == places.len())?;
    let made: Option<Vec<String>> = places
        .iter()
        .zip(values)
        .map(|(place, value)| Some(format!("{},", expression(place, value)?)))
        .collect();
    Some(format!("({})", made?.join(" ")))
}

/// The name and the arguments of a generic type.
fn generic(rust: &str) -> Option<(&str, Vec<&str>)> {
    let (name, rest) = rust.split_once('<')?;
    if !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    Some((name, parts(rest.strip_suffix('>')?)))
}

/// The types of a list, at whose commas nothing is open.
fn parts(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut open = 0_usize;
    let mut start = 0;
    for (index, c) in list.char_indices() {
        match c {
            '<' | '(' => open += 1,
            '>' | ')' => open = open.saturating_sub(1),
            ',' if open == 0 => {
                parts.extend(list.get(start..index));
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.extend(list.get(start..));
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_become_expressions_of_their_types() {
        for (rust, value, expected) in [
            ("bool", json!(true), "true"),
            ("i64", json!(-3), "-3_i64"),
            ("i32", json!(2.0), "2_i32"),
            ("f64", json!(1), "1.0"),
            ("String", json!("a\"ü\n"), r#""a\"ü\n".to_owned()"#),
            (
                "bytes::Bytes",
                json!("aAA="),
                r#"bytes::Bytes::from_static(b"h\x00")"#,
            ),
            ("uuid::Uuid", json!("a"), r#"parsed("a")"#),
            (
                "types::Pet",
                json!({"a": 1}),
                r#"decoded::<types::Pet>("{\"a\":1}")"#,
            ),
            ("Vec<i64>", json!([1, 2]), "vec![1_i64, 2_i64]"),
            (
                "Vec<Option<bytes::Bytes>>",
                json!([]),
                "Vec::<Option<bytes::Bytes>>::new()",
            ),
            ("Option<bool>", json!(null), "None::<bool>"),
            ("Option<bool>", json!(true), "Some(true)"),
            (
                "BTreeMap<String, Vec<(i64, bool)>>",
                json!({"k": [[1, true]]}),
                r#"BTreeMap::<String, Vec<(i64, bool)>>::from([("k".to_owned(), vec![(1_i64, true,)])])"#,
            ),
            ("()", json!(null), "()"),
            ("(i64,)", json!([1]), "(1_i64,)"),
            ("Box<f64>", json!(1.5), "Box::new(1.5)"),
        ] {
            assert_eq!(expression(rust, &value).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_value_that_is_not_of_the_type_has_no_expression() {
        for (rust, value) in [
            ("bool", json!(1)),
            ("i64", json!("1")),
            ("Vec<i64>", json!([true])),
            ("(i64, i64)", json!([1])),
            ("bytes::Bytes", json!("?")),
        ] {
            assert_eq!(expression(rust, &value), None, "{rust}");
        }
    }
}
