//! Documents that are made of several files.

use crate::support::server::{Server, reply, send};
use crate::support::{Repository, run};
use crate::{KEPT, SPEC, fetch, repository};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
servers: [{url: 'https://api.example.com'}]
paths:
  /pets: {$ref: paths/pets.yaml}
";

const PATHS: &str = "\
get:
  operationId: listPets
  responses:
    '200':
      description: Fine.
      content:
        application/json:
          schema: {$ref: '../schemas/pet.json'}
";

const PET: &str =
    r#"{"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}"#;

fn write_files(repository: &Repository) {
    repository.write("docs/openapi.yaml", DOCUMENT);
    repository.write("docs/paths/pets.yaml", PATHS);
    repository.write("docs/schemas/pet.json", PET);
}

/// Serves the same files.
fn server() -> Server {
    Server::start(|request, stream| {
        let body = match request.path.split('?').next().unwrap() {
            "/docs/openapi.yaml" => DOCUMENT,
            "/docs/paths/pets.yaml" => PATHS,
            "/docs/schemas/pet.json" => PET,
            _ => return send(stream, &reply("404 Not Found", &[], b"")),
        };
        send(stream, &reply("200 OK", &[], body.as_bytes()));
    })
}

#[test]
fn several_files_become_one_document() {
    let repository = repository();
    write_files(&repository);
    fetch(&repository, &["docs/openapi.yaml"])
        .expect_status(0)
        .expect_stdout("written");
    let written = repository.read(SPEC);
    assert!(written.contains("\"/pets\""), "{written}");
    assert!(!written.contains("pet.json"), "{written}");
    fetch(&repository, &[SPEC])
        .expect_status(0)
        .expect_stdout("unchanged");
}

#[test]
fn a_crate_can_be_made_of_several_files_at_once() {
    let repository = repository();
    write_files(&repository);
    let arguments = ["--spec", "docs/openapi.yaml", "--out", "client"];
    repository
        .xtask(&[&["regen"], &arguments[..]].concat())
        .expect_status(0);
    assert!(
        repository
            .read("client/src/types.rs")
            .contains("pub struct Pet")
    );
    repository
        .xtask(&[&["check"], &arguments[..]].concat())
        .expect_status(0);
    repository.edit(
        "docs/schemas/pet.json",
        "\"name\": {\"type\": \"string\"}",
        "\"name\": {\"type\": \"wrong\"}",
    );
    repository
        .xtask(&[&["check"], &arguments[..]].concat())
        .expect_stderr("docs/schemas/pet.json:1:");
}

#[test]
fn a_file_that_is_missing_leaves_everything_as_it_is() {
    let repository = repository();
    write_files(&repository);
    repository.edit("docs/paths/pets.yaml", "pet.json", "cat.json");
    let expected = "error[unresolved-reference]: the reference `../schemas/cat.json` \
         (#/get/responses/200/content/application~1json/schema/$ref) needs docs/schemas/cat.json: \
         there is no such file; correct the reference, or add the file\n \
         --> docs/paths/pets.yaml:8:20 ";
    fetch(&repository, &["docs/openapi.yaml"])
        .expect_status(3)
        .expect_stderr(expected);
    assert_eq!(repository.read(SPEC), KEPT);
    repository
        .xtask(&["regen", "--spec", "docs/openapi.yaml", "--out", "client"])
        .expect_status(3)
        .expect_stderr(expected);
}

#[test]
#[cfg(unix)]
fn no_reference_leads_out_of_the_folder() {
    let repository = repository();
    write_files(&repository);
    repository.write("secret.json", PET);
    std::fs::remove_file(repository.path("docs/schemas/pet.json")).unwrap();
    std::os::unix::fs::symlink(
        "../../secret.json",
        repository.path("docs/schemas/pet.json"),
    )
    .unwrap();
    fetch(&repository, &["docs/openapi.yaml"])
        .expect_status(3)
        .expect_stderr("a link leads out of the folder");
    for reference in [
        "../../secret.json",
        "..%2f..%2fsecret.json",
        "/etc/hosts",
        "file:///etc/hosts",
    ] {
        repository.write(
            "docs/paths/pets.yaml",
            &PATHS.replace("../schemas/pet.json", reference),
        );
        fetch(&repository, &["docs/openapi.yaml"])
            .expect_status(3)
            .expect_stderr("error[unresolved-reference]: the reference")
            .expect_stderr(" --> docs/paths/pets.yaml:8:20 ");
    }
    assert_eq!(repository.read(SPEC), KEPT);
}

#[test]
fn references_lead_over_the_network_only_where_an_option_allows_it() {
    let repository = repository();
    let server = server();
    let url = server.url("/docs/schemas/pet.json");
    write_files(&repository);
    repository.write(
        "docs/paths/pets.yaml",
        &PATHS.replace("../schemas/pet.json", &url),
    );
    let command = ["fetch", "docs/openapi.yaml"];
    repository
        .xtask(&command)
        .expect_status(3)
        .expect_stderr("docs/paths/pets.yaml:8:20")
        .expect_stderr("--allow-remote-references");
    repository
        .xtask(&["regen", "--spec", "docs/openapi.yaml", "--out", "client"])
        .expect_status(3)
        .expect_stderr("--allow-remote-references");
    assert!(server.requests().is_empty());
    repository
        .xtask(&[&command[..], &["--allow-remote-references"]].concat())
        .expect_status(0);
    assert!(repository.read(SPEC).contains("#/components/schemas/pet"));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_document_from_a_url_may_refer_to_files_beside_it_and_credentials_stay_at_its_origin() {
    let first = server();
    let other = server();
    let reference = other.url("/docs/schemas/pet.json");
    let paths = PATHS.replace("../schemas/pet.json", &reference);
    let server = Server::start(move |request, stream| {
        let body = match request.path.as_str() {
            "/v1/openapi.yaml?key=s3cret" => DOCUMENT.to_owned(),
            "/v1/paths/pets.yaml" => paths.clone(),
            _ => return send(stream, &reply("404 Not Found", &[], b"")),
        };
        send(stream, &reply("200 OK", &[], body.as_bytes()));
    });
    let repository = repository();
    repository.edit("spec/generate.toml", "configured.json", &server.url("/"));
    let fetch = |url: &str, arguments: &[&str]| {
        let mut command = repository.command(&[&["fetch", url], arguments].concat());
        command.env("TEST_AUTHORIZATION", "Bearer s3cret");
        run(command)
    };
    let url = server.url("/v1/openapi.yaml?key=s3cret");
    let refused = fetch(&url, &[])
        .expect_status(3)
        .expect_stderr("the reference `paths/pets.yaml`")
        .expect_stderr("/v1/openapi.yaml?…:5:11 (")
        .expect_stderr("--allow-remote-references");
    assert!(!refused.stderr.contains("s3cret"), "{}", refused.stderr);
    fetch(&url, &["--allow-remote-references"]).expect_status(0);
    for request in server.requests() {
        assert_eq!(request.header("authorization"), Some("Bearer s3cret"));
    }
    assert_eq!(other.requests()[0].header("authorization"), None);
    fetch(
        &first.url("/docs/openapi.yaml"),
        &["--allow-remote-references"],
    )
    .expect_status(0)
    .expect_stdout("unchanged");
}
