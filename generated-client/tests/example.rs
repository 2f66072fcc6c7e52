//! The example program as people run it: what it sends and what it prints.

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factory_client::serde_json::json;
use support::{Refusing, Reply, Server, TOKEN, json, reply, success};

const PDF: &[u8] = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n%%EOF\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[test]
fn a_message_with_files_and_images_prints_its_id_and_status() {
    let folder = Folder::new();
    let server = Server::start([success()]);
    let output = post_message(&server.url())
        .args([
            "--session",
            "ses_42",
            "--text",
            "Summarise",
            "--computer",
            "comp_7",
        ])
        .arg("--file")
        .arg(folder.file("report.bin", PDF))
        .arg("--file")
        .arg(folder.file("notes.md", "# Ü\n".as_bytes()))
        .arg("--image")
        .arg(folder.file("chart.jpg", PNG))
        .output()
        .unwrap();

    assert_output(&output, 0, "message msg_1 is pending\n", "");
    let request = server.only_request();
    assert_eq!(
        request.line,
        "POST /api/v0/sessions/ses_42/messages HTTP/1.1"
    );
    // What a file is stands in its content, whatever its name says.
    assert_eq!(
        request.json(),
        json!({
            "text": "Summarise",
            "images": [{"type": "base64", "mediaType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}],
            "files": [
                {"type": "base64", "mediaType": "application/pdf", "data": "JVBERi0xLjQKJeLjz9MKJSVFT0YK", "name": "report.bin"},
                {"type": "text", "mediaType": "text/plain", "data": "# Ü\n", "name": "notes.md", "mime": "text/markdown"}
            ],
            "computerId": "comp_7"
        })
    );
}

#[test]
fn images_are_told_by_their_first_bytes() {
    let folder = Folder::new();
    for (content, media_type) in [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF87a..", "image/gif"),
        (b"GIF89a..", "image/gif"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
    ] {
        let server = Server::start([success()]);
        let output = text_message(&server.url())
            .arg("--image")
            .arg(folder.file("image", content))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let sent = server.only_request().json();
        assert_eq!(sent["images"][0]["mediaType"], media_type);
    }
}

#[test]
fn the_extension_decides_about_a_file_that_is_both_a_pdf_and_text() {
    let folder = Folder::new();
    for (name, kind) in [("a.pdf", "base64"), ("a", "base64"), ("a.txt", "text")] {
        let server = Server::start([success()]);
        let output = text_message(&server.url())
            .arg("--file")
            .arg(folder.file(name, b"%PDF-1.4 plain\n"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let sent = server.only_request().json();
        assert_eq!(sent["files"][0]["type"], kind, "for {name}");
    }
}

#[test]
fn a_path_that_cannot_be_attached_is_named_and_nothing_is_sent() {
    let folder = Folder::new();
    let png = folder.file("chart.png", PNG);
    let zeros = folder.file("zeros.txt", b"a\0b");
    let pdf = folder.file("report.pdf", PDF);
    let missing = folder.0.path().join("missing");
    let server = Server::start([success()]);
    for (option, path, expected) in [
        (
            "--file",
            &png,
            "chart.png is neither a PDF nor text in UTF-8",
        ),
        (
            "--file",
            &zeros,
            "zeros.txt is neither a PDF nor text in UTF-8",
        ),
        (
            "--image",
            &pdf,
            "report.pdf is not a PNG, JPEG, GIF or WebP image",
        ),
        ("--file", &missing, "missing: "),
        ("--image", &missing, "missing: "),
    ] {
        let mut command = text_message(&server.url());
        let output = command.arg(option).arg(path).output().unwrap();
        assert_output(&output, 1, "", expected);
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_missing_api_key_is_told_by_the_name_of_its_variable() {
    let server = Server::start([success()]);
    let mut missing = text_message(&server.url());
    missing.env_remove("FACTORY_API_KEY");
    let mut empty = text_message(&server.url());
    empty.env("FACTORY_API_KEY", "");
    for mut command in [missing, empty] {
        let output = command.output().unwrap();
        assert_output(&output, 1, "", "FACTORY_API_KEY is not set");
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_documented_error_is_told_with_its_detail_and_what_to_check() {
    let body = r#"{"detail":"Invalid API key\u001b[31m","status":401,"title":"Unauthorized"}"#;
    let server = Server::start([json("401 Unauthorized", body)]);
    let output = text_message(&server.url()).output().unwrap();
    assert_output(
        &output,
        1,
        "",
        "error: 401 Unauthorized: Invalid API key [31m\nhint: check the API key in FACTORY_API_KEY\n",
    );
}

#[test]
fn an_answer_that_is_html_is_told_with_its_status_and_beginning() {
    let html = "<html>\n<h1>503 Service Temporarily Unavailable</h1>\n</html>";
    let reply = reply(
        "503 Service Unavailable",
        &["content-type: text/html"],
        html,
    );
    let server = Server::start([reply]);
    let output = text_message(&server.url()).output().unwrap();
    let answered = "answered 503 Service Unavailable with text/html \
        (\"<html> <h1>503 Service Temporarily Unavailable</h1> </html>\") instead of the API's JSON\n";
    assert_output(&output, 1, "", answered);
}

#[test]
fn a_server_that_answers_nothing_is_told_with_its_address_and_what_to_check() {
    let server = Server::start([Reply::Stall(Vec::new())]);
    let mut command = text_message(&server.url());
    let output = command.args(["--timeout", "1"]).output().unwrap();
    let expected = format!("no complete answer from {} within 1s", server.url());
    assert_output(&output, 1, "", &expected);

    let server = Server::start([Reply::HangUp(Vec::new())]);
    let output = text_message(&server.url()).output().unwrap();
    let expected = format!("no answer from {}: the exchange with", server.url());
    assert_output(&output, 1, "", &expected);

    let nobody = Refusing::new();
    let output = text_message(&nobody.url()).output().unwrap();
    let expected = format!("no answer from {}: the server could not be", nobody.url());
    assert_output(&output, 1, "", &expected);
}

#[test]
fn a_key_that_cannot_be_sent_is_not_shown() {
    let server = Server::start([success()]);
    let mut command = text_message(&server.url());
    let output = command.env("FACTORY_API_KEY", format!("{TOKEN}\n"));
    assert_output(&output.output().unwrap(), 1, "", "BearerAuth");
    assert_eq!(server.connections(), 0);
}

/// The program, with a key and an address but without arguments.
fn post_message(base_url: &str) -> Command {
    // Cargo gives tests no path of an example, but builds it beside them.
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    let name = format!("post_message{}", std::env::consts::EXE_SUFFIX);
    let program = folder.join("examples").join(name);
    assert!(
        program.exists(),
        "{} is missing; `cargo test -p factory-client --examples --tests` builds it",
        program.display()
    );
    let mut command = Command::new(program);
    command
        .env("FACTORY_API_KEY", TOKEN)
        .env("FACTORY_BASE_URL", base_url);
    command
}

fn text_message(base_url: &str) -> Command {
    let mut command = post_message(base_url);
    command.args(["--session", "s", "--text", "Hello"]);
    command
}

fn assert_output(output: &Output, code: i32, standard_output: &str, error_part: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), standard_output);
    assert!(error.contains(error_part), "{error}");
    assert_eq!(error.is_empty(), code == 0, "{error}");
    assert!(!error.contains("secret"), "{error}");
    assert!(!error.contains('\u{1b}'), "{error}");
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}
