//! Rules for lists that come in pages: what they give, and what is said of those that do not fit.

use generator::{Config, Generated, PackageName, PageSteps, PaginationRule, Report, Source};

use crate::fixture::file;

const DOCUMENT: &str = r##"
openapi: 3.0.3
info: {title: Fixture, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - {name: q, in: query, schema: {type: string}}
        - {name: at, in: query, schema: {type: integer}}
        - {name: as_json, in: query, content: {application/json: {schema: {type: string}}}}
      responses: {"200": {$ref: "#/components/responses/Things"}}
  /others:
    post:
      operationId: listOthers
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {"200": {$ref: "#/components/responses/Things"}}
  /nothing:
    get:
      operationId: getNothing
      responses: {"204": {description: Nothing.}}
  /sessions:
    get:
      operationId: listSessions
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Done.
          content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {type: string}}, next_cursor: {type: string}}}}}
components:
  responses:
    Things:
      description: Done.
      content: {application/json: {schema: {$ref: "#/components/schemas/Things"}}}
  schemas:
    Things:
      type: object
      required: [result]
      properties:
        result:
          type: object
          properties:
            things: {type: array, items: {$ref: "#/components/schemas/Thing"}}
            "odata.next": {type: string}
            last: {type: boolean}
            all: {type: integer}
    Thing: {type: object, properties: {id: {type: string}}}
"##;

fn generate(rules: Vec<PaginationRule>) -> Result<Generated, Report> {
    let config = Config {
        pagination: rules,
        ..Config::new(PackageName::new("fixture").unwrap())
    };
    generator::generate(&source(), &config)
}

fn source() -> Source {
    Source::read("fixture.yaml", DOCUMENT.as_bytes()).unwrap()
}

fn rule(operations: &[&str], steps: PageSteps) -> PaginationRule {
    PaginationRule {
        operations: operations.iter().map(|&it| it.to_owned()).collect(),
        steps: Some(steps),
        items: Some("result.things".to_owned()),
        more: None,
        done: None,
    }
}

fn cursor(parameter: &str, next: &str) -> PageSteps {
    PageSteps::Cursor {
        parameter: parameter.to_owned(),
        next: next.to_owned(),
    }
}

fn last(property: &str) -> PageSteps {
    PageSteps::LastItem {
        parameter: "q".to_owned(),
        property: property.to_owned(),
    }
}

/// The tables that were written, in order.
fn tables(rules: Vec<PaginationRule>) -> Vec<String> {
    let generated = generate(rules).unwrap_or_else(|report| panic!("{}", report.render(&source())));
    let text = file(&generated.files, "src/operations/default.rs");
    let tables = text.split("paginated! {\n").skip(1);
    tables
        .map(|table| {
            let (table, _) = table.split_once("\n}\n").unwrap();
            let lines: Vec<&str> = table.lines().map(str::trim).collect();
            lines.join(" ")
        })
        .collect()
}

/// What is said of a rule with its place in the document.
fn told(rule: PaginationRule) -> Vec<(String, String)> {
    let report = generate(vec![rule]).unwrap_err();
    let findings = report.diagnostics.into_iter();
    findings
        .map(|finding| {
            assert_eq!(finding.code.as_str(), "pagination-rule");
            assert!(finding.help.is_some());
            (finding.pointer.to_string(), finding.message)
        })
        .collect()
}

const DETECTED: &str = r#"ListSessions: String { items: |page| page.data.as_mut(), cursor "cursor": |page| page.next_cursor, }"#;

