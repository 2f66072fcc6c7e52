//! Mutations of a document as a tree: what people and tools get wrong, and what nobody would write.

use serde_json::{Map, Value, json};

use crate::numbers::Numbers;

/// Above this, a document does not grow any more.
const MOST_NODES: usize = 60_000;

/// Text that is hard to make names of, or that means something in one place and is put in another.
const TEXTS: &[&str] = &[
    "",
    " ",
    "_",
    "-",
    "+1",
    "-1",
    "<=",
    "*",
    "$",
    "{",
    "}",
    "{}",
    "{id}",
    "/",
    "//",
    "/{a}/{a}",
    "~",
    "#",
    "%",
    "?",
    "\\",
    "\"",
    "'",
    "`",
    "*/",
    "//!",
    "\n",
    "\r",
    "\t",
    "\u{0}",
    "\u{7f}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "é",
    "日本",
    "тип",
    "größe",
    "ﬁ",
    "ß",
    "İ",
    "K",
    "𝒳",
    "🦀",
    "r#type",
    "type",
    "Self",
    "self",
    "crate",
    "super",
    "fn",
    "async",
    "gen",
    "try",
    "true",
    "null",
    "Option",
    "Result",
    "Vec",
    "Box",
    "Client",
    "Error",
    "Unknown",
    "Default",
    "new",
    "builder",
    "body",
    "client",
    "send",
    "types",
    "runtime",
    "200",
    "2XX",
    "default",
    "0",
    "1e400",
    "-0",
    "99999999999999999999",
    "application/json",
    "*/*",
    "text/event-stream",
    "multipart/form-data",
    "application/octet-stream",
    "string",
    "integer",
    "object",
    "array",
    "null",
    "date-time",
    "binary",
    "byte",
    "uuid",
    "int64",
    "uint64",
    "path",
    "query",
    "header",
    "cookie",
    "form",
    "deepObject",
    "bearer",
    "http",
    "apiKey",
    "oauth2",
    "#/components/schemas/",
    "#/",
    "#/paths",
    "3.0.0",
    "3.1.0",
    "other.yaml#/a",
    "http://example.com/a",
    "https://[::1",
    "a\u{85}b",
    "a\u{2028}b",
    "rust!",
    "```",
    "<script>",
];

