use generator::{Config, PackageName, Source};
use serde_json::Value;

use super::*;

/// What the report of a document without a crate, or with one, is told like.
fn told(name: &str, document: &str, telling: Telling) -> String {
    let source = Source::read(name, document.as_bytes()).unwrap();
    let config = Config::new(PackageName::new("a-client").unwrap());
    let report = match generator::generate(&source, &config) {
        Ok(generated) => generated.report,
        Err(report) => report,
    };
    let told = Told::new(&report, &source, None, telling).text;
    anstream::adapter::strip_str(&told).to_string()
}

fn as_text(name: &str, document: &str) -> String {
    told(name, document, Telling::default())
}

fn in_format(format: FindingFormat, name: &str, document: &str) -> String {
    let telling = Telling { format, all: false };
    told(name, document, telling)
}

/// A document in one line with a finding for each of `descriptions` that is no text.
fn document(descriptions: &[&str]) -> String {
    let operations: Vec<String> = descriptions
        .iter()
        .enumerate()
        .map(|(at, description)| {
            format!(
                r#""/p{at}": {{"get": {{"operationId": "op{at}", "responses": {{"200": {{"description": {description}}}}}}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"openapi": "3.0.0", "info": {{"title": "a", "version": "1"}}, "servers": [{{"url": "https://a.example"}}], "paths": {{{}}}}}"#,
        operations.join(", ")
    )
}

#[test]
fn a_finding_has_place_excerpt_and_mark() {
    let yaml = "openapi: 3.0.0\r\ninfo: {title: a, version: '1'}\r\nservers: [{url: 'https://a.example'}]\r\npaths:\r\n  /ü:\r\n    get:\r\n      operationId: get\r\n      responses: {'200': {ä: 你好, description: 7}}\r\n";
    let expected = "\
warning[invalid-document]: `description` is a number; read as the text `7`
 --> a.yaml:8:34 (#/paths/~1ü/get/responses/200/description)
  |
8 |       responses: {'200': {ä: 你好, description: 7}}
  |                                    ^^^^^^^^^^^

`cargo xtask explain invalid-document` tells what it means and what to do
";
    assert_eq!(as_text("a.yaml", yaml).replace(" \n", "\n"), expected);
}

#[test]
fn a_tab_takes_the_same_room_above_the_mark() {
    let json = document(&["7"]).replace("{\"description\"", "{\n\t\t\"description\"");
    let text = as_text("a.json", &json);
    let lines: Vec<&str> = text.lines().collect();
    let line = lines
        .iter()
        .position(|line| line.starts_with("2 |"))
        .unwrap();
    assert_eq!(
        lines[line].find("\"description\""),
        lines[line + 1].find("^^^^^^^^^^^^^"),
        "{text}"
    );
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let padding = "ü".repeat(1_500_000);
    let json = document(&["7"]).replacen(
        "{\"description\"",
        &format!("{{\"x-before\": \"{padding}\", \"description\""),
        1,
    );
    let json = json.replace(": 7}", &format!(": 7, \"x-after\": \"{padding}\"}}"));
    let text = as_text("a.json", &json);
    assert!(text.contains("a.json:1:1500"), "{text}");
    assert!(
        text.contains("üüü\", \"description\": 7, \"x-after\": \"üüü"),
        "{text}"
    );
    assert!(
        text.lines().all(|line| line.chars().count() < 120),
        "{text}"
    );
}

#[test]
fn a_pointer_to_nothing_marks_what_is_around_it() {
    let text = as_text(
        "a.yaml",
        "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths: {}\n",
    );
    assert!(text.contains("error[invalid-document]"), "{text}");
    assert!(text.contains("3 | paths: {}\n  | ^^^^^\n"), "{text}");
    assert!(text.contains("= help: add an operation"), "{text}");
}

#[test]
fn many_findings_of_one_code_are_counted() {
    let json = document(&["1", "2", "3", "4", "5"]);
    let text = as_text("a.json", &json);
    assert_eq!(text.matches("warning[").count(), 3);
    assert!(
        text.contains("… and 2 more [invalid-document]; `--all` shows all"),
        "{text}"
    );
    let all = Telling {
        all: true,
        ..Telling::default()
    };
    let text = told("a.json", &json, all);
    assert_eq!(text.matches("warning[").count(), 5);
    assert!(!text.contains("more ["));
}

#[test]
fn without_findings_there_is_no_text() {
    let json = document(&["\"ok\""]);
    assert_eq!(as_text("a.json", &json), "");
    assert_eq!(in_format(FindingFormat::Github, "a.json", &json), "");
}

#[test]
fn what_the_document_says_does_not_reach_the_terminal_as_commands() {
    let json = document(&["7"]).replace("/p0", "/p\\u001b[31m\\n\\u009b");
    let source = Source::read("a\u{1b}[1m.json", json.as_bytes()).unwrap();
    let config = Config::new(PackageName::new("a-client").unwrap());
    let report = generator::generate(&source, &config).unwrap().report;
    let text = Told::new(&report, &source, None, Telling::default()).text;
    assert!(!text.contains("\u{1b}[31m"), "{text:?}");
    assert!(!text.contains("\u{1b}[1m.json"), "{text:?}");
    assert!(!text.contains('\u{9b}'), "{text:?}");
}

#[test]
fn json_and_sarif_hold_all_findings_with_their_places() {
    let json = document(&["1", "2", "3", "4", "5"]);
    let value: Value =
        serde_json::from_str(&in_format(FindingFormat::Json, "a b.json", &json)).unwrap();
    assert_eq!(value["warnings"], 5);
    assert_eq!(value["errors"], 0);
    let first = &value["findings"][0];
    assert_eq!(first["code"], "invalid-document");
    assert_eq!(first["file"], "a b.json");
    assert_eq!(first["line"], 1);
    assert_eq!(
        first["pointer"],
        "#/paths/~1p0/get/responses/200/description"
    );

    let log: Value =
        serde_json::from_str(&in_format(FindingFormat::Sarif, "a b.json", &json)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 5);
    for result in results {
        let rule = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b.json");
        assert_eq!(place["region"]["startLine"], 1);
    }
    let column = &results[0]["locations"][0]["physicalLocation"]["region"]["startColumn"];
    assert_eq!(column, &first["column"]);
}

#[test]
fn programs_get_a_whole_answer_when_there_is_nothing_to_find() {
    let json = document(&["\"ok\""]);
    let value: Value =
        serde_json::from_str(&in_format(FindingFormat::Json, "a.json", &json)).unwrap();
    assert_eq!(value["findings"], Value::Array(Vec::new()));
    let log: Value =
        serde_json::from_str(&in_format(FindingFormat::Sarif, "a.json", &json)).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn a_workflow_command_cannot_be_left_or_forged_by_the_document() {
    let json = document(&["7"]).replace("/p0", "/p0\\n::error::forged\\r%0A");
    let text = in_format(FindingFormat::Github, "a,b:c.json", &json);
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(
        text.starts_with("::warning file=a%2Cb%3Ac.json,line=1,col="),
        "{text}"
    );
    assert!(
        text.contains(",title=invalid-document::`description`"),
        "{text}"
    );
    assert!(text.contains("p0%0A::error::forged%0D%250A/get"), "{text}");
}

#[test]
fn a_workflow_command_tells_how_many_more_there_are() {
    let text = in_format(
        FindingFormat::Github,
        "a.json",
        &document(&["1", "2", "3", "4"]),
    );
    assert_eq!(text.matches("::warning ").count(), 3);
    assert!(
        text.ends_with("::notice::… and 1 more [invalid-document]\n"),
        "{text}"
    );
}

const TWICE: &str = "openapi: 3.0.0
info: {title: a, version: '1'}
servers: [{url: 'https://a.example'}]
paths:
  /a:
    get: {operationId: a, responses: {'204': {description: a}}}
  /b:
    get: {operationId: a, responses: {'204': {description: b}}}
";

#[test]
fn other_places_are_drawn_below_the_finding() {
    let expected = "\
 --> a.yaml:8:11 (#/paths/~1b/get/operationId)
  |
8 |     get: {operationId: a, responses: {'204': {description: b}}}
  |           ^^^^^^^^^^^
note: the first one is here
 --> a.yaml:6:11 (#/paths/~1a/get/operationId)
  |
6 |     get: {operationId: a, responses: {'204': {description: a}}}
  |           ^^^^^^^^^^^
";
    let text = as_text("a.yaml", TWICE);
    assert!(text.contains(expected), "{text}");
}

#[test]
fn programs_are_told_of_other_places() {
    let value: Value =
        serde_json::from_str(&in_format(FindingFormat::Json, "a.yaml", TWICE)).unwrap();
    let expected = serde_json::json!([{
        "message": "the first one is here",
        "pointer": "#/paths/~1a/get/operationId",
        "file": "a.yaml",
        "line": 6,
        "column": 11,
    }]);
    assert_eq!(value["findings"][0]["related"], expected);

    let log: Value =
        serde_json::from_str(&in_format(FindingFormat::Sarif, "a b.yaml", TWICE)).unwrap();
    let related = &log["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["id"], 1);
    assert_eq!(related["message"]["text"], "the first one is here");
    let place = &related["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
    assert_eq!(place["region"]["startLine"], 6);

    let text = in_format(FindingFormat::Github, "a.yaml", TWICE);
    assert!(
        text.ends_with(
            "(#/paths/~1b/get/operationId)%0Anote: the first one is here: a.yaml:6:11 (#/paths/~1a/get/operationId)\n"
        ),
        "{text}"
    );
}

/// Why the document cannot be read.
fn failure(document: &str) -> Failure {
    Failure::unreadable(Source::read("a.yaml", document.as_bytes()).unwrap_err())
}

#[test]
fn a_document_that_cannot_be_read_is_shown_with_its_lines_and_what_is_left() {
    let failure = failure("openapi: 3.0.0\na: 1\na: 2\n").with_note("b was left as it is");
    let text = anstream::adapter::strip_str(&of_failure(&failure)).to_string();
    let expected = "\
error[invalid-document]: not valid YAML: the key `a` is already there in this mapping, at 2:1
 --> a.yaml:3:1
  |
3 | a: 2
  | ^
note: the first one is here
 --> a.yaml:2:1
  |
2 | a: 1
  | ^

  b was left as it is";
    assert_eq!(text, expected);
    assert_eq!(
        failure.to_string(),
        "a.yaml:3:1: not valid YAML: the key `a` is already there in this mapping, at 2:1\n  b was left as it is"
    );
}

#[test]
fn what_has_no_place_is_one_line() {
    assert_eq!(
        of_failure(&failure("")),
        "error: a.yaml is empty (zero bytes): fetch or export it again"
    );
    assert_eq!(of_failure(&Failure::usage("no")), "error: no");
}

#[test]
fn programs_have_line_and_column_of_a_document_that_cannot_be_read() {
    let telling = Telling {
        format: FindingFormat::Json,
        all: false,
    };
    let told = Told::unreadable("b.yaml", &failure("openapi: 3.0.0\na: 1\na: 2\n"), telling);
    let value: Value = serde_json::from_str(&told.text).unwrap();
    let finding = &value["findings"][0];
    assert_eq!(finding["file"], "a.yaml");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&3.into(), &1.into())
    );
    assert_eq!(finding["related"][0]["line"], 2);
    let told = Told::unreadable("b.yaml", &Failure::unusable("gone"), telling);
    let value: Value = serde_json::from_str(&told.text).unwrap();
    assert_eq!(value["findings"][0]["file"], "b.yaml");
    assert_eq!(value["findings"][0]["line"], Value::Null);
}
