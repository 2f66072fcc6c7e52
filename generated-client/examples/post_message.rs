//! Adds a message to a session of the Factory API, with images and files when they are given.
//!
//! ```text
//! export FACTORY_API_KEY=…
//! cargo run -p factory-client --example post_message -- \
//!     --session ses_42 --text "Summarise the report" --file report.pdf --image chart.png
//! ```

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::Parser;
use factory_client::operations::PostMessageError;
use factory_client::types::{
    PostMessageRequestBody, PostMessageRequestBodyFile, PostMessageRequestBodyFileBase64,
    PostMessageRequestBodyFileText, PostMessageRequestBodyImage,
    PostMessageRequestBodyImageMediaType as ImageMediaType,
};
use factory_client::{BASE_URL, BodyProblem, Client, Error, Response, TransportErrorKind};

const API_KEY: &str = "FACTORY_API_KEY";
const BASE_URL_VARIABLE: &str = "FACTORY_BASE_URL";

/// Adds a message to a session of the Factory API and prints its id and the agent's status.
///
/// The API key is read from FACTORY_API_KEY. FACTORY_BASE_URL names another server.
#[derive(Parser)]
struct Arguments {
    /// The session that gets the message
    #[arg(long, value_name = "ID")]
    session: String,
    /// What the message says
    #[arg(long)]
    text: String,
    /// A PDF or a text file to attach; can be given several times
    #[arg(long = "file", value_name = "PATH")]
    files: Vec<PathBuf>,
    /// A PNG, JPEG, GIF or WebP image to attach; can be given several times
    #[arg(long = "image", value_name = "PATH")]
    images: Vec<PathBuf>,
    /// The computer that the message goes to; by default the session's
    #[arg(long, value_name = "ID")]
    computer: Option<String>,
    /// How long to wait for the answer
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<String, String> {
    let body = message(&arguments)?;
    let api_key = variable(API_KEY)?.ok_or_else(|| {
        format!("the environment variable {API_KEY} is not set\nhint: export {API_KEY}=<your key>")
    })?;
    let base_url = variable(BASE_URL_VARIABLE)?.unwrap_or_else(|| BASE_URL.to_owned());
    let client = Client::builder()
        .base_url(&base_url)
        .bearer_auth(api_key)
        .timeout(Duration::from_secs(arguments.timeout))
        .build()
        .map_err(|error| error.to_string())?;

    let reply = client
        .post_message(&arguments.session)
        .body(body)
        .send()
        .await
        .map_err(|error| explain(&error, &base_url))?;
    Ok(format!("message {} is {}", reply.message_id, reply.status))
}

/// An environment variable; an empty one counts as missing, as shells and CI systems often mean it.
fn variable(name: &str) -> Result<Option<String>, String> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(format!("the environment variable {name} is not text"))
        }
    }
}

fn message(arguments: &Arguments) -> Result<PostMessageRequestBody, String> {
    let mut body = PostMessageRequestBody::new(&arguments.text);
    if !arguments.images.is_empty() {
        let images: Result<Vec<_>, _> = arguments.images.iter().map(|path| image(path)).collect();
        body = body.images(images?);
    }
    if !arguments.files.is_empty() {
        let files: Result<Vec<_>, _> = arguments.files.iter().map(|path| file(path)).collect();
        body = body.files(files?);
    }
    if let Some(computer) = &arguments.computer {
        body = body.computer_id(computer);
    }
    Ok(body)
}

fn image(path: &Path) -> Result<PostMessageRequestBodyImage, String> {
    let bytes = read(path)?;
    let media_type = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => ImageMediaType::ImagePng,
        [0xff, 0xd8, 0xff, ..] => ImageMediaType::ImageJpeg,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => ImageMediaType::ImageGif,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => ImageMediaType::ImageWebp,
        _ => {
            return Err(format!(
                "{} is not a PNG, JPEG, GIF or WebP image\nhint: PDFs and text files go with --file",
                path.display()
            ));
        }
    };
    Ok(PostMessageRequestBodyImage::new(
        BASE64.encode(bytes),
        media_type,
    ))
}

