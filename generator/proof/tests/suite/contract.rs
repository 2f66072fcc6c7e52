//! The contract test that a generated crate gets.

use serde_json::{Value, json};
use wire_proof::{
    Argument, Calls, Content, Contract, Credential, Operation, RequestBody, contract,
};

fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "paths": {"/pets/{id}": {"post": {
            "parameters": [
                {"name": "id", "in": "path", "required": true, "example": "p 1", "schema": {"type": "string"}},
                {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"enum": ["a"]}}}
            ],
            "requestBody": {"content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                "text/plain": {"schema": {"type": "boolean"}}
            }}
        }}},
        "components": {"schemas": {
            "Pet": {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer", "minimum": 7}}}
        }}
    })
}

fn argument(index: usize, setter: &str, rust: &str, by_reference: bool) -> Argument {
    Argument {
        pointer: format!("/paths/~1pets~1{{id}}/post/parameters/{index}"),
        setter: setter.to_owned(),
        rust: rust.to_owned(),
        by_reference,
    }
}

fn content(media_type: &str, variant: &str, rust: Option<&str>) -> Content {
    let key = media_type.replace('/', "~1");
    Content {
        pointer: format!("/paths/~1pets~1{{id}}/post/requestBody/content/{key}"),
        media_type: media_type.to_owned(),
        variant: Some(format!("operations::ChangePetBody::{variant}")),
        rust: rust.map(str::to_owned),
    }
}

fn operation(body_is_required: bool) -> Operation {
    Operation {
        pointer: "/paths/~1pets~1{id}/post".to_owned(),
        name: "POST /pets/{id}".to_owned(),
        function: "change_pet".to_owned(),
        server: None,
        arguments: vec![argument(0, "id", "String", true)],
        setters: vec![argument(1, "tags", "Vec<types::Tag>", false)],
        body: Some(RequestBody {
            required: body_is_required,
            contents: vec![
                content("application/json", "Json", Some("types::Pet")),
                content("text/plain", "Text", None),
            ],
        }),
        statuses: vec![404],
    }
}

fn made(operation: Operation) -> Contract {
    let calls = Calls {
        operations: vec![operation],
        credentials: vec![Credential {
            setter: "login".to_owned(),
            arguments: 2,
        }],
    };
    contract(&document(), &calls, "my-client")
}

#[test]
fn an_operation_is_called_with_what_it_requires_with_everything_and_with_each_body() {
    let contract = made(operation(false));
    let [program, support] = &contract.files[..] else {
        panic!("{:?}", contract.files)
    };
    assert_eq!(program.0, "tests/operations.rs");
    assert!(program.1.starts_with("// @generated "));
    let statement = r#"    report.operation("POST /pets/{id}", &[
        ("required", &|| client.change_pet(&"p 1".to_owned())),
        ("everything", &|| client.change_pet(&"text".to_owned()).tags(vec![decoded::<types::Tag>("\"a\"")]).body(operations::ChangePetBody::Json(decoded::<types::Pet>("{\"age\":7}")))),
        ("text/plain", &|| client.change_pet(&"text".to_owned()).tags(vec![decoded::<types::Tag>("\"a\"")]).body(operations::ChangePetBody::Text("true".into()))),
    ], &[404]);
"#;
    assert!(program.1.contains(statement), "{}", program.1);
    assert!(program.1.contains(".login(\"token\", \"token\")"));
    assert!(program.1.contains("use support::{Report, decoded};\n"));
    assert_eq!(support.0, "tests/operations/support.rs");
    assert!(support.1.starts_with("// @generated "));
}

#[test]
fn a_required_body_is_the_last_argument() {
    let contract = made(operation(true));
    let call = r#"("required", &|| client.change_pet(&"p 1".to_owned(), operations::ChangePetBody::Json(decoded::<types::Pet>("{\"age\":7}"))))"#;
    assert!(
        contract.files[0].1.contains(call),
        "{}",
        contract.files[0].1
    );
}

#[test]
fn what_cannot_be_made_is_told() {
    let mut without_value = operation(false);
    without_value.setters[0].rust = "i64".to_owned();
    let contract = made(without_value);
    assert_eq!(contract.left_out.len(), 1);
    assert_eq!(
        contract.left_out[0].pointer,
        "/paths/~1pets~1{id}/post/parameters/1"
    );

    let mut without_value = operation(false);
    without_value.arguments[0].rust = "i64".to_owned();
    let contract = made(without_value);
    assert_eq!(contract.files, []);
    assert_eq!(contract.skipped.len(), 1);
    assert!(contract.skipped[0].reason.ends_with("\"p 1\" is no i64"));
}

#[test]
fn a_body_of_which_one_kind_cannot_be_made_is_sent_in_the_others() {
    let mut without_value = operation(true);
    let body = without_value.body.as_mut().unwrap();
    body.contents[1].rust = Some("i64".to_owned());
    let contract = made(without_value);
    assert_eq!(contract.skipped, []);
    assert_eq!(contract.left_out.len(), 1);
    assert!(
        contract.left_out[0]
            .pointer
            .ends_with("/content/text~1plain")
    );
    assert!(contract.files[0].1.contains("ChangePetBody::Json"));
}
