//! The answers of an operation, by status (OpenAPI Specification 3.0.4, section 4.7.16).

use indexmap::IndexMap;
use openapiv3::{
    Header, MediaType, ParameterSchemaOrContent, ReferenceOr, Response, Responses, StatusCode,
};

use crate::diagnostics::{Code, Pointer};
use crate::model::{
    Answer, AnswerContent, AnswerFormat, AnswerHeader, EventFormat, Method, StatusMatch, Step, Type,
};
use crate::names::{Scope, status_variant};

use super::keywords::SchemaRef;
use super::media_type::{ContentPlace, MediaKind, Offered, accepted, asked_for};
use super::{Lowering, Place, reference};

/// What the answers of an operation are.
#[derive(Default)]
pub(super) struct Answers {
    pub(super) successes: Vec<Answer>,
    pub(super) failures: Vec<Answer>,
}

/// What a status means for the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Success,
    Failure,
}

/// A documented response and its status.
struct Documented<'a> {
    status: StatusMatch,
    response: &'a ReferenceOr<Response>,
    pointer: Pointer,
}

impl<'a> Lowering<'a> {
    /// Successes and failures, or the reason why the operation cannot be called.
    pub(super) fn responses(
        &mut self,
        responses: &'a Responses,
        operation: &str,
        method: Method,
        pointer: &Pointer,
    ) -> Result<Answers, String> {
        let documented = self.documented(responses, pointer)?;
        let has_success = documented
            .iter()
            .any(|answer| first_digit(answer.status) == 2);
        let mut successes = Vec::new();
        let mut failures = Vec::new();
        for answer in &documented {
            for outcome in outcomes(answer.status, has_success) {
                let answers = match outcome {
                    Outcome::Success => &mut successes,
                    Outcome::Failure => &mut failures,
                };
                match self.answer(answer, *outcome, operation, method) {
                    Some(answer) => answers.push(answer),
                    // What a failure carries stays readable as bytes.
                    None if *outcome == Outcome::Failure => {}
                    None => return Err("a response leads nowhere".to_owned()),
                }
            }
        }
        if successes.is_empty() {
            self.report.warn(
                Code::InvalidDocument,
                pointer.parent().as_ref().unwrap_or(pointer),
                "no answer of success is documented; any status of 2XX is one, without a body that is read",
            );
            successes.push(Answer {
                pointer: pointer.clone(),
                status: StatusMatch::Range(2),
                description: String::new(),
                contents: Vec::new(),
                headers: Vec::new(),
                variant: String::new(),
            });
        }
        Ok(Answers {
            successes: named(successes),
            failures: named(failures),
        })
    }