/// The content decides which branch it is. Only where it could be both, a PDF without binary parts or a text about
/// PDFs, the extension does.
fn file(path: &Path) -> Result<PostMessageRequestBodyFile, String> {
    let bytes = read(path)?;
    let extension = path.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or_default().to_ascii_lowercase();
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();

    let begins_as_pdf = bytes.starts_with(b"%PDF-");
    // A zero byte is valid UTF-8, but no text file has one.
    let text = str::from_utf8(&bytes)
        .ok()
        .filter(|text| !text.contains('\0'));
    match text {
        _ if begins_as_pdf && (text.is_none() || matches!(&*extension, "pdf" | "")) => {
            let file = PostMessageRequestBodyFileBase64::new(BASE64.encode(&bytes));
            Ok(file.name(name).into())
        }
        Some(text) => {
            let mut file = PostMessageRequestBodyFileText::new(text).name(name);
            if let Some(mime) = text_mime(&extension) {
                file = file.mime(mime);
            }
            Ok(file.into())
        }
        None => Err(format!(
            "{} is neither a PDF nor text in UTF-8\nhint: PNG, JPEG, GIF and WebP images go with --image",
            path.display()
        )),
    }
}

fn text_mime(extension: &str) -> Option<&'static str> {
    Some(match extension {
        "txt" => "text/plain",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "html" | "htm" => "text/html",
        "json" => "application/json",
        "xml" => "application/xml",
        "yaml" | "yml" => "application/yaml",
        _ => return None,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// What went wrong and what to check, for a person at a terminal.
fn explain(error: &Error<PostMessageError>, base_url: &str) -> String {
    match error {
        Error::Api(failure) => {
            let status = failure.response.status;
            let detail = excerpt(&failure.error.body().detail);
            format!("{status}: {detail}\nhint: {}", hint(&failure.error))
        }
        Error::UndocumentedStatus(response) => format!(
            "{base_url} answered {} {}, which the API's document does not describe\n\
             hint: check that {BASE_URL_VARIABLE} names the Factory API",
            response.status,
            with_what(response)
        ),
        Error::Body(error) => match &error.problem {
            BodyProblem::Mismatch { path, message } => format!(
                "{base_url} answered {}, but its JSON is not as documented at {path}: {message}\n\
                 hint: the API may have changed; a newer client may know its answer",
                error.response.status
            ),
            _ => format!(
                "{base_url} answered {} {} instead of the API's JSON\n\
                 hint: a gateway or proxy in front of the API may have answered; check {BASE_URL_VARIABLE}, \
                 or try again later",
                error.response.status,
                with_what(&error.response)
            ),
        },
        Error::Timeout { limit } => format!(
            "no complete answer from {base_url} within {limit:?}; the message may have arrived all the same\n\
             hint: check {BASE_URL_VARIABLE} and the network, or wait longer with --timeout"
        ),
        Error::Transport(error) if error.kind() == TransportErrorKind::Connect => format!(
            "no answer from {base_url}: {error}\n\
             hint: check {BASE_URL_VARIABLE}, that a server listens there, and the network"
        ),
        Error::Transport(error) => format!(
            "no answer from {base_url}: {error}; the message may have arrived all the same\n\
             hint: check that {BASE_URL_VARIABLE} names an HTTP server, or try again later"
        ),
        other => other.to_string(),
    }
}

fn hint(error: &PostMessageError) -> String {
    match error {
        PostMessageError::BadRequest(_) => "check the arguments and the attached files".to_owned(),
        PostMessageError::Unauthorized(_) => format!("check the API key in {API_KEY}"),
        PostMessageError::Forbidden(_) => {
            format!("the key in {API_KEY} may not do this; not every organization has this feature")
        }
        PostMessageError::NotFound(_) => "check the --session and --computer ids".to_owned(),
        _ => "the server has a problem; try again later".to_owned(),
    }
}

/// The body of an answer in a few words: its type and its beginning.
fn with_what(response: &Response) -> String {
    if response.body.is_empty() {
        return "without a body".to_owned();
    }
    let media_type = response
        .headers
        .get(factory_client::http::header::CONTENT_TYPE);
    let media_type = media_type.map_or("unknown type".into(), |media_type| {
        String::from_utf8_lossy(media_type.as_bytes())
    });
    let text = String::from_utf8_lossy(&response.body);
    format!("with {media_type} (\"{}\")", excerpt(&text))
}

/// The beginning of a server's text on one line, without characters that would steer the terminal.
fn excerpt(text: &str) -> String {
    const MOST: usize = 200;
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
