//! `cargo xtask fetch` against files and a loopback server.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod failures;
mod references;
mod secrets;
mod successes;
#[path = "../support/mod.rs"]
mod support;

use std::io::Write as _;

use support::{Repository, Run};

const SETTINGS: &str = "\
source = \"configured.json\"
authorization-env = \"TEST_AUTHORIZATION\"
name = \"test-client\"
";

const SPEC: &str = "spec/openapi.json";

/// Contents of the pinned document that no run of the tests would write.
const KEPT: &str = "{ \"kept\": \"as it is\" }  ";

const DOCUMENT: &str = r#"{
  "openapi": "3.0.3",
  "info": {"title": "Test", "version": "1"},
  "servers": [{"url": "https://api.example.com"}],
  "paths": {
    "/ping": {"get": {"operationId": "ping", "responses": {"204": {"description": "Fine."}}}}
  }
}"#;

const YAML: &str = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
servers:
  - url: https://api.example.com
paths:
  /pong:
    get:
      operationId: pong
      responses:
        '204': {description: Fine.}
";

fn repository() -> Repository {
    let repository = Repository::with_settings(SETTINGS);
    repository.write(SPEC, KEPT);
    repository
}

fn fetch(repository: &Repository, arguments: &[&str]) -> Run {
    repository.xtask(&[&["fetch"], arguments].concat())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