#[test]
fn a_rule_says_what_no_shape_tells() {
    let things = "types::Thing { items: |page| page.result.things.as_mut(),";
    let one = PaginationRule {
        done: Some("result.last".to_owned()),
        ..rule(&["list*"], cursor("q", "result.odata.next"))
    };
    let rows = r#"cursor "q": |page| page.result.odata_next, done: |page| page.result.last,"#;
    assert_eq!(
        tables(vec![one]),
        [
            format!("ListThings: {things} {rows} }}"),
            format!("ListOthers: {things} {rows} }}"),
            DETECTED.to_owned()
        ]
    );
    let offset = PageSteps::Offset {
        parameter: "at".to_owned(),
        first: 1,
        size: None,
        total: Some("result.all".to_owned()),
    };
    let page = PageSteps::Page {
        parameter: "at".to_owned(),
        first: 0,
        total: None,
    };
    let url = PageSteps::Url {
        next: "result.odata.next".to_owned(),
    };
    for (steps, rows) in [
        (offset, r#"offset "at" 1, total: |page| page.result.all,"#),
        (page, r#"page "at" 0,"#),
        (
            last("id"),
            r#"cursor "q": |page| page.result.things.as_ref()?.last().as_ref()?.id,"#,
        ),
        (url, "url: |page| page.result.odata_next,"),
        (PageSteps::Link, "link,"),
    ] {
        let expected = format!("ListThings: {things} {rows} }}");
        assert_eq!(tables(vec![rule(&["listThings"], steps)])[0], expected);
    }
}

#[test]
fn the_first_rule_that_names_an_operation_counts_and_one_can_say_that_there_are_no_pages() {
    let none = PaginationRule {
        steps: None,
        items: None,
        ..rule(&["listSessions"], PageSteps::Link)
    };
    assert!(tables(vec![none.clone()]).is_empty());
    let others = rule(&["*"], cursor("q", "result.odata.next"));
    assert_eq!(tables(vec![none, others]).len(), 2);
    assert_eq!(tables(Vec::new()), [DETECTED]);
}

#[test]
fn a_rule_that_fits_nothing_is_an_error_that_says_why() {
    let next = "result.odata.next";
    let number = |parameter: &str| PageSteps::Page {
        parameter: parameter.to_owned(),
        first: 1,
        total: None,
    };
    let things = "#/paths/~1things/get";
    for (operation, steps, pointer, expected) in [
        (
            "nothingOfTheKind",
            cursor("q", next),
            "#",
            "for `nothingOfTheKind` finds no operation that can be called",
        ),
        (
            "listThings",
            cursor("cursr", next),
            things,
            "does not fit: the operation has no query parameter `cursr`; those that it has: `q`, `at`, `as_json`",
        ),
        (
            "list*",
            cursor("q", "result.next"),
            things,
            "does not fit: the answer has no property `result.next`",
        ),
        (
            "listThings",
            cursor("q", "result.last"),
            things,
            "does not fit: the property `result.last` is not text or an integer",
        ),
        (
            "listThings",
            number("q"),
            "#/paths/~1things/get/parameters/0",
            "does not fit: the parameter `q` is not a number",
        ),
        (
            "listThings",
            cursor("as_json", next),
            "#/paths/~1things/get/parameters/2",
            "does not fit: the parameter `as_json` is JSON, not a plain value",
        ),
        (
            "listThings",
            last("name"),
            things,
            "does not fit: the items have no property `name`",
        ),
        (
            "getNothing",
            PageSteps::Link,
            "#/paths/~1nothing/get",
            "does not fit: the operation does not give one kind of JSON body on success",
        ),
    ] {
        let expected = (
            pointer.to_owned(),
            match expected.starts_with("for") {
                true => format!("the pagination rule {expected}"),
                false => format!("the pagination rule for `{operation}` {expected}"),
            },
        );
        assert_eq!(told(rule(&[operation], steps)), [expected]);
    }
    for (items, expected) in [
        (Some("result"), "the property `result` is no array"),
        (
            None,
            "the answer has not just one array; name the one of the items with `items`",
        ),
    ] {
        let rule = PaginationRule {
            items: items.map(str::to_owned),
            ..rule(&["listThings"], PageSteps::Link)
        };
        let expected = format!("the pagination rule for `listThings` does not fit: {expected}");
        assert_eq!(told(rule), [(things.to_owned(), expected)]);
    }
}

#[test]
fn of_several_names_each_has_to_find_something() {
    let told = told(rule(
        &["listThings", "nope", "getNothing"],
        cursor("q", "result.odata.next"),
    ));
    let messages: Vec<&str> = told.iter().map(|(_, message)| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the pagination rule for `nope` finds no operation that can be called",
            "the pagination rule for `listThings`, `nope`, `getNothing` does not fit: the operation does not give one kind of JSON body on success",
        ]
    );
}

#[test]
fn a_rule_that_comes_after_another_for_the_same_operations_is_an_error() {
    let told = |rules: Vec<PaginationRule>| {
        let report = generate(rules).unwrap_err();
        let [finding] = report.diagnostics.as_slice() else {
            panic!("{}", report.render(&source()));
        };
        (finding.pointer.to_string(), finding.message.clone())
    };
    for name in ["listThings", "listT*"] {
        let message = format!(
            "the pagination rule for `{name}` does not fit: an earlier rule is for this operation"
        );
        let rules = vec![rule(&["list*"], PageSteps::Link), rule(&[name], last("id"))];
        assert_eq!(told(rules), ("#/paths/~1things/get".to_owned(), message));
    }
}
