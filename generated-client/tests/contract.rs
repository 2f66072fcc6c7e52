//! The generated client against a server that somebody else made from the same document.
//!
//! Prism (`prism mock --errors spec/openapi.json`) checks each request against the document and answers what
//! departs from it with an error that the document does not describe. These tests run where `PRISM_URL` says where
//! it listens; `.ci/run` sees to that.

use factory_client::operations::PostMessageError;
use factory_client::types::*;
use factory_client::{Client, ClientBuilder, Error};

#[tokio::test]
async fn a_text_message_is_accepted() {
    let Some(builder) = builder() else { return };
    accepted(builder, PostMessageRequestBody::new("Hello")).await;
}

#[tokio::test]
async fn a_text_of_unusual_characters_is_accepted() {
    let Some(builder) = builder() else { return };
    accepted(
        builder,
        PostMessageRequestBody::new("\"\\\u{0}\n\u{2028}ü🦀"),
    )
    .await;
}

#[tokio::test]
async fn images_of_all_media_types_are_accepted() {
    let Some(builder) = builder() else { return };
    accepted(
        builder,
        PostMessageRequestBody::new("Look").images(images()),
    )
    .await;
}

#[tokio::test]
async fn a_file_of_each_kind_is_accepted() {
    for file in files() {
        let Some(builder) = builder() else { return };
        accepted(builder, PostMessageRequestBody::new("Read").files([file])).await;
    }
}

#[tokio::test]
async fn everything_at_once_is_accepted() {
    let Some(builder) = builder() else { return };
    let body = PostMessageRequestBody::new("Look and read")
        .images(images())
        .files(files())
        .computer_id("comp_7");
    accepted(builder, body).await;
}

#[tokio::test]
async fn a_message_without_a_body_is_accepted() {
    let Some(builder) = builder() else { return };
    let client = builder.build().unwrap();
    client.post_message("ses_42").send().await.unwrap();
}

#[tokio::test]
async fn a_session_id_of_unusual_characters_is_accepted() {
    let Some(builder) = builder() else { return };
    let client = builder.build().unwrap();
    let call = client.post_message("a/b?c#d e%ü");
    let body = PostMessageRequestBody::new("Hello");
    call.body(body).send().await.unwrap();
}

#[tokio::test]
async fn each_documented_error_is_read_as_its_variant() {
    type Is = fn(&PostMessageError) -> bool;
    let statuses: [(u16, Is); 6] = [
        (400, |error| {
            matches!(error, PostMessageError::BadRequest(_))
        }),
        (401, |error| {
            matches!(error, PostMessageError::Unauthorized(_))
        }),
        (403, |error| matches!(error, PostMessageError::Forbidden(_))),
        (404, |error| matches!(error, PostMessageError::NotFound(_))),
        (500, |error| {
            matches!(error, PostMessageError::InternalServerError(_))
        }),
        (503, |error| {
            matches!(error, PostMessageError::ServiceUnavailable(_))
        }),
    ];
    for (status, is_expected) in statuses {
        let Some(builder) = builder() else { return };
        // Prism answers what this header asks for (RFC 7240).
        let builder = builder.header("Prefer", format!("code={status}"));
        let call = builder.build().unwrap().post_message("ses_42");
        let body = PostMessageRequestBody::new("Hello");
        match call.body(body).send().await {
            Err(Error::Api(failure)) => {
                assert_eq!(failure.response.status, status);
                assert!(is_expected(&failure.error), "{failure:?}");
            }
            other => panic!("for {status}: {other:?}"),
        }
    }
}

/// Without this, a server that checks nothing would pass all the tests above.
#[tokio::test]
async fn what_departs_from_the_document_is_refused() {
    let Some(builder) = builder() else { return };
    let client = builder.build().unwrap();
    let unknown = factory_client::serde_json::json!({"type": "url", "url": "https://example.com/"});
    let file = PostMessageRequestBodyFile::Unknown(unknown);
    let call = client.post_message("ses_42");
    let body = PostMessageRequestBody::new("Hello").files([file]);
    let error = call.body(body).send().await.unwrap_err();
    assert!(
        error
            .status()
            .is_some_and(|status| status.is_client_error()),
        "{error}"
    );
}

/// A client of Prism; `None`, with a line that says so, where there is none.
fn builder() -> Option<ClientBuilder> {
    let Some(url) = std::env::var("PRISM_URL")
        .ok()
        .filter(|url| !url.is_empty())
    else {
        println!("skipped: PRISM_URL does not say where Prism listens (.ci/run does)");
        return None;
    };
    Some(Client::builder().base_url(url).bearer_auth("token"))
}

async fn accepted(builder: ClientBuilder, body: PostMessageRequestBody) {
    let call = builder.build().unwrap().post_message("ses_42");
    let reply = call
        .body(body)
        .send()
        .await
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(!reply.message_id.is_empty());
}

fn images() -> Vec<PostMessageRequestBodyImage> {
    use PostMessageRequestBodyImageMediaType as MediaType;
    [
        MediaType::ImageJpeg,
        MediaType::ImagePng,
        MediaType::ImageGif,
        MediaType::ImageWebp,
    ]
    .map(|media_type| PostMessageRequestBodyImage::new("iVBORw0KGgo=", media_type))
    .into()
}

fn files() -> [PostMessageRequestBodyFile; 2] {
    [
        PostMessageRequestBodyFileBase64::new("JVBERi0xLjQK")
            .name("report.pdf")
            .path("/tmp/report.pdf")
            .into(),
        PostMessageRequestBodyFileText::new("a,b\n1,2\n")
            .name("table.csv")
            .mime("text/csv")
            .into(),
    ]
}
