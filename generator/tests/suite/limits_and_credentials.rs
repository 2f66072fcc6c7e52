//! What comparisons say of limits of values, credentials and webhooks: changes that are found, and others that are none.

use generator::{Comparison, Source, Wire};
use serde_json::{Value, json};

use crate::changes::{assert_wire, config, same_choices, told};

fn compared(old: &Value, new: &Value) -> Comparison {
    let [old, new] = [old, new]
        .map(|document| Source::read("api.json", document.to_string().as_bytes()).unwrap());
    same_choices(&old, &new, &config("fixture"))
}

/// The rules of the changes, in their order.
fn rules(comparison: &Comparison) -> Vec<&'static str> {
    comparison.changes.iter().map(|it| it.rule.code()).collect()
}

fn document(version: &str, rest: &Value) -> Value {
    let mut document = json!({
        "openapi": version,
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {},
    });
    let members = rest.as_object().unwrap().clone();
    document.as_object_mut().unwrap().extend(members);
    document
}

/// An operation that sends a `Pet` and answers with an `Owner`.
fn with_schemas(version: &str, schemas: &Value) -> Value {
    let content = |name: &str| json!({"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}});
    let operation = json!({
        "operationId": "addPet",
        "requestBody": {"content": content("Pet")},
        "responses": {"200": {"description": "OK", "content": content("Owner")}},
    });
    document(
        version,
        &json!({"paths": {"/pets": {"post": operation}}, "components": {"schemas": schemas}}),
    )
}

fn of_pet(schema: &Value) -> Value {
    let pet = json!({"type": "object", "properties": {"it": schema}});
    with_schemas("3.0.3", &json!({"Pet": pet, "Owner": {"type": "object"}}))
}

#[test]
fn a_limit_is_stricter_when_it_lets_less_through() {
    let tightened = "request-constraint-tightened";
    let loosened = "request-constraint-loosened";
    for (old, new, expected) in [
        (
            json!({"maximum": 5}),
            json!({"maximum": 4}),
            vec![tightened],
        ),
        (json!({"maximum": 5}), json!({"maximum": 6}), vec![loosened]),
        (json!({}), json!({"minimum": 0}), vec![tightened]),
        (
            json!({"minimum": 1}),
            json!({"minimum": 1, "exclusiveMinimum": true}),
            vec![tightened],
        ),
        (
            json!({"multipleOf": 10}),
            json!({"multipleOf": 5}),
            vec![loosened],
        ),
        (
            json!({"multipleOf": 10}),
            json!({"multipleOf": 4}),
            vec![tightened],
        ),
        (
            json!({"multipleOf": 0.1}),
            json!({"multipleOf": 0.01}),
            vec![loosened],
        ),
        (
            json!({"maximum": 5}),
            json!({"maximum": 5.0}),
            vec!["documentation"],
        ),
        // Of integers, more than zero is at least one.
        (
            json!({"minimum": 0, "exclusiveMinimum": true}),
            json!({"minimum": 1}),
            vec!["documentation"],
        ),
        // To allow what is allowed anyway, or what no integer has, is to say nothing.
        (
            json!({}),
            json!({"minLength": 9, "uniqueItems": false, "exclusiveMaximum": false}),
            vec!["documentation"],
        ),
        // Nothing of an example is a limit.
        (
            json!({"example": {"maximum": 5}}),
            json!({"example": {"maximum": 4}}),
            vec!["documentation"],
        ),
        (
            json!({"x-limits": {"maximum": 5}}),
            json!({"x-limits": {"maximum": 4}}),
            vec!["documentation"],
        ),
    ] {
        let number = |schema: &Value| {
            let mut schema = schema.clone();
            schema["type"] = json!("integer");
            of_pet(&schema)
        };
        let comparison = compared(&number(&old), &number(&new));
        assert_eq!(rules(&comparison), expected, "{old} to {new}");
    }
}

#[test]
fn a_limit_that_another_version_writes_otherwise_is_the_same() {
    let of = |version: &str, schema: Value| {
        let pet = json!({"type": "object", "properties": {"age": schema}});
        with_schemas(version, &json!({"Pet": pet, "Owner": {"type": "object"}}))
    };
    let old = json!({"type": "number", "minimum": 0, "exclusiveMinimum": true});
    let new = json!({"type": "number", "exclusiveMinimum": 0});
    let comparison = compared(&of("3.0.3", old), &of("3.1.0", new));
    assert_eq!(rules(&comparison), ["documentation"]);
}

#[test]
fn who_reads_a_value_says_what_its_limit_does() {
    let schemas = |length: u64| {
        let text = json!({"type": "string", "maxLength": length});
        let read_only = json!({"type": "string", "maxLength": length, "readOnly": true});
        json!({
            "Base": {"type": "object", "properties": {"name": text}},
            "Pet": {
                "type": "object",
                "properties": {
                    "id": read_only,
                    "maxLength": text,
                    "tags": {"type": "array", "items": text},
                },
            },
            "Owner": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"age": {}}}]},
        })
    };
    let [old, new] = [9, 5].map(|length| with_schemas("3.0.3", &schemas(length)));
    let told: Vec<String> = compared(&old, &new)
        .changes
        .iter()
        .map(|change| format!("{} {} [{}]", change.subject, change.message, change.rule))
        .collect();
    let expected = |subject: &str, rule: &str| {
        format!("{subject} has `maxLength` 5 now, had `maxLength` 9 [{rule}]")
    };
    let (sent, answered) = (
        "request-constraint-tightened",
        "response-constraint-changed",
    );
    assert_eq!(
        told,
        [
            expected("`Pet`, property `maxLength`", sent),
            expected("`Pet`, property `tags`, each item", sent),
            expected("`Base`, property `name`", answered),
        ]
    );
}