/// Keywords that change what a schema is.
fn keywords() -> Vec<(&'static str, Value)> {
    vec![
        ("type", json!("string")),
        ("type", json!("object")),
        ("type", json!(["string", "null"])),
        (
            "type",
            json!([
                "array", "object", "integer", "boolean", "number", "string", "null"
            ]),
        ),
        ("type", json!([])),
        ("nullable", json!(true)),
        ("enum", json!([null])),
        ("enum", json!([])),
        ("enum", json!(["a", 1, 1.5, true, null, [], {}])),
        ("enum", json!(["a", "A", "a", "a-", "_a"])),
        ("enum", json!([i64::MIN, u64::MAX, 1e300, -0.0, 0, 1.0])),
        ("const", json!(null)),
        ("const", json!({"a": []})),
        ("const", json!(1)),
        ("const", json!("a")),
        (
            "properties",
            json!({"a": {"type": "string"}, "A": {}, "": {}}),
        ),
        ("properties", json!({"a": false, "b": true})),
        ("required", json!(["a", "a", "", "missing"])),
        ("required", json!(true)),
        ("additionalProperties", json!(true)),
        ("additionalProperties", json!(false)),
        ("additionalProperties", json!({"type": "integer"})),
        (
            "patternProperties",
            json!({"^a": {"type": "string"}, "(": {}}),
        ),
        ("unevaluatedProperties", json!({"type": "string"})),
        ("propertyNames", json!(false)),
        ("items", json!({"type": "string"})),
        ("items", json!([{"type": "string"}, {"type": "integer"}])),
        ("items", json!(false)),
        (
            "prefixItems",
            json!([{"type": "string"}, {"type": "integer"}]),
        ),
        ("prefixItems", json!([])),
        ("minItems", json!(2)),
        ("maxItems", json!(2)),
        ("uniqueItems", json!(true)),
        ("allOf", json!([{"type": "object"}, {"nullable": true}])),
        ("allOf", json!([])),
        (
            "oneOf",
            json!([{"type": "object", "required": ["a"]}, {"type": "null"}, {"type": "string"}]),
        ),
        ("oneOf", json!([{}, {}])),
        (
            "anyOf",
            json!([{"type": "string"}, {"type": "string", "enum": ["a"]}]),
        ),
        ("anyOf", json!([false])),
        ("not", json!({})),
        ("discriminator", json!({"propertyName": "a"})),
        (
            "discriminator",
            json!({"propertyName": "", "mapping": {"a": "a", "": "#/components/schemas/A"}}),
        ),
        ("format", json!("byte")),
        ("format", json!("date-time")),
        ("format", json!("int32")),
        ("minimum", json!(-1e300)),
        ("maximum", json!(u64::MAX)),
        ("exclusiveMinimum", json!(0)),
        ("minLength", json!(-1)),
        ("pattern", json!("(")),
        ("default", json!({"a": [1, null]})),
        ("default", json!(1e300)),
        ("example", json!([1])),
        ("examples", json!({"a": {"value": 1}})),
        ("readOnly", json!(true)),
        ("writeOnly", json!(true)),
        ("deprecated", json!(true)),
        (
            "description",
            json!("`a` [b] <c> \\ \u{202e} */ ```\nfn main() {}\n"),
        ),
        ("title", json!("")),
        ("$defs", json!({"a": {"$ref": "#"}})),
        ("$anchor", json!("a")),
        ("$id", json!("http://example.com/a")),
        ("$dynamicRef", json!("#a")),
        ("contentEncoding", json!("base64")),
        ("contentMediaType", json!("image/png")),
        ("x-lowering-null", json!(true)),
        ("x-lowering-tuple", json!(true)),
        ("x-lowering-origin", json!("/")),
        ("x-lowering-origin", json!(7)),
        ("if", json!({"type": "string"})),
        ("explode", json!(false)),
        ("style", json!("deepObject")),
        ("content", json!({"": {}, "a/b": null})),
        (
            "parameters",
            json!([{"name": "a", "in": "path"}, {"name": "a", "in": "path"}, {"in": "query"}]),
        ),
        ("servers", json!([{"url": "{a}", "variables": {"a": {}}}])),
        ("security", json!([{"a": []}, {}])),
    ]
}

/// Changes something somewhere.
pub(crate) fn mutate(document: &mut Value, numbers: &mut Numbers) {
    let nodes = count(document);
    let place = numbers.below(nodes);
    match numbers.below(13) {
        0 => drop_member(node(document, place), numbers),
        1 => swap(document, place, numbers),
        2 => *node(document, place) = any_value(numbers),
        3 if nodes < MOST_NODES => duplicate(node(document, place), numbers),
        4 if nodes < MOST_NODES => copy(document, place, numbers),
        5 => refer(document, place, numbers),
        6 => deepen(node(document, place), numbers),
        7 => rename(node(document, place), numbers),
        8 => grow(node(document, place), numbers),
        9 | 10 => add_keyword(node(document, place), numbers),
        11 => change_text(document, place, numbers),
        _ => redirect(document, numbers),
    }
}

