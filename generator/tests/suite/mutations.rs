//! Documents that were good once: with something left out, or of another type, they never make the generator panic.

use generator::Source;
use serde_json::{Value, json};

use crate::fixture::{Fixture, config, is_own};

/// How many mutations are tried in all, so that more documents do not make the test longer; the same number of each
/// document, spread evenly over it. Many more are tried by `tests/fuzz`.
const MUTATIONS: usize = 1500;

/// What stands in the place of a value.
fn replacements() -> Vec<Option<Value>> {
    vec![
        None,
        Some(Value::Null),
        Some(json!(7)),
        Some(json!("text")),
        Some(json!([])),
        Some(json!({})),
        Some(json!(true)),
        Some(json!([null, {"$ref": "#"}])),
        Some(json!({"$ref": "#/components/schemas/Thing"})),
    ]
}

/// The pointers of all values inside `value`.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut inside = |token: &str, value: &Value| {
        let pointer = format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"));
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| inside(name, value)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| inside(&index.to_string(), item)),
        _ => {}
    }
}

/// The document with the value at `pointer` replaced or taken out.
fn mutated(document: &Value, pointer: &str, replacement: Option<Value>) -> Value {
    let mut document = document.clone();
    if let Some(replacement) = replacement {
        *document.pointer_mut(pointer).unwrap() = replacement;
        return document;
    }
    let (parent, token) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            members.shift_remove(&token.replace("~1", "/").replace("~0", "~"));
        }
        Value::Array(items) => {
            items.remove(token.parse().unwrap());
        }
        _ => {}
    }
    document
}

#[test]
fn a_mutated_document_gives_code_that_parses_or_a_report() {
    let fixtures = Fixture::all("positive");
    let of_each = MUTATIONS.div_ceil(fixtures.len());
    for fixture in fixtures {
        let original = fixture.source().value().clone();
        let mut places = Vec::new();
        pointers(&original, "", &mut places);
        let all: Vec<(&String, Option<Value>)> = places
            .iter()
            .flat_map(|place| {
                replacements()
                    .into_iter()
                    .map(move |replacement| (place, replacement))
            })
            .collect();
        // Odd, so that a step is not always the same replacement.
        let step = all.len().div_ceil(of_each) | 1;
        for (place, replacement) in all.into_iter().step_by(step) {
            let what = format!("{} with {replacement:?} at {place}", fixture.name);
            let text = mutated(&original, place, replacement).to_string();
            // What is no OpenAPI document any more is not read.
            let Ok(source) = Source::read("mutated.json", text.as_bytes()) else {
                continue;
            };
            let outcome =
                std::panic::catch_unwind(|| generator::generate(&source, &config("mutated")));
            let outcome = outcome.unwrap_or_else(|_| panic!("{what}: the generator panicked"));
            match outcome {
                Ok(generated) => {
                    for file in generated.files.iter().filter(|file| is_own(file)) {
                        assert!(
                            syn::parse_file(&file.contents).is_ok(),
                            "{what}: {}",
                            file.path
                        );
                    }
                }
                Err(report) => assert!(report.has_errors(), "{what}"),
            }
        }
    }
}
