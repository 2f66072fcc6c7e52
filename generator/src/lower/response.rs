//! The answers of an operation, by status.

use openapiv3::{ReferenceOr, Response, Responses, StatusCode};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Exchanged, Failure, Method, StatusMatch, Step, Success, Type};
use crate::names::{Scope, status_variant};

use super::{Lowering, body::json_content, reference};

/// What a documented response gives.
struct Answer {
    status: StatusMatch,
    description: String,
    body: Option<Type>,
}

impl<'a> Lowering<'a> {
    /// Success and failures, or the reason why the operation cannot be called.
    pub(super) fn responses(
        &mut self,
        responses: &'a Responses,
        operation: &str,
        method: Method,
        pointer: &Pointer,
        exchanged: &mut Exchanged,
    ) -> Result<(Success, Vec<Failure>), String> {
        if let Some(default) = &responses.default {
            let at = pointer.join("default");
            self.report.warn(
                Code::IgnoredKeyword,
                &at,
                "not supported yet: answers that only `default` describes end in an undocumented status",
            );
            let step = Step::Response("default".to_owned());
            // Nothing returns its type yet; it is there for those who read the bytes themselves.
            let _ = self.answer(default, operation, &at, step, exchanged);
        }
        let mut successes = Vec::new();
        let mut failures = Vec::new();
        let mut problem = None;
        for (status, response) in &responses.responses {
            let at = pointer.join(status);
            let status = match status {
                StatusCode::Code(code) => StatusMatch::Code(*code),
                StatusCode::Range(digit) => StatusMatch::Range(*digit),
            };
            let step = Step::Response(status_key(status));
            let answer = self
                .answer(response, operation, &at, step, exchanged)
                .map(|answer| answer.with_status(status));
            match (first_digit(status), answer) {
                (2, Ok(answer)) => successes.push(answer),
                (2, Err(reason)) => problem = problem.or(Some(reason)),
                (4 | 5, Ok(answer)) => failures.push(answer),
                (4 | 5, Err(reason)) => self.report.warn(
                    Code::IgnoredKeyword,
                    &at,
                    format!(
                        "not supported yet, so that it ends in an undocumented status: {reason}"
                    ),
                ),
                (digit, _) => {
                    problem = problem.or(Some(format!(
                        "an answer with a status of {digit}XX is not supported yet"
                    )));
                }
            }
        }
        if let Some(problem) = problem {
            return Err(problem);
        }
        // An answer to HEAD has no body, whatever is documented (RFC 9110, section 9.3.2).
        if method == Method::Head {
            for answer in successes.iter_mut().chain(&mut failures) {
                answer.body = None;
            }
        }
        Ok((success(successes)?, name_failures(failures)))
    }

    fn answer(
        &mut self,
        response: &'a ReferenceOr<Response>,
        operation: &str,
        pointer: &Pointer,
        step: Step,
        exchanged: &mut Exchanged,
    ) -> Result<Content, String> {
        let components = &self.components.responses;
        let (response, pointer) =
            reference::resolve(response, components, "responses", pointer, self.report)
                .ok_or("a response leads nowhere")?;
        let ty = self.content(&response.content, &pointer, operation, step);
        exchanged.responses.extend(ty.clone());
        if !response.content.is_empty() && json_content(&response.content).is_none() {
            let media_types: Vec<&str> = response.content.keys().map(String::as_str).collect();
            return Err(format!(
                "a response body of `{}` is not supported yet",
                media_types.join("`, `")
            ));
        }
        Ok(Content {
            description: response.description.clone(),
            body: (!response.content.is_empty()).then(|| ty.unwrap_or(Type::Json)),
        })
    }
}

/// What a documented response says, whatever its status.
struct Content {
    description: String,
    body: Option<Type>,
}

impl Content {
    fn with_status(self, status: StatusMatch) -> Answer {
        let has_no_body = matches!(status, StatusMatch::Code(204 | 205));
        Answer {
            status,
            description: self.description,
            body: self.body.filter(|_| !has_no_body),
        }
    }
}

fn success(answers: Vec<Answer>) -> Result<Success, String> {
    let mut answers = answers.into_iter();
    let first = answers
        .next()
        .ok_or("no response of success is documented")?;
    let mut statuses = vec![first.status];
    for other in answers {
        if other.body != first.body {
            return Err(
                "several responses of success with different bodies are not supported yet"
                    .to_owned(),
            );
        }
        statuses.push(other.status);
    }
    statuses.sort_unstable();
    if let Some(range) = statuses
        .iter()
        .find(|status| matches!(status, StatusMatch::Range(_)))
    {
        statuses = vec![*range];
    }
    Ok(Success {
        statuses,
        body: first.body,
    })
}

fn name_failures(mut answers: Vec<Answer>) -> Vec<Failure> {
    answers.sort_by_key(|answer| answer.status);
    let mut variants = Scope::default();
    answers
        .into_iter()
        .map(|answer| Failure {
            variant: variants.claim([status_variant(answer.status)]),
            status: answer.status,
            description: answer.description,
            body: answer.body,
        })
        .collect()
}

fn first_digit(status: StatusMatch) -> u16 {
    match status {
        StatusMatch::Code(code) => code / 100,
        StatusMatch::Range(digit) => digit,
    }
}

fn status_key(status: StatusMatch) -> String {
    match status {
        StatusMatch::Code(code) => code.to_string(),
        StatusMatch::Range(digit) => format!("{digit}XX"),
    }
}
