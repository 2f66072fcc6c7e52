//! The files that a generated crate gets.

use serde_json::json;
use wire_proof::{Schema, prove};

use crate::{cases, document};

#[test]
fn the_files_are_marked_and_lead_from_schema_to_type() {
    let document = document(
        "3.1.0",
        &json!({"A/b": {"const": 1}, "B": {"type": "array", "items": {"const": 2}, "minItems": 1}}),
    );
    let typed = |pointer: &str, rust: &str, sent| Schema {
        pointer: pointer.to_owned(),
        rust: rust.to_owned(),
        sent,
    };
    let schemas = [
        typed("/components/schemas/A~1b", "types::Ab", true),
        typed("/components/schemas/B", "Vec<i64>", false),
    ];
    let proof = prove(&document, &schemas, "my-client");
    let [program, data, support] = &proof.files[..] else {
        panic!("{:?}", proof.files)
    };
    assert_eq!(program.0, "tests/wire.rs");
    assert!(program.1.starts_with("// @generated "));
    assert!(
        program
            .1
            .contains("\nuse my_client::serde_json;\nuse my_client::types;\n")
    );
    let arms = "    Some(match pointer {\n        \"/components/schemas/A~1b\" => sent!(types::Ab),\n        \"/components/schemas/B\" => received!(Vec<i64>),\n        _ => return None,\n    })\n";
    assert!(program.1.contains(arms), "{}", program.1);
    assert_eq!(data.0, "tests/wire/cases.json");
    let lines = "[\n{\"schema\":\"/components/schemas/A~1b\",\"from\":\"instance 1\",\"value\":1},\n{\"schema\":\"/components/schemas/B\",\"from\":\"instance 1\",\"value\":[2]}\n]\n";
    assert_eq!(data.1, lines);
    assert_eq!(support.0, "tests/wire/support.rs");
    assert!(support.1.starts_with("// @generated "));
}

#[test]
fn types_that_serde_reads_otherwise_are_proven_where_they_are_used() {
    let schemas = json!({
        "Alias": {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/Time"}, {"type": "null"}]}},
        "Time": {"type": "string", "format": "date-time", "example": "2024-02-29T12:00:00Z"},
        "Event": {"type": "object", "required": ["at"], "properties": {"at": {"$ref": "#/components/schemas/Time"}}}
    });
    let typed = [
        Schema {
            pointer: "/components/schemas/Time".to_owned(),
            rust: "jiff::Timestamp".to_owned(),
            sent: false,
        },
        crate::component("Alias"),
        crate::component("Event"),
    ];
    let proof = prove(&document("3.1.0", &schemas), &typed, "client");
    assert!(
        cases(&proof)
            .iter()
            .all(|case| case["schema"] == "/components/schemas/Event")
    );
    assert!(!proof.files[0].1.contains("jiff"));
}
