//! What the document says of an operation, as a table, and how its answers become values.

use std::convert::Infallible;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use crate::runtime::body::Body;
use crate::runtime::credentials::SecurityRequirements;
use crate::runtime::error::BodyProblem;
use crate::runtime::media_type;
use crate::runtime::response::Response;
use crate::runtime::retry::IdempotencyKey;
use crate::runtime::wire::{self, Wire};

/// An operation of the document.
pub trait Operation: 'static {
    /// The body of a success.
    type Output: Send + 'static;
    /// The documented errors.
    type Error: Send + 'static;
    /// How it is called and how its answers are read.
    #[doc(hidden)]
    const TABLE: Table<Self::Output, Self::Error>;
}

/// An operation's row in the document, and how its answers become `T` or `E`.
#[doc(hidden)]
pub struct Table<T, E> {
    pub(crate) route: &'static Route,
    pub(crate) success: fn(&mut Answer) -> Result<T, BodyProblem>,
    pub(crate) failure: fn(&mut Answer) -> Result<E, BodyProblem>,
}

/// How an operation is called, and what its answers can be.
#[derive(Debug)]
pub(crate) struct Route {
    /// The name of its type.
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
    /// A template: `/sessions/{sessionId}`.
    pub(crate) path: &'static str,
    /// Where it is, if not at the base URL.
    pub(crate) server: Option<&'static str>,
    pub(crate) security: SecurityRequirements,
    /// What makes repeating it harmless, if its method does not.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    pub(crate) successes: &'static [Row],
    pub(crate) failures: &'static [Row],
}

impl Route {
    /// What the table of an operation does not say.
    pub(crate) const EMPTY: Self = Self {
        name: "",
        method: "GET",
        path: "",
        server: None,
        security: &[],
        idempotency_key: None,
        successes: &[],
        failures: &[],
    };

    /// Whether an answer of 3XX is what the operation is called for.
    pub(crate) fn keeps_redirects(&self) -> bool {
        self.successes
            .iter()
            .any(|row| matches!(row.status, Status::Code(300..=399) | Status::Range(3)))
    }

    /// Whether a success may be read while it comes in.
    pub(crate) fn streams(&self) -> bool {
        self.successes.iter().any(|row| row.format.is_stream())
    }

    /// The media types that it can read, as the `Accept` header names them; `None` where no body is read.
    pub(crate) fn accept(&self) -> Option<String> {
        let mut ranges: Vec<&str> = Vec::new();
        for row in self.successes.iter().chain(self.failures) {
            if row.format != Format::Empty && !ranges.contains(&row.media_type) {
                ranges.push(row.media_type);
            }
        }
        (!ranges.is_empty()).then(|| ranges.join(", "))
    }

    /// What an answer of this status and content type is: a status of its own counts before its range, and both before
    /// `default` (Responses Object, OpenAPI Specification 3.0.4, section 4.7.16).
    pub(crate) fn outcome(&self, status: StatusCode, content_type: Option<&str>) -> Outcome {
        let code = status.as_u16();
        let is_error = !status.is_success();
        for wanted in [
            Status::Code(code),
            Status::Range(code / 100),
            Status::Default,
        ] {
            let applies = |of_errors: bool| wanted != Status::Default || of_errors == is_error;
            if applies(false)
                && let Some(choice) = choose(self.successes, wanted, content_type)
            {
                return choice.map_or(Outcome::UnexpectedMediaType, Outcome::Success);
            }
            if applies(true)
                && let Some(choice) = choose(self.failures, wanted, content_type)
            {
                return choice.map_or(Outcome::UnexpectedMediaType, Outcome::Failure);
            }
        }
        Outcome::Undocumented
    }
}

/// The row of a status and content type; the inner `None` where the status has several and none is of that type.
///
/// A status with one row is read as that says, whatever type the server claims: many claim `text/plain` for JSON. Only
/// what is no event stream would pass for one without events.
fn choose(
    rows: &'static [Row],
    status: Status,
    content_type: Option<&str>,
) -> Option<Option<&'static Row>> {
    let of_status: Vec<&'static Row> = rows.iter().filter(|row| row.status == status).collect();
    match (of_status.as_slice(), content_type) {
        ([], _) => None,
        ([row], Some(content_type)) => Some(row.format.admits(content_type).then_some(*row)),
        ([row, ..], None) => Some(Some(row)),
        (rows, Some(content_type)) => {
            let ranges: Vec<&str> = rows.iter().map(|row| row.media_type).collect();
            let described = media_type::most_specific(&ranges, content_type);
            // Servers answer `application/json` where the document names a type of their own, and the other way round.
            let is_json = || media_type::is_json(content_type);
            let index = described.or_else(|| {
                ranges
                    .iter()
                    .position(|it| is_json() && media_type::is_json(it))
            });
            Some(index.and_then(|index| rows.get(index).copied()))
        }
    }
}