/// `Pet` of each of two documents, and what the limits of what it sends say.
fn told_of_pet(old: &Value, new: &Value) -> Vec<String> {
    let of = |schemas: &Value| {
        let mut schemas = schemas.clone();
        schemas["Owner"] = json!({"type": "object"});
        with_schemas("3.0.3", &schemas)
    };
    let comparison = compared(&of(old), &of(new));
    let limits = comparison
        .changes
        .iter()
        .filter(|it| it.rule.code().ends_with("tightened") || it.rule.code().ends_with("loosened"));
    limits
        .map(|it| format!("{} {} [{}]", it.subject, it.message, it.rule))
        .collect()
}

#[test]
fn a_limit_is_found_wherever_a_schema_has_it_from() {
    let text = |most: u64| json!({"type": "string", "maxLength": most});
    let pet = |it: Value| json!({"type": "object", "properties": {"it": it}});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let tightened = |subject: &str, keyword: &str| {
        vec![format!(
            "{subject} has `{keyword}` 5 now, had `{keyword}` 9 [request-constraint-tightened]"
        )]
    };
    // Behind a reference now, and behind another one.
    assert_eq!(
        told_of_pet(
            &json!({"Pet": pet(text(9))}),
            &json!({"Pet": pet(reference("Name")), "Name": text(5)}),
        ),
        tightened("`Pet`, property `it`", "maxLength")
    );
    assert_eq!(
        told_of_pet(
            &json!({"Pet": pet(reference("A")), "A": text(9), "B": text(5)}),
            &json!({"Pet": pet(reference("B")), "A": text(9), "B": text(5)}),
        ),
        tightened("`Pet`, property `it`", "maxLength")
    );
    // Of what a schema extends.
    let extending = |most: u64| {
        let base = json!({"type": "object", "maxProperties": most});
        json!({"Base": base, "Pet": {"allOf": [reference("Base"), pet(json!({}))]}})
    };
    assert_eq!(
        told_of_pet(&extending(9), &extending(5)),
        tightened("`Pet`", "maxProperties")
    );
    // The strictest one counts.
    let both = |one: u64, two: u64| json!({"Pet": pet(json!({"allOf": [text(one), text(two)]}))});
    assert_eq!(told_of_pet(&both(9, 5), &both(5, 7)), [""; 0]);
    // All patterns count, in any order.
    let patterns = |some: &[&str]| {
        let parts: Vec<Value> = some
            .iter()
            .map(|it| json!({"type": "string", "pattern": it}))
            .collect();
        json!({"Pet": pet(json!({"allOf": parts}))})
    };
    assert_eq!(
        told_of_pet(&patterns(&["^a", "b$"]), &patterns(&["b$", "^a"])),
        [""; 0]
    );
    assert_eq!(
        told_of_pet(&patterns(&["^a"]), &patterns(&["b$", "^a"])),
        ["`Pet`, property `it` has `pattern` \"b$\" now [request-constraint-tightened]"]
    );
    // Branches are known by what they say, and not by their order.
    let number = json!({"type": "integer", "maximum": 3});
    let either = |one: &Value, two: &Value| json!({"Pet": pet(json!({"anyOf": [one, two]}))});
    assert_eq!(
        told_of_pet(&either(&text(9), &number), &either(&number, &text(9))),
        [""; 0]
    );
    assert_eq!(
        told_of_pet(&either(&text(9), &number), &either(&text(5), &number)).len(),
        1
    );
    // What must not be the case is no limit of what may.
    let not = |most: u64| json!({"Pet": pet(json!({"type": "string", "not": text(most)}))});
    assert_eq!(told_of_pet(&not(9), &not(5)), [""; 0]);
    // Only what is sent: the type below is one of answers.
    let read_only = |most: u64| {
        let it = json!({"readOnly": true, "allOf": [reference("Part")]});
        json!({"Pet": pet(it), "Part": pet(text(most))})
    };
    assert_eq!(told_of_pet(&read_only(9), &read_only(5)), [""; 0]);
    // A name that is a keyword elsewhere.
    let mapping = |name: &str| {
        json!({"Pet": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": {"pattern": name}},
        }})
    };
    assert_eq!(
        told_of_pet(&mapping("#/components/schemas/Pet"), &mapping("Pet")),
        [""; 0]
    );
}

