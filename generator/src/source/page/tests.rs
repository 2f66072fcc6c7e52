use super::*;
use crate::source::Source;

fn read(text: &str) -> Source {
    Source::read("page.md", text.as_bytes()).unwrap()
}

fn error(text: &str) -> String {
    Source::read("page.md", text.as_bytes())
        .unwrap_err()
        .to_string()
}

fn place(source: &Source, pointer: &str) -> String {
    source.place(&Pointer::from(pointer))
}

#[test]
fn the_block_of_a_page_is_read_and_placed_by_the_lines_of_the_page() {
    let page = "> Use `openapi:`.\n\n# Title\n\n```bash\ncurl\n```\n\n````yaml https://a.test/openapi.json post /pets\nopenapi: 3.0.1\npaths:\n  /pets:\n    post: {}\n````\n\nThe end.\n";
    let source = read(page);
    assert_eq!(
        source.value(),
        &serde_json::json!({"openapi": "3.0.1", "paths": {"/pets": {"post": {}}}})
    );
    assert_eq!(place(&source, ""), "page.md:10:1");
    assert_eq!(place(&source, "/paths/~1pets/post"), "page.md:13:5");
}

#[test]
fn a_block_of_json_is_read() {
    let source = read("# Title\r\n\r\n~~~json\r\n{\r\n\t\"openapi\": \"3.0.1\"\r\n}\r\n~~~\r\n");
    assert_eq!(source.value(), &serde_json::json!({"openapi": "3.0.1"}));
    assert_eq!(place(&source, "/openapi"), "page.md:5:2");
}

#[test]
fn a_block_in_a_list_or_a_quotation_is_placed_behind_what_stands_before_its_lines() {
    let source = read("# Title\n\n- item\n\n  ```\n  openapi: 3.0.1\n\n  x: [1, 2]\n  ```\n");
    assert_eq!(place(&source, "/x/1"), "page.md:8:10");
    let source = read("# Title\n\n> ```\n> openapi: 3.0.1\n>\n> x:\n>   - 1\n> ```\n");
    assert_eq!(place(&source, "/x"), "page.md:6:3");
    assert_eq!(place(&source, "/x/0"), "page.md:7:7");
}

#[test]
fn a_page_without_a_document_is_named() {
    assert_eq!(
        error("# Title\n\n```yaml\na: 1\n```\n\n```\n[\n```\n"),
        "page.md is a documentation page without an OpenAPI document: fenced code blocks in it: 2, with `openapi` at the top level: 0; use a page that shows the document, or the document itself"
    );
}

#[test]
fn a_page_with_two_documents_names_both_lines() {
    assert_eq!(
        error(
            "# Title\n```\nopenapi: 3.0.1\n```\n```\na: 1\n```\n```json\n{\"swagger\": \"2.0\",}\n```\n"
        ),
        "page.md holds several OpenAPI documents, in the code blocks at line 2 and at line 8: split it into one source for each"
    );
}

#[test]
fn a_mistake_in_a_block_is_placed_in_the_page() {
    assert_eq!(
        error("# Title\n```\nopenapi: 3.0.1\ninfo: a: b\n```\n"),
        "page.md:4:8: not valid YAML: mapping values are not allowed in this context"
    );
    assert_eq!(
        error("# Title\n```\n{\"openapi\": \"3.0.1\",\n\n```\n"),
        "page.md:4:1: not valid JSON: EOF while parsing a value; the text seems to be cut off, fetch or export it again"
    );
}

#[test]
fn a_page_that_is_cut_off_in_its_block_is_refused() {
    let message = "page.md:3:1: the code block that opens here is never closed: the page seems to be cut off, fetch or export it again";
    for rest in [
        "",
        "\n",
        "\nopenapi: 3.0.1",
        "\nopenapi: 3.0.1\ninfo:\n  title: \"ab",
        "\nopenapi: 3.0.1\nx: |\n  ```\n",
        "\n{\"openapi\": \"3.0.1\", \"pa",
    ] {
        assert_eq!(
            error(&format!("# Title\n\n````yaml https://a.test{rest}")),
            message,
            "{rest:?}"
        );
    }
}

#[test]
fn another_block_that_is_not_closed_does_no_harm() {
    let source = read("# Title\n```\nopenapi: 3.0.1\n```\n```bash\ncurl\n");
    assert_eq!(source.value(), &serde_json::json!({"openapi": "3.0.1"}));
}

#[test]
fn front_matter_about_an_operation_is_no_document() {
    let source =
        read("---\ntitle: Pets\nopenapi: post /pets\n---\n\n# Pets\n\n```\nopenapi: 3.0.1\n```\n");
    assert_eq!(source.value(), &serde_json::json!({"openapi": "3.0.1"}));
}

#[test]
fn a_version_is_declared_by_a_digit() {
    for line in [
        "openapi: 3.0.0",
        "swagger: '2.0'",
        "\"openapi\": \"3.1.0\"",
        "openapi:3",
    ] {
        assert!(declares_version(line), "{line}");
    }
    for line in [
        "openapi: post /pets",
        " openapi: 3",
        "openapi 3.0.0",
        "openapi:",
        "# 3",
    ] {
        assert!(!declares_version(line), "{line}");
    }
}

#[test]
fn what_a_quotation_puts_before_an_empty_line_closes_no_block() {
    assert_eq!(
        error("# Title\n\n> ```\n> openapi: 3.0.1\n> "),
        "page.md:3:3: the code block that opens here is never closed: the page seems to be cut off, fetch or export it again"
    );
}
