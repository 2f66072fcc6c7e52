//! How successes and documented errors are read.

mod support;

use factory_client::http::StatusCode;
use factory_client::operations::PostMessageError;
use factory_client::serde_json::{self, Value, json};
use factory_client::types::*;
use factory_client::{Error, Failure};
use support::{Reply, Server, json, reply};

#[tokio::test]
async fn documented_statuses_of_the_agent_are_variants() {
    for (status, expected) in [
        ("idle", PostMessage200ResponseBodyStatus::Idle),
        ("pending", PostMessage200ResponseBodyStatus::Pending),
        ("running", PostMessage200ResponseBodyStatus::Running),
    ] {
        let reply = json(
            "200 OK",
            &format!(r#"{{"messageId":"m","status":"{status}"}}"#),
        );
        assert_eq!(message(reply).await.status, expected);
    }
}

#[tokio::test]
async fn an_agent_status_that_the_document_does_not_know_is_kept_and_written_as_it_came() {
    let body = r#"{"messageId":"m","status":"waiting for \"you\""}"#;
    let message = message(json("200 OK", body)).await;
    assert_eq!(message.status.as_str(), "waiting for \"you\"");
    assert_eq!(message.status.to_string(), "waiting for \"you\"");
    assert!(matches!(
        &message.status,
        PostMessage200ResponseBodyStatus::Unknown(_)
    ));
    assert_eq!(serde_json::to_string(&message).unwrap(), body);
}

#[tokio::test]
async fn unknown_properties_of_a_reply_are_ignored() {
    let body = r#" {"new":{"deep":[1,{"messageId":2}]},"messageId":"m","status":"idle","":null} "#;
    let message = message(json("200 OK", body)).await;
    assert_eq!(message.message_id, "m");
    assert_eq!(message.status, PostMessage200ResponseBodyStatus::Idle);
}

#[tokio::test]
async fn the_content_type_of_a_reply_does_not_matter_as_long_as_it_is_json() {
    let body = r#"{"messageId":"m","status":"idle"}"#;
    for headers in [
        &[] as &[&str],
        &["content-type: text/plain"],
        &["content-type: application/json; charset=utf-8"],
    ] {
        assert_eq!(
            message(reply("200 OK", headers, body)).await.message_id,
            "m"
        );
    }
}

#[tokio::test]
async fn metadata_of_a_success_are_its_status_and_headers() {
    let body = r#"{"messageId":"m","status":"idle"}"#;
    let server = Server::start([reply("200 OK", &["x-request-id: r-9"], body)]);
    let client = server.client();

    let call = client.post_message("ses_42");
    let response = call.send_with_metadata().await.unwrap();

    assert_eq!(response.status, StatusCode::OK);
    assert_eq!(response.headers["x-request-id"], "r-9");
    assert_eq!(response.body.message_id, "m");
}

#[tokio::test]
async fn each_documented_error_status_is_its_own_variant_with_the_typed_body() {
    type Variant = fn(PostMessage400ResponseBody) -> PostMessageError;
    let statuses: [(&str, Variant); 6] = [
        ("400 Bad Request", PostMessageError::BadRequest),
        ("401 Unauthorized", PostMessageError::Unauthorized),
        ("403 Forbidden", PostMessageError::Forbidden),
        ("404 Not Found", PostMessageError::NotFound),
        (
            "500 Internal Server Error",
            PostMessageError::InternalServerError,
        ),
        (
            "503 Service Unavailable",
            PostMessageError::ServiceUnavailable,
        ),
    ];
    for (status, variant) in statuses {
        // The body does not tell the statuses apart: it says 418 each time.
        let body = r#"{"detail":"why","status":418,"title":"what","new":true}"#;
        let failure = failure(reply(status, &["x-request-id: r-9"], body)).await;

        assert_eq!(failure.error, variant(failure.error.body().clone()));
        assert_eq!(failure.error.body().detail, "why");
        assert_eq!(failure.error.body().title, "what");
        assert_eq!(failure.error.body().status, 418.0);
        assert_eq!(failure.error.body().metadata, None);
        assert_eq!(failure.response.status.to_string(), status);
        assert_eq!(failure.response.headers["x-request-id"], "r-9");
        assert_eq!(failure.response.body, body);
    }
}

#[tokio::test]
async fn the_six_error_bodies_share_one_struct() {
    fn same<T>(_: fn(T), _: fn(T)) {}
    same::<PostMessage400ResponseBody>(
        |_: PostMessage401ResponseBody| (),
        |_: PostMessage403ResponseBody| (),
    );
    same::<PostMessage400ResponseBody>(
        |_: PostMessage404ResponseBody| (),
        |_: PostMessage500ResponseBody| (),
    );
    same::<PostMessage400ResponseBody>(|_: PostMessage503ResponseBody| (), |_| ());
}

#[tokio::test]
async fn metadata_of_an_error_is_a_map_of_any_json() {
    let metadata =
        json!({"limit": 3, "ids": ["a", null], "nested": {"x": 1.5}, "": false, "none": null});
    let body = json!({"detail": "d", "status": 403, "title": "t", "metadata": metadata});
    let failure = failure(json("403 Forbidden", &body.to_string())).await;
    let read = failure.error.body().metadata.as_ref().unwrap();
    assert_eq!(read.len(), 5);
    assert_eq!(read["limit"], 3);
    assert_eq!(read["none"], Value::Null);
    assert_eq!(serde_json::to_value(failure.error.body()).unwrap(), body);
}

#[tokio::test]
async fn the_status_in_an_error_body_is_any_number() {
    for (number, expected) in [
        ("400", 400.0),
        ("400.5", 400.5),
        ("4e2", 400.0),
        ("-1", -1.0),
    ] {
        let body = format!(r#"{{"detail":"d","status":{number},"title":"t"}}"#);
        let failure = failure(json("400 Bad Request", &body)).await;
        assert_eq!(failure.error.body().status, expected);
    }
}

#[tokio::test]
async fn a_documented_error_prints_its_status_and_what_the_server_says() {
    let body = r#"{"detail":"no such key","status":401,"title":"Unauthorized"}"#;
    let server = Server::start([json("401 Unauthorized", body)]);
    let error = server.client().post_message("s").send().await.unwrap_err();
    let printed = error.to_string();
    assert!(printed.contains("401 Unauthorized"), "{printed}");
    assert!(printed.contains("no such key"), "{printed}");
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
}

async fn message(reply: Reply) -> PostMessage200ResponseBody {
    let server = Server::start([reply]);
    server.client().post_message("ses_42").send().await.unwrap()
}

async fn failure(reply: Reply) -> Failure<PostMessageError> {
    let server = Server::start([reply]);
    match server.client().post_message("ses_42").send().await {
        Err(Error::Api(failure)) => *failure,
        other => panic!("{other:?}"),
    }
}