#[test]
fn what_is_only_extended_is_judged_by_what_extends_it() {
    let schemas = |required: &[&str]| {
        let base = json!({"type": "object", "required": required, "properties": {"n": {"type": "string"}}});
        let pet =
            json!({"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"a": {}}}]});
        with_schemas(
            "3.0.3",
            &json!({"Base": base, "Pet": pet, "Owner": {"type": "object"}}),
        )
    };
    let comparison = compared(&schemas(&["n"]), &schemas(&[]));
    assert_wire(&comparison, Wire::Works);
    // A schema that nothing uses mentions one that is sent.
    let schemas = |required: &[&str]| {
        let pet = json!({"type": "object", "required": required, "properties": {"n": {"type": "string"}}});
        let unused =
            json!({"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/Pet"}}});
        with_schemas(
            "3.0.3",
            &json!({"Pet": pet, "Owner": {"type": "object"}, "Unused": unused}),
        )
    };
    let comparison = compared(&schemas(&["n"]), &schemas(&[]));
    assert_wire(&comparison, Wire::Works);
    let back = compared(&schemas(&[]), &schemas(&["n"]));
    assert_wire(&back, Wire::Breaks);
}

#[test]
fn a_property_that_one_side_gains_or_loses_is_not_new_or_gone() {
    let of = |id: Value| of_pet(&id);
    let (plain, read_only) = (
        of(json!({"type": "string"})),
        of(json!({"type": "string", "readOnly": true})),
    );
    let text = told(&compared(&plain, &read_only));
    assert!(
        text.contains("is read-only now [request-property-removed]"),
        "{text}"
    );
    let text = told(&compared(&read_only, &plain));
    assert!(
        text.contains("is read-only no more (optional) [optional-request-property-added]"),
        "{text}"
    );
}

#[test]
fn a_parameter_is_known_by_its_name_and_not_by_its_place() {
    let parameter =
        |name: &str, schema: Value| json!({"name": name, "in": "query", "schema": schema});
    let of = |parameters: Value| {
        let operation = json!({
            "operationId": "listPets",
            "parameters": parameters,
            "responses": {"204": {"description": "Done"}},
        });
        document("3.0.3", &json!({"paths": {"/pets": {"get": operation}}}))
    };
    let limit = |most: u64| parameter("limit", json!({"type": "integer", "maximum": most}));
    let name = parameter("name", json!({"type": "string", "maxLength": 5}));
    let (limit, less) = (limit(100), limit(50));
    let old = of(json!([limit]));
    assert_eq!(
        rules(&compared(&old, &of(json!([name, limit])))),
        ["optional-parameter-added"]
    );
    let comparison = compared(&old, &of(json!([name, less])));
    let told = told(&comparison);
    assert!(
        told.contains("GET /pets, query parameter `limit` has `maximum` 50 now, had `maximum` 100")
            && told.contains("old #/paths/~1pets/get/parameters/0/schema")
            && told.contains("new #/paths/~1pets/get/parameters/1/schema"),
        "{told}"
    );
}

/// Two operations, of which one has its own security where there is some.
fn secured(schemes: &Value, root: &Value, own: &Value) -> Value {
    let mut second = json!({"operationId": "b", "responses": {"204": {"description": "Done"}}});
    if !own.is_null() {
        second["security"] = own.clone();
    }
    let first = json!({"operationId": "a", "responses": {"204": {"description": "Done"}}});
    let mut rest = json!({
        "paths": {"/a": {"get": first}, "/b": {"get": second}},
        "components": {"securitySchemes": schemes},
    });
    if !root.is_null() {
        rest["security"] = root.clone();
    }
    document("3.0.3", &rest)
}