    /// The responses in document order, `default` last.
    fn documented(
        &mut self,
        responses: &'a Responses,
        pointer: &Pointer,
    ) -> Result<Vec<Documented<'a>>, String> {
        let mut documented = Vec::new();
        for (status, response) in &responses.responses {
            let pointer = pointer.join(status);
            let status = match status {
                StatusCode::Code(code) => StatusMatch::Code(*code),
                StatusCode::Range(digit) => StatusMatch::Range(*digit),
            };
            match (status, first_digit(status)) {
                (StatusMatch::Code(101), _) => {
                    return Err("it switches to another protocol than HTTP".to_owned());
                }
                // They come before the answer, and callers do not see them (RFC 9110, section 15.2).
                (_, 1) => {}
                (_, 2..=5) => documented.push(Documented {
                    status,
                    response,
                    pointer,
                }),
                _ => {
                    let message =
                        format!("`{}` is no status of HTTP; left out", status_key(status));
                    self.report.warn(Code::InvalidDocument, &pointer, message);
                }
            }
        }
        documented.extend(responses.default.as_ref().map(|response| Documented {
            status: StatusMatch::Default,
            response,
            pointer: pointer.join("default"),
        }));
        Ok(documented)
    }

    fn answer(
        &mut self,
        documented: &Documented<'a>,
        outcome: Outcome,
        operation: &str,
        method: Method,
    ) -> Option<Answer> {
        let components = &self.components.responses;
        let (response, pointer) = reference::resolve(
            documented.response,
            components,
            "responses",
            &documented.pointer,
            self.report,
        )?;
        let status = documented.status;
        let step = Step::Response(status_key(status));
        let at = ContentPlace {
            pointer: &pointer,
            operation,
            step: &step,
        };
        // Whatever is documented, these have no body (RFC 9110, sections 9.3.2 and 15).
        let has_body =
            method != Method::Head && !matches!(status, StatusMatch::Code(204 | 205 | 304));
        if has_body {
            self.tell_of_spellings(&response.content, at.pointer);
        }
        let contents = match outcome {
            _ if !has_body => Vec::new(),
            Outcome::Success => self.answer_contents(asked_for(&response.content), at),
            Outcome::Failure => self.failure_contents(&response.content, at),
        };
        Some(Answer {
            status,
            description: response.description.clone(),
            contents,
            headers: self.answer_headers(&response.headers, at),
            variant: String::new(),
            pointer,
        })
    }

    /// JSON and text: the others are left to the bytes of the failure.
    fn failure_contents(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        at: ContentPlace<'_>,
    ) -> Vec<AnswerContent> {
        let mut read = asked_for(content);
        read.retain(|offered| {
            matches!(
                offered.kind,
                MediaKind::Json | MediaKind::Text | MediaKind::Xml | MediaKind::Unknown
            )
        });
        let mut contents = self.answer_contents(read, at);
        contents.retain(|content| content.format != AnswerFormat::Binary);
        contents
    }

    /// The contents that are read differently, the preferred first.
    fn answer_contents(
        &mut self,
        offered: Vec<Offered<'a>>,
        at: ContentPlace<'_>,
    ) -> Vec<AnswerContent> {
        let mut contents: Vec<AnswerContent> = Vec::new();
        for offered in offered {
            let place = at.schema(offered, contents.is_empty());
            let pointer = at.pointer.join_all(["content", offered.name]);
            let format = self.answer_format(offered, &place, &pointer);
            let media_type = accepted(offered.name);
            match contents.iter_mut().find(|known| known.format == format) {
                Some(known) => known.media_type = joined(&known.media_type, &media_type, &format),
                None => contents.push(AnswerContent { media_type, format }),
            }
        }
        contents.sort_by_key(|content| rank(&content.format));
        contents
    }

    fn answer_format(
        &mut self,
        offered: Offered<'a>,
        place: &Place,
        pointer: &Pointer,
    ) -> AnswerFormat {
        match offered.kind {
            MediaKind::Text => return AnswerFormat::Text,
            MediaKind::Xml => {
                self.xml(offered, pointer);
                return AnswerFormat::Text;
            }
            MediaKind::Multipart | MediaKind::Form | MediaKind::Binary => {
                return AnswerFormat::Binary;
            }
            MediaKind::Json | MediaKind::Events | MediaKind::JsonLines | MediaKind::Unknown => {}
        }
        let ty = self.content_type(offered, place);
        let kind = match offered.kind {
            MediaKind::Unknown => self.kind_by_type(ty.as_ref()),
            kind => kind,
        };
        match (kind, ty) {
            (MediaKind::Json, Some(ty)) if *self.types.resolve(&ty) == Type::File => {
                AnswerFormat::Binary
            }
            (MediaKind::Json, ty) => AnswerFormat::Json(ty.unwrap_or(Type::Json)),
            (MediaKind::Events, ty) => {
                let ty = ty.map_or(Type::String, |ty| self.streamed(ty));
                AnswerFormat::Events(ty, EventFormat::default())
            }
            (MediaKind::JsonLines, ty) => {
                let ty = ty.map_or(Type::Json, |ty| self.streamed(ty));
                let is_text = matches!(self.types.resolve(&ty), Type::String | Type::File);
                AnswerFormat::JsonLines(if is_text { Type::Json } else { ty })
            }
            (MediaKind::Text, _) => AnswerFormat::Text,
            _ => AnswerFormat::Binary,
        }
    }

    /// The type of one item of a stream, whose schema may be that of all of them.
    fn streamed(&self, ty: Type) -> Type {
        match self.types.resolve(&ty) {
            Type::Array(items) => items.as_ref().clone(),
            _ => ty,
        }
    }

    fn answer_headers(
        &mut self,
        headers: &'a IndexMap<String, ReferenceOr<Header>>,
        at: ContentPlace<'_>,
    ) -> Vec<AnswerHeader> {
        let components = &self.components.headers;
        let mut lowered: Vec<AnswerHeader> = Vec::new();
        for (name, header) in headers {
            // It is said by the contents (OpenAPI Specification 3.0.4, section 4.7.17), and names have no case.
            let is_known = |known: &AnswerHeader| known.name.eq_ignore_ascii_case(name);
            if name.eq_ignore_ascii_case("content-type") || lowered.iter().any(is_known) {
                continue;
            }
            let pointer = at.pointer.join_all(["headers", name]);
            let Some((header, pointer)) =
                reference::resolve(header, components, "headers", &pointer, self.report)
            else {
                continue;
            };
            lowered.push(AnswerHeader {
                name: name.clone(),
                description: header.description.clone(),
                ty: self.header_type(name, header, &pointer, at),
                pointer,
            });
        }
        lowered
    }

    fn header_type(
        &mut self,
        name: &str,
        header: &'a Header,
        pointer: &Pointer,
        at: ContentPlace<'_>,
    ) -> Type {
        let ParameterSchemaOrContent::Schema(schema) = &header.format else {
            return Type::String;
        };
        let root = reference::root(pointer, at.operation);
        let mut tokens = pointer.tokens();
        let is_shared = tokens.next().as_deref() == Some("components")
            && tokens.next().as_deref() == Some("headers");
        let place = if is_shared {
            Place::new(
                pointer.join("schema"),
                root,
                Step::Parameter(name.to_owned()),
            )
        } else {
            let mut place = Place::new(pointer.join("schema"), root, at.step.clone());
            place.origin.steps.push(Step::Property(name.to_owned()));
            place
        };
        self.schema(SchemaRef::new(schema), place)
    }
}