/// How many values a value holds, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(members) => members.values().map(count).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place, counted in the order of the document; the last one where there are fewer.
fn node(value: &mut Value, place: usize) -> &mut Value {
    if place == 0 {
        return value;
    }
    let mut before = 1;
    let mut position = None;
    for (index, child) in children(value).enumerate() {
        let size = count(child);
        if place < before + size {
            position = Some(index);
            break;
        }
        before += size;
    }
    match (position, value) {
        (Some(index), Value::Object(members)) => {
            node(members.values_mut().nth(index).unwrap(), place - before)
        }
        (Some(index), Value::Array(items)) => node(&mut items[index], place - before),
        (_, value) => value,
    }
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The name of a member, if there is one.
fn some_name(members: &Map<String, Value>, numbers: &mut Numbers) -> Option<String> {
    members.keys().nth(numbers.below(members.len())).cloned()
}

fn drop_member(value: &mut Value, numbers: &mut Numbers) {
    match value {
        Value::Object(members) => {
            if let Some(name) = some_name(members, numbers) {
                members.shift_remove(&name);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            items.remove(numbers.below(items.len()));
        }
        other => *other = Value::Null,
    }
}

fn swap(document: &mut Value, place: usize, numbers: &mut Numbers) {
    let other = numbers.below(count(document));
    let one = node(document, place).clone();
    // One inside the other: only one of the two is changed then.
    let two = std::mem::replace(node(document, other), one);
    if count(document) < MOST_NODES {
        *node(document, place) = two;
    }
}

fn duplicate(value: &mut Value, numbers: &mut Numbers) {
    match value {
        Value::Object(members) => {
            if let Some(name) = some_name(members, numbers) {
                let copy = members[&name].clone();
                let name = match numbers.below(4) {
                    0 => name.to_uppercase(),
                    1 => format!("{name}_"),
                    2 => format!("{name}2"),
                    _ => any_text(numbers),
                };
                members.insert(name, copy);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let copy = items[numbers.below(items.len())].clone();
            items.push(copy);
        }
        _ => {}
    }
}

/// Puts a copy of another value here.
fn copy(document: &mut Value, place: usize, numbers: &mut Numbers) {
    let other = numbers.below(count(document));
    let copy = node(document, other).clone();
    if count(&copy) < MOST_NODES / 4 {
        *node(document, place) = copy;
    }
}

/// A reference to a component, to any other place, or to nothing.
fn any_reference(document: &Value, numbers: &mut Numbers) -> String {
    let mut tokens = Vec::new();
    let mut value = document;
    if !numbers.one_in(4)
        && let Some(schemas) = document
            .pointer("/components/schemas")
            .and_then(Value::as_object)
        && let Some(key) = some_name(schemas, numbers)
    {
        return format!(
            "#/components/schemas/{}",
            key.replace('~', "~0").replace('/', "~1")
        );
    }
    while !numbers.one_in(6) {
        let (token, child) = match value {
            Value::Object(members) => match some_name(members, numbers) {
                Some(name) => (name.clone(), &members[&name]),
                None => break,
            },
            Value::Array(items) if !items.is_empty() => {
                let index = numbers.below(items.len());
                (index.to_string(), &items[index])
            }
            _ => break,
        };
        tokens.push(token.replace('~', "~0").replace('/', "~1"));
        value = child;
    }
    let tokens: Vec<String> = tokens.iter().map(|token| format!("/{token}")).collect();
    format!("#{}", tokens.concat())
}

/// A reference in place of a value.
fn refer(document: &mut Value, place: usize, numbers: &mut Numbers) {
    let reference = any_reference(document, numbers);
    let value = node(document, place);
    match value {
        Value::Object(members) if numbers.one_in(2) => {
            members.insert("$ref".to_owned(), reference.into());
        }
        value => *value = json!({"$ref": reference}),
    }
}

/// Other targets for some of the references.
fn redirect(document: &mut Value, numbers: &mut Numbers) {
    let target = any_reference(document, numbers);
    let share = 1 + numbers.below(20);
    redirect_some(document, &target, share, numbers);
}

fn redirect_some(value: &mut Value, target: &str, share: usize, numbers: &mut Numbers) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                if name == "$ref" && numbers.one_in(share) {
                    *member = Value::from(target);
                } else {
                    redirect_some(member, target, share, numbers);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                redirect_some(item, target, share, numbers);
            }
        }
        _ => {}
    }
}