fn oauth() -> Value {
    let flow = json!({"tokenUrl": "https://api.example.com/token", "scopes": {"read": "Read", "write": "Write"}});
    json!({"type": "oauth2", "flows": {"clientCredentials": flow}})
}

#[test]
fn a_scope_more_is_a_credential_that_is_not_enough() {
    let schemes = json!({"auth": oauth()});
    let of = |scopes: &[&str]| secured(&schemes, &json!([{"auth": scopes}]), &Value::Null);
    let comparison = compared(&of(&["read"]), &of(&["read", "write"]));
    assert_eq!(comparison.wire(), Wire::Breaks);
    // Once, and not for each operation.
    assert_eq!(rules(&comparison), ["security-tightened"]);
    let text = told(&comparison);
    assert!(
        text.contains("the credentials of the API need the scope `write` now"),
        "{text}"
    );
    let back = compared(&of(&["read", "write"]), &of(&["read"]));
    assert_eq!(rules(&back), ["security-loosened"]);
}

#[test]
fn an_operation_with_its_own_credentials_is_told_by_itself() {
    let schemes = json!({"auth": oauth()});
    let of = |own: Value| secured(&schemes, &json!([{"auth": ["read"]}]), &own);
    let comparison = compared(&of(Value::Null), &of(json!([{"auth": ["write"]}])));
    let text = told(&comparison);
    assert_eq!(rules(&comparison), ["security-tightened"], "{text}");
    assert!(
        text.starts_with("GET /b, the credentials need the scope `write` now"),
        "{text}"
    );
}

#[test]
fn a_credential_with_another_name_is_sent_as_it_was() {
    let key = |name: &str| json!({"type": "apiKey", "in": "header", "name": name});
    let of = |schemes: Value, name: &str| secured(&schemes, &json!([{name: []}]), &Value::Null);
    for (old, new) in [(oauth(), oauth()), (key("x-key"), key("x-key"))] {
        let comparison = compared(
            &of(json!({"old": old}), "old"),
            &of(json!({"new": new}), "new"),
        );
        assert_wire(&comparison, Wire::Works);
        assert_eq!(rules(&comparison), ["security-scheme-renamed"]);
    }
    // The name of a header has no case.
    let comparison = compared(
        &of(json!({"one": key("X-Key")}), "one"),
        &of(json!({"one": key("x-key")}), "one"),
    );
    assert_wire(&comparison, Wire::Works);
    // Which of two it is, nothing says.
    let comparison = compared(
        &of(json!({"old": key("x-key")}), "old"),
        &of(json!({"new": key("x-key"), "other": key("x-key")}), "new"),
    );
    assert_wire(&comparison, Wire::Breaks);
}

#[test]
fn another_way_to_a_token_takes_none_away() {
    let of = |scheme: Value| {
        secured(
            &json!({"auth": scheme}),
            &json!([{"auth": []}]),
            &Value::Null,
        )
    };
    let flow = |url: &str| json!({"tokenUrl": url, "scopes": {}});
    let (one, two) = (
        "https://api.example.com/token",
        "https://id.example.com/token",
    );
    let implicit = json!({"authorizationUrl": "https://api.example.com/authorize", "scopes": {}});
    let with = |flows: Value| json!({"type": "oauth2", "flows": flows});
    let client = |url: &str| with(json!({"clientCredentials": flow(url)}));
    let bearer = json!({"type": "http", "scheme": "bearer"});
    for (old, new, wire) in [
        (
            with(json!({"implicit": implicit})),
            client(one),
            Wire::Works,
        ),
        (bearer.clone(), client(one), Wire::Works),
        (client(one), client(two), Wire::Breaks),
        (client(one), bearer, Wire::Breaks),
    ] {
        let comparison = compared(&of(old), &of(new));
        assert_wire(&comparison, wire);
    }
}