/// What a status is. `304` answers a condition that the caller has set; other redirects are followed, unless nothing
/// else is documented to come.
fn outcomes(status: StatusMatch, has_success: bool) -> &'static [Outcome] {
    match (status, first_digit(status)) {
        (StatusMatch::Default, _) if has_success => &[Outcome::Failure],
        (StatusMatch::Default, _) => &[Outcome::Success, Outcome::Failure],
        (StatusMatch::Code(304), _) => &[Outcome::Failure],
        (_, 3) if has_success => &[],
        (_, 2 | 3) => &[Outcome::Success],
        _ => &[Outcome::Failure],
    }
}

/// The answers in their order, with the names of their variants.
fn named(mut answers: Vec<Answer>) -> Vec<Answer> {
    answers.sort_by_key(|answer| answer.status);
    let mut variants = Scope::default();
    for answer in &mut answers {
        answer.variant = variants.claim([status_variant(answer.status)]);
    }
    answers
}

/// The media type or range of two contents that are read alike.
fn joined(known: &str, other: &str, format: &AnswerFormat) -> String {
    if !matches!(format, AnswerFormat::Text | AnswerFormat::Binary) {
        return known.to_owned();
    }
    match (known.split_once('/'), other.split_once('/')) {
        (Some((known, _)), Some((other, _))) if known == other => format!("{known}/*"),
        _ => "*/*".to_owned(),
    }
}

fn rank(format: &AnswerFormat) -> usize {
    match format {
        AnswerFormat::Json(_) => 0,
        AnswerFormat::Events(..) => 1,
        AnswerFormat::JsonLines(_) => 2,
        AnswerFormat::Text => 3,
        AnswerFormat::Binary => 4,
    }
}

fn first_digit(status: StatusMatch) -> u16 {
    match status {
        StatusMatch::Code(code) => code / 100,
        StatusMatch::Range(digit) => digit,
        StatusMatch::Default => 0,
    }
}

fn status_key(status: StatusMatch) -> String {
    match status {
        StatusMatch::Code(code) => code.to_string(),
        StatusMatch::Range(digit) => format!("{digit}XX"),
        // A word of a type's name.
        StatusMatch::Default => "Default".to_owned(),
    }
}