/// What an answer is, by the document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    Success(&'static Row),
    Failure(&'static Row),
    /// The status is documented with several media types, and another one came.
    UnexpectedMediaType,
    Undocumented,
}

/// One thing that an answer can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub(crate) status: Status,
    /// A media type or a range.
    pub(crate) media_type: &'static str,
    pub(crate) format: Format,
}

/// A key of a Responses Object (OpenAPI Specification 3.0.4, section 4.7.16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Code(u16),
    /// All with this first digit.
    Range(u16),
    /// All that nothing else describes.
    Default,
}

/// How a body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Empty,
    Json,
    Text,
    Binary,
    /// Events whose data is JSON.
    Events,
    /// Events whose data is text.
    TextEvents,
    /// Events whose whole is described, not their data.
    WholeEvents,
    JsonLines,
}

impl Format {
    /// Whether it is handed over while it comes in.
    pub(crate) fn is_stream(self) -> bool {
        !matches!(self, Self::Empty | Self::Json | Self::Text)
    }

    /// Whether a body of this content type may be read so. Lines that are no fields are left out of an event stream, so
    /// that JSON and pages would be read as one that is empty.
    fn admits(self, content_type: &str) -> bool {
        match self {
            Self::Events | Self::TextEvents | Self::WholeEvents => {
                !media_type::is_json(content_type)
                    && !media_type::matches("text/html", content_type)
            }
            _ => true,
        }
    }
}

/// A documented answer that is about to be read.
pub(crate) struct Answer {
    pub(crate) row: &'static Row,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: AnswerBody,
}

/// As much of a body as is there.
pub(crate) enum AnswerBody {
    Whole(Bytes),
    /// What has not come yet, and how much of it may be held at once.
    Coming(Body, u64),
}

impl Answer {
    /// The body, which is taken out where it has not come yet.
    pub(crate) fn take(&mut self) -> (Body, u64) {
        match std::mem::replace(&mut self.body, AnswerBody::Whole(Bytes::new())) {
            AnswerBody::Whole(bytes) => {
                let length = bytes.len() as u64;
                (Body::from(bytes), length)
            }
            AnswerBody::Coming(body, limit) => (body, limit),
        }
    }

    /// The answer without what the document says of it; a body that has not come yet is left behind.
    pub(crate) fn into_response(self) -> Response {
        let body = match self.body {
            AnswerBody::Whole(bytes) => bytes,
            AnswerBody::Coming(..) => Bytes::new(),
        };
        Response::new(self.status, self.headers, body)
    }

    /// The body, as far as it is there.
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.body {
            AnswerBody::Whole(bytes) => bytes,
            AnswerBody::Coming(..) => &[],
        }
    }
}

/// What an answer can become.
pub(crate) trait Read: Sized {
    fn read(answer: &mut Answer) -> Result<Self, BodyProblem>;
}

impl<T: Wire> Read for T {
    fn read(answer: &mut Answer) -> Result<Self, BodyProblem> {
        let bytes = answer.bytes();
        match answer.row.format {
            Format::Text => match latin_1(answer) {
                Some(text) => wire::from_text(text.as_bytes()),
                None => wire::from_text(bytes),
            },
            // Nothing is what `()` stands for, in JSON too.
            Format::Empty => wire::from_slice(b"null"),
            _ if bytes.trim_ascii().is_empty() => Err(BodyProblem::Empty),
            _ => wire::from_slice(bytes),
        }
    }
}

/// Text in ISO 8859-1, whose bytes are the first characters of Unicode. Frameworks name that `charset` for whatever they
/// send, so that what is UTF-8 is read as such.
fn latin_1(answer: &Answer) -> Option<String> {
    let content_type = answer.headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let charset = media_type::parameter(content_type, "charset")?;
    let bytes = answer.bytes();
    let is_latin_1 = charset.eq_ignore_ascii_case("iso-8859-1") && str::from_utf8(bytes).is_err();
    is_latin_1.then(|| bytes.iter().copied().map(char::from).collect())
}