/// Schemas in schemas, around the value.
fn deepen(value: &mut Value, numbers: &mut Numbers) {
    let levels = if numbers.one_in(3) {
        127
    } else {
        numbers.below(20)
    };
    let way = numbers.below(9);
    for level in 0..levels {
        let inner = std::mem::take(value);
        *value = match (way, level % 3) {
            (0, _) => json!({"type": "array", "items": inner}),
            (1, _) => json!({"type": "object", "properties": {"a": inner}}),
            (2, _) => json!({"allOf": [inner]}),
            (3, _) => json!({"oneOf": [inner, {"type": "string"}]}),
            (4, _) => json!({"additionalProperties": inner}),
            (5, _) => json!({"anyOf": [inner, {"type": "null"}], "type": ["object", "string"]}),
            (6, _) => json!([inner]),
            (_, 0) => json!({"allOf": [inner, {"type": "object", "properties": {"b": {}}}]}),
            (_, 1) => json!({"anyOf": [inner, {"type": "object", "properties": {"c": {}}}]}),
            (_, _) => json!({"properties": {"a": inner}, "nullable": true}),
        };
    }
}

fn rename(value: &mut Value, numbers: &mut Numbers) {
    let Value::Object(members) = value else {
        *value = any_text(numbers).into();
        return;
    };
    if let Some(name) = some_name(members, numbers) {
        let new = any_text(numbers);
        *members = std::mem::take(members)
            .into_iter()
            .map(|(it, member)| (if it == name { new.clone() } else { it }, member))
            .collect();
    }
}

/// Many where there was one.
fn grow(value: &mut Value, numbers: &mut Numbers) {
    let times = if numbers.one_in(10) {
        1000
    } else {
        1 + numbers.below(60)
    };
    match value {
        Value::Object(members) => {
            let Some(name) = some_name(members, numbers) else {
                return;
            };
            let copy = members[&name].clone();
            if count(&copy) * times < MOST_NODES / 2 {
                members.extend((0..times).map(|n| (format!("{name}{n}"), copy.clone())));
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let copy = items[numbers.below(items.len())].clone();
            if count(&copy) * times < MOST_NODES / 2 {
                items.extend(std::iter::repeat_n(copy, times));
            }
        }
        Value::String(text) => *text = text.repeat(times),
        other => {
            let values: Vec<String> = (0..times).map(|n| format!("v{n}")).collect();
            *other = json!({"type": "string", "enum": values});
        }
    }
}

fn add_keyword(value: &mut Value, numbers: &mut Numbers) {
    let all = keywords();
    let (name, keyword) = numbers.one_of(&all).clone();
    match value {
        Value::Object(members) => {
            members.insert(name.to_owned(), keyword);
        }
        other => *other = json!({name: keyword}),
    }
}

fn change_text(document: &mut Value, place: usize, numbers: &mut Numbers) {
    // The next string from the place on, most of the time.
    for offset in 0..20 {
        if let Value::String(text) = node(document, place + offset) {
            *text = any_text(numbers);
            return;
        }
    }
}

fn any_text(numbers: &mut Numbers) -> String {
    let one = *numbers.one_of(TEXTS);
    match numbers.below(5) {
        0 => format!("{one}{}", numbers.one_of(TEXTS)),
        1 => one.repeat(numbers.below(100)),
        2 => {
            let any = (0..numbers.below(8))
                .filter_map(|_| char::from_u32(u32::try_from(numbers.below(0x11_0000)).ok()?));
            any.collect()
        }
        _ => one.to_owned(),
    }
}

fn any_value(numbers: &mut Numbers) -> Value {
    match numbers.below(11) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(false),
        3 => json!(numbers.below(1000)),
        4 => json!([-1, 0, 1][numbers.below(3)]),
        5 => json!([1e308, -0.0, 0.1, 1.8e19][numbers.below(4)]),
        6 => json!([u64::MAX, 1 << 63, 1 << 53][numbers.below(3)]),
        7 => json!([]),
        8 => json!({}),
        9 => json!([any_text(numbers), null, {}]),
        _ => any_text(numbers).into(),
    }
}
