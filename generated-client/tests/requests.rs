//! What the client sends, to the byte.

mod support;

use factory_client::serde_json::{Value, json};
use factory_client::types::*;
use factory_client::{Client, serde_json};
use support::{Server, TOKEN, success};

#[tokio::test]
async fn the_call_site_of_the_documentation_compiles_and_works() {
    let server = Server::start([success()]);
    let client = server.client();
    let file = PostMessageRequestBodyFileText::new("a,b\n1,2\n").name("table.csv");

    let reply = client
        .post_message("ses_42")
        .body(PostMessageRequestBody::new("Summarise the report").files([file]))
        .send()
        .await
        .unwrap();

    assert_eq!(
        format!("{} is {}", reply.message_id, reply.status),
        "msg_1 is pending"
    );
}

#[tokio::test]
async fn a_text_message_is_one_post_with_exactly_these_headers_and_this_body() {
    let server = Server::start([success()]);

    let call = server.client().post_message("ses_42");
    call.body(PostMessageRequestBody::new("Hello"))
        .send()
        .await
        .unwrap();

    let request = server.only_request();
    assert_eq!(
        request.line,
        "POST /api/v0/sessions/ses_42/messages HTTP/1.1"
    );
    assert_eq!(
        request.headers,
        [
            ("accept", "application/json".to_owned()),
            ("authorization", format!("Bearer {TOKEN}")),
            ("content-length", "16".to_owned()),
            ("content-type", "application/json".to_owned()),
            ("host", server.url().replace("http://", "")),
            ("user-agent", "factory-client/0.1.0".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
    );
    assert_eq!(request.text(), r#"{"text":"Hello"}"#);
}

#[tokio::test]
async fn properties_are_written_with_their_documented_names_and_tags() {
    let server = Server::start([success()]);
    let image = PostMessageRequestBodyImage::new(
        "iVBORw==",
        PostMessageRequestBodyImageMediaType::ImagePng,
    );
    let pdf = PostMessageRequestBodyFileBase64::new("JVBERi0=")
        .name("report.pdf")
        .path("/tmp/report.pdf");
    let text = PostMessageRequestBodyFileText::new("# Ü\n")
        .name("notes.md")
        .mime("text/markdown");
    let files: [PostMessageRequestBodyFile; 2] = [pdf.into(), text.into()];
    let body = PostMessageRequestBody::new("Zeile 1\n\"Zeile 2\"")
        .images([image])
        .files(files)
        .computer_id("comp_7");

    let call = server.client().post_message("ses_42");
    call.body(body).send().await.unwrap();

    let expected = concat!(
        r#"{"text":"Zeile 1\n\"Zeile 2\"","#,
        r#""images":[{"type":"base64","data":"iVBORw==","mediaType":"image/png"}],"#,
        r#""files":[{"type":"base64","mediaType":"application/pdf","data":"JVBERi0=","#,
        r#""name":"report.pdf","path":"/tmp/report.pdf"},"#,
        r##"{"type":"text","mediaType":"text/plain","data":"# Ü\n","name":"notes.md","mime":"text/markdown"}],"##,
        r#""computerId":"comp_7"}"#
    );
    assert_eq!(server.only_request().text(), expected);
}

#[tokio::test]
async fn lists_that_are_set_but_empty_are_sent_as_empty_lists() {
    let server = Server::start([success()]);
    let body = PostMessageRequestBody::new("")
        .images([])
        .files(Vec::<PostMessageRequestBodyFile>::new());

    let call = server.client().post_message("ses_42");
    call.body(body).send().await.unwrap();

    assert_eq!(
        server.only_request().text(),
        r#"{"text":"","images":[],"files":[]}"#
    );
}

#[tokio::test]
async fn without_a_body_neither_a_body_nor_a_content_type_is_sent() {
    let server = Server::start([success()]);

    let client = server.client();
    client.post_message("ses_42").send().await.unwrap();

    let request = server.only_request();
    assert_eq!(request.body, b"");
    assert_eq!(request.header("content-type"), None);
    // A POST without content may say so (RFC 9110, section 8.6).
    assert!(matches!(request.header("content-length"), None | Some("0")));
}

#[tokio::test]
async fn a_file_of_a_branch_that_the_document_does_not_know_survives_decoding_and_is_sent_unchanged()
 {
    let stored = r#"{"text":"see","files":[{"type":"url","url":"https://example.com/?a=1","size":12345678901234567890,"nested":{"b":[null,1.5],"a":{}}},{"type":"text","mediaType":"text/plain","data":"known"}]}"#;
    let body: PostMessageRequestBody = serde_json::from_str(stored).unwrap();
    let files = body.files.as_deref().unwrap();
    assert!(matches!(
        files,
        [
            PostMessageRequestBodyFile::Unknown(Value::Object(_)),
            PostMessageRequestBodyFile::Text(_)
        ]
    ));
    let server = Server::start([success()]);

    let call = server.client().post_message("ses_42");
    call.body(body).send().await.unwrap();

    let sent = server.only_request().json();
    assert_eq!(sent, serde_json::from_str::<Value>(stored).unwrap());
}

#[test]
fn files_are_told_apart_by_their_tags_and_read_back_as_they_were_written() {
    let files = [
        json!({"type": "base64", "mediaType": "application/pdf", "data": "JVBERi0=", "path": "/r.pdf"}),
        json!({"type": "text", "mediaType": "text/plain", "data": "x", "mime": "text/csv"}),
        json!({"type": "base64", "mediaType": "image/tiff", "data": "SUkqAA=="}),
        json!("a string"),
    ];
    let read = files
        .clone()
        .map(|file| serde_json::from_value::<PostMessageRequestBodyFile>(file).unwrap());
    assert!(matches!(
        read,
        [
            PostMessageRequestBodyFile::Base64(_),
            PostMessageRequestBodyFile::Text(_),
            PostMessageRequestBodyFile::Unknown(_),
            PostMessageRequestBodyFile::Unknown(_)
        ]
    ));
    assert_eq!(read.map(|file| serde_json::to_value(file).unwrap()), files);
}

#[test]
fn a_known_branch_that_lacks_a_property_is_an_error_with_its_path() {
    let body = r#"{"text":"x","files":[{"type":"text","mediaType":"text/plain"}]}"#;
    let error = serde_json::from_str::<PostMessageRequestBody>(body).unwrap_err();
    let message = error.to_string();
    assert!(message.contains("$.files[0].data"), "{message}");
}

#[tokio::test]
async fn the_path_of_a_base_url_stands_before_the_path_of_the_operation() {
    for (path, expected) in [
        ("", ""),
        ("/", ""),
        ("/proxy/v1", "/proxy/v1"),
        ("/p/", "/p"),
    ] {
        let server = Server::start([success()]);
        let client = server
            .builder()
            .base_url(format!("{}{path}", server.url()))
            .build()
            .unwrap();
        client.post_message("s").send().await.unwrap();
        assert_eq!(
            server.only_request().line,
            format!("POST {expected}/api/v0/sessions/s/messages HTTP/1.1")
        );
    }
}

#[tokio::test]
async fn headers_of_the_builder_are_sent_and_the_last_of_a_name_wins() {
    let server = Server::start([success()]);
    let client = server
        .builder()
        .header("x-team", "one")
        .header("X-Team", "two")
        .user_agent("my-program/2")
        .build()
        .unwrap();

    client.post_message("s").send().await.unwrap();

    let request = server.only_request();
    assert_eq!(request.header("x-team"), Some("two"));
    assert_eq!(request.header("user-agent"), Some("my-program/2"));
}

#[test]
fn the_base_url_is_the_one_of_the_document() {
    assert_eq!(factory_client::BASE_URL, "https://api.factory.ai/");
    let client = format!("{:?}", Client::new(TOKEN));
    assert!(client.contains("https://api.factory.ai/"), "{client}");
}