#[test]
fn a_webhook_is_known_by_its_name() {
    let of = |hooks: &[(&str, &str)]| {
        let hook = |property: &str| {
            let schema = json!({"type": "object", "properties": {property: {"type": "string"}}});
            let body = json!({"content": {"application/json": {"schema": schema}}});
            json!({"post": {"requestBody": body, "responses": {"204": {"description": "Taken"}}}})
        };
        let hooks = hooks
            .iter()
            .map(|(name, property)| ((*name).to_owned(), hook(property)));
        let hooks: serde_json::Map<String, Value> = hooks.collect();
        document("3.1.0", &json!({"webhooks": hooks}))
    };
    let old = of(&[("added", "a"), ("changed", "b")]);
    let comparison = compared(&old, &of(&[("changed", "b"), ("added", "a")]));
    assert_eq!(rules(&comparison), [""; 0], "{}", told(&comparison));
    let comparison = compared(&old, &of(&[("added", "a"), ("gone", "b")]));
    let mut rules = rules(&comparison);
    rules.sort_unstable();
    assert_eq!(rules, ["webhook-added", "webhook-removed"]);

    // Whatever it refers to, and also without a body.
    let item = json!({"post": {"responses": {"204": {"description": "Taken"}}}});
    let of = |hooks: Value| {
        let schemas = json!({"Pet": {"type": "object"}});
        let components = json!({"pathItems": {"Hook": item}, "schemas": schemas});
        document(
            "3.1.0",
            &json!({"webhooks": hooks, "components": components}),
        )
    };
    let reference = json!({"$ref": "#/components/pathItems/Hook"});
    let comparison = compared(&of(json!({"a": item})), &of(json!({"a": reference})));
    assert_wire(&comparison, Wire::Works);
    let both = of(json!({"a": reference, "b": reference}));
    let comparison = compared(&both, &of(json!({"a": reference})));
    assert_eq!(self::rules(&comparison), ["webhook-removed"]);
}

#[test]
fn a_limit_is_found_in_branches_and_tuples_that_stand_elsewhere() {
    let one = |most: u64| json!({"type": "object", "required": ["k"], "properties": {"k": {"type": "string", "maxLength": most}}});
    let other =
        json!({"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}});
    let pet =
        |branches: &Value| json!({"type": "object", "properties": {"it": {"oneOf": branches}}});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    // A branch has another name and another place.
    let told = told_of_pet(
        &json!({"Pet": pet(&json!([reference("A"), reference("B")])), "A": one(9), "B": other}),
        &json!({"Pet": pet(&json!([reference("B"), reference("C")])), "C": one(5), "B": other}),
    );
    assert_eq!(
        told,
        [
            "`A`, property `k` has `maxLength` 5 now, had `maxLength` 9 [request-constraint-tightened]"
        ]
    );
    let tuple = |most: u64| {
        let items = json!([{"type": "string", "maxLength": most}, {"type": "integer"}]);
        let it = json!({"type": "array", "prefixItems": items, "minItems": 2, "items": false});
        let pet = json!({"type": "object", "properties": {"it": it}});
        with_schemas("3.1.0", &json!({"Pet": pet, "Owner": {"type": "object"}}))
    };
    let comparison = compared(&tuple(9), &tuple(5));
    assert_wire(&comparison, Wire::Breaks);
}

#[test]
fn what_is_called_otherwise_or_allows_null_twice_is_judged_once() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let pet = json!({"type": "object", "properties": {"it": reference("Name")}});
    // Only sent, so that a name for more is no news to who reads answers.
    let of = |name: Value| {
        let owner = json!({"type": "object"});
        with_schemas(
            "3.1.0",
            &json!({"Pet": pet, "Owner": owner, "Name": name, "Inner": {"type": ["string", "null"]}}),
        )
    };
    let comparison = compared(
        &of(json!({"type": "integer"})),
        &of(json!({"type": "number"})),
    );
    assert_wire(&comparison, Wire::Works);
    let comparison = compared(
        &of(json!({"anyOf": [reference("Inner"), {"type": "null"}]})),
        &of(json!({"anyOf": [{"type": "string"}, {"type": "null"}]})),
    );
    assert_wire(&comparison, Wire::Works);
}

#[test]
fn a_body_is_taken_by_the_narrowest_range() {
    let of = |name: &str| {
        let content = |most: u64| json!({"schema": {"type": "string", "maxLength": most}});
        let operation = json!({
            "operationId": "addPicture",
            "requestBody": {"content": {"image/*": content(3), name: content(9)}},
            "responses": {"204": {"description": "Done"}},
        });
        document(
            "3.1.0",
            &json!({"paths": {"/pictures": {"post": operation}}}),
        )
    };
    let comparison = compared(&of("image/png"), &of("image/png"));
    assert_eq!(rules(&comparison), [""; 0], "{}", told(&comparison));
    let comparison = compared(&of("image/png"), &of("IMAGE/png; q=1"));
    assert_wire(&comparison, Wire::Works);
}