impl Read for Body {
    fn read(answer: &mut Answer) -> Result<Self, BodyProblem> {
        Ok(answer.take().0)
    }
}

impl Read for Infallible {
    fn read(_: &mut Answer) -> Result<Self, BodyProblem> {
        Err(BodyProblem::Empty)
    }
}

/// What the answers of an enum are, status by status.
pub(crate) trait Rows: Read {
    const ROWS: &'static [Row];
}

impl Rows for Infallible {
    const ROWS: &'static [Row] = &[];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::tables::row;

    const ROUTE: Route = Route {
        successes: &[
            row!(Code(200) json),
            row!(Code(200) events),
            row!(Code(202) text_events),
            row!(Code(204)),
            row!(Range(2) text),
        ],
        failures: &[
            row!(Code(404) json "application/problem+json"),
            row!(Code(404) text),
            row!(Range(4) json),
            row!(Default text),
        ],
        ..Route::EMPTY
    };

    fn outcome(status: u16, content_type: &str) -> String {
        let content_type = Some(content_type).filter(|it| !it.is_empty());
        let status = StatusCode::from_u16(status).unwrap();
        match ROUTE.outcome(status, content_type) {
            Outcome::Success(row) => format!("success {:?} {:?}", row.status, row.format),
            Outcome::Failure(row) => format!("failure {:?} {:?}", row.status, row.format),
            Outcome::UnexpectedMediaType => "unexpected".to_owned(),
            Outcome::Undocumented => "undocumented".to_owned(),
        }
    }

    #[test]
    fn an_answer_is_what_is_documented_for_its_status_and_then_its_content_type() {
        for (status, content_type, expected) in [
            (
                200,
                "Application/JSON; charset=utf-8",
                "success Code(200) Json",
            ),
            (200, "text/event-stream", "success Code(200) Events"),
            (200, "application/vnd.things+json", "success Code(200) Json"),
            (200, "", "success Code(200) Json"),
            (200, "text/html", "unexpected"),
            (202, "text/plain", "success Code(202) TextEvents"),
            (202, "", "success Code(202) TextEvents"),
            (202, "application/json", "unexpected"),
            (202, "text/html; charset=utf-8", "unexpected"),
            (204, "", "success Code(204) Empty"),
            (206, "application/json", "success Range(2) Text"),
            (404, "application/json", "failure Code(404) Json"),
            (404, "text/plain", "failure Code(404) Text"),
            (404, "image/png", "unexpected"),
            (409, "text/html", "failure Range(4) Json"),
            (302, "", "failure Default Text"),
            (500, "", "failure Default Text"),
        ] {
            let found = outcome(status, content_type);
            assert_eq!(found, expected, "{status} {content_type}");
        }
    }

    #[test]
    fn text_is_utf_8_or_what_its_charset_says() {
        for (content_type, bytes, expected) in [
            ("text/plain", &b"gr\xc3\xbcn"[..], Ok("grün")),
            ("text/plain", b"gr\xfcn", Err(BodyProblem::NotText)),
            (
                "text/csv; header=present; Charset=\"ISO-8859-1\"",
                b"gr\xfcn",
                Ok("grün"),
            ),
            ("text/plain;charset=iso-8859-1", b"gr\xc3\xbcn", Ok("grün")),
            (
                "text/plain; charset=utf-16",
                b"\xff\xfea\0",
                Err(BodyProblem::NotText),
            ),
        ] {
            const ROW: &Row = &row!(Code(200) text);
            let content_type_header = (CONTENT_TYPE, content_type.parse().unwrap());
            let mut answer = Answer {
                row: ROW,
                status: StatusCode::OK,
                headers: HeaderMap::from_iter([content_type_header]),
                body: AnswerBody::Whole(Bytes::from_static(bytes)),
            };
            let expected = expected.map(str::to_owned);
            assert_eq!(
                <String as Read>::read(&mut answer),
                expected,
                "{content_type}"
            );
        }
    }

    #[test]
    fn a_success_that_is_not_documented_is_not_what_default_describes() {
        const ROUTE: Route = Route {
            successes: &[row!(Code(200) json)],
            failures: &[row!(Default json)],
            ..Route::EMPTY
        };
        let outcome = ROUTE.outcome(StatusCode::CREATED, None);
        assert!(matches!(outcome, Outcome::Undocumented));
    }
}
