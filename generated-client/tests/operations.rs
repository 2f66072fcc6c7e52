// @generated from the OpenAPI document; changes by hand are lost.

//! Every operation is called with arguments made from its schemas, against a server that somebody else made from the
//! same document: Prism (`prism mock --errors`), which refuses what departs from it. What it answers has to be read.
//!
//! Runs where `PRISM_URL` says where Prism listens, with the feature `blocking`. With `CONTRACT_JSON` set, what came of
//! each call is also written to that file, as JSON.

#![cfg(feature = "blocking")]
#![allow(deprecated, reason = "what the document deprecates is still called")]
#![allow(
    clippy::unit_arg,
    clippy::unnecessary_to_owned,
    clippy::useless_vec,
    reason = "an argument is written in the same way whatever takes it"
)]

#[path = "operations/support.rs"]
mod support;

use factory_client as api;

use api::blocking::Client;
use api::types;
use support::{Report, decoded};

#[rustfmt::skip]
#[test]
fn every_operation_is_accepted_and_its_answers_are_read() {
    let Some(url) = support::prism_url() else {
        return;
    };
    let url = url.as_str();
    let client = support::client(
        Client::builder()
            .base_url(url)
            .bearer_auth("token"),
    );
    let mut report = Report::default();
    operations_1(&client, &mut report);
    report.finish();
}

#[rustfmt::skip]
fn operations_1(client: &Client, report: &mut Report) {
    report.operation("POST /api/v0/sessions/{sessionId}/messages", &[
        ("required", &|| client.post_message(&"text".to_owned())),
        ("everything", &|| client.post_message(&"text".to_owned()).body(decoded::<types::PostMessageRequestBody>("{\"text\":\"text\",\"images\":[{\"type\":\"base64\",\"data\":\"text\",\"mediaType\":\"image/jpeg\"},{\"type\":\"base64\",\"data\":\"\\\"ü\\\"\\\\\\n/\",\"mediaType\":\"image/png\"},{\"type\":\"base64\",\"data\":\"text\",\"mediaType\":\"image/gif\"},{\"type\":\"base64\",\"data\":\"text\",\"mediaType\":\"image/webp\"}],\"files\":[{\"type\":\"base64\",\"mediaType\":\"application/pdf\",\"data\":\"text\",\"parsedData\":\"text\",\"name\":\"text\",\"path\":\"text\"},{\"type\":\"text\",\"mediaType\":\"text/plain\",\"data\":\"text\",\"name\":\"text\",\"mime\":\"text\"},{\"type\":\"base64\",\"mediaType\":\"application/pdf\",\"data\":\"text\"},{\"type\":\"text\",\"mediaType\":\"text/plain\",\"data\":\"text\"},{\"type\":\"base64\",\"mediaType\":\"application/pdf\",\"data\":\"\\\"ü\\\"\\\\\\n/\",\"parsedData\":\"\\\"ü\\\"\\\\\\n/\",\"name\":\"\\\"ü\\\"\\\\\\n/\",\"path\":\"\\\"ü\\\"\\\\\\n/\"},{\"type\":\"text\",\"mediaType\":\"text/plain\",\"data\":\"\\\"ü\\\"\\\\\\n/\",\"name\":\"\\\"ü\\\"\\\\\\n/\",\"mime\":\"\\\"ü\\\"\\\\\\n/\"}],\"computerId\":\"text\"}"))),
    ], &[400]);
}
