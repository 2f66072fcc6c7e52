//! Answers that depart from the document: each ends in its own error, which keeps what came.

mod support;

use factory_client::http::StatusCode;
use factory_client::operations::PostMessageError;
use factory_client::{BodyProblem, Error, Response};
use support::{Reply, Server, reply};

const HEADER: &[&str] = &["x-request-id: r-9"];

#[tokio::test]
async fn a_success_that_is_not_json_is_an_error_that_keeps_what_came() {
    for body in [
        "<html>welcome</html>",
        "{\"messageId\":\"m\",",
        "OK",
        "{\"messageId\":\"m\",\"status\":\"idle\"} trailing",
    ] {
        let (problem, response) = body_error(reply("200 OK", HEADER, body)).await;
        assert!(
            matches!(problem, BodyProblem::NotJson { .. }),
            "{problem:?}"
        );
        assert_kept(&response, StatusCode::OK, body);
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_kept_as_they_came() {
    let body = [0xff, 0x00, 0xfe, b'{'];
    let (problem, response) = body_error(reply("200 OK", HEADER, body)).await;
    assert!(
        matches!(problem, BodyProblem::NotJson { .. }),
        "{problem:?}"
    );
    assert_kept(&response, StatusCode::OK, body);
}

#[tokio::test]
async fn a_documented_error_status_with_html_is_an_error_that_keeps_status_headers_and_bytes() {
    let html = "<html><h1>503 Service Temporarily Unavailable</h1></html>";
    let (problem, response) = body_error(reply("503 Service Unavailable", HEADER, html)).await;
    assert!(
        matches!(problem, BodyProblem::NotJson { .. }),
        "{problem:?}"
    );
    assert_kept(&response, StatusCode::SERVICE_UNAVAILABLE, html);
}

#[tokio::test]
async fn an_empty_body_is_its_own_error() {
    for status in ["200 OK", "401 Unauthorized"] {
        for body in ["", " \r\n"] {
            let (problem, response) = body_error(reply(status, HEADER, body)).await;
            assert_eq!(problem, BodyProblem::Empty);
            assert_eq!(response.status.to_string(), status);
            assert_eq!(response.body, body);
        }
    }
}

#[tokio::test]
async fn a_missing_message_id_names_its_path_in_the_body() {
    let body = r#"{"status":"idle"}"#;
    let (problem, response) = body_error(reply("200 OK", HEADER, body)).await;
    assert!(
        matches!(&problem, BodyProblem::Mismatch { path, .. } if path == "$.messageId"),
        "{problem:?}"
    );
    assert_kept(&response, StatusCode::OK, body);
}

#[tokio::test]
async fn a_value_of_another_type_names_its_path_in_the_body() {
    for (status, body, expected) in [
        (
            "200 OK",
            r#"{"messageId":7,"status":"idle"}"#,
            "$.messageId",
        ),
        (
            "200 OK",
            r#"{"messageId":null,"status":"idle"}"#,
            "$.messageId",
        ),
        ("200 OK", r#"{"messageId":"m","status":{}}"#, "$.status"),
        ("200 OK", "[]", "$"),
        ("200 OK", "null", "$"),
        (
            "404 Not Found",
            r#"{"detail":"d","title":"t","status":"404"}"#,
            "$.status",
        ),
        ("404 Not Found", r#"{"title":"t","status":404}"#, "$.detail"),
        (
            "500 Internal Server Error",
            r#"{"detail":"d","title":"t","status":500,"metadata":[]}"#,
            "$.metadata",
        ),
    ] {
        let (problem, response) = body_error(reply(status, HEADER, body)).await;
        assert!(
            matches!(&problem, BodyProblem::Mismatch { path, .. } if path == expected),
            "{body}: {problem:?}"
        );
        assert_eq!(response.status.to_string(), status);
        assert_eq!(response.body, body);
    }
}

#[tokio::test]
async fn a_status_that_the_document_does_not_describe_is_its_own_error_whatever_the_body() {
    for (status, body) in [
        ("201 Created", r#"{"messageId":"m","status":"idle"}"#),
        (
            "402 Payment Required",
            r#"{"detail":"d","status":402,"title":"t"}"#,
        ),
        ("418 I'm a teapot", "short and stout"),
        ("429 Too Many Requests", ""),
        ("502 Bad Gateway", "<html>502</html>"),
    ] {
        let error = error(reply(status, HEADER, body)).await;
        let Error::UndocumentedStatus(response) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(response.status.to_string(), status);
        assert_kept(response, response.status, body);
        let printed = error.to_string();
        assert!(printed.contains(status), "{printed}");
    }
}

#[tokio::test]
async fn a_redirect_without_a_location_is_an_undocumented_status() {
    let error = error(reply("307 Temporary Redirect", HEADER, "")).await;
    assert!(matches!(error, Error::UndocumentedStatus(_)), "{error:?}");
}

#[tokio::test]
async fn a_body_nested_too_deeply_is_an_error_and_no_crash() {
    let deep = "[".repeat(100_000);
    let body = format!(r#"{{"messageId":"m","status":"idle","x":{deep}"#);
    let error = error(reply("200 OK", HEADER, body)).await;
    assert!(matches!(error, Error::Body(_)));
}

async fn error(reply: Reply) -> Error<PostMessageError> {
    let server = Server::start([reply]);
    server.client().post_message("s").send().await.unwrap_err()
}

async fn body_error(reply: Reply) -> (BodyProblem, Response) {
    match error(reply).await {
        Error::Body(error) => (error.problem, error.response),
        other => panic!("{other:?}"),
    }
}

fn assert_kept(response: &Response, status: StatusCode, body: impl AsRef<[u8]>) {
    assert_eq!(response.status, status);
    assert_eq!(response.headers["x-request-id"], "r-9");
    assert_eq!(response.body, body.as_ref());
}
