//! What operations give: statuses, formats, bodies and headers of answers.

use crate::model::{Answer, AnswerContent, AnswerFormat, AnswerHeader, StatusMatch};
use crate::names::status_sentence;

use super::bodies::content_for;
use super::finding::{Claim, Direction};
use super::operations::Pair;
use super::rule::Rule;
use super::walk::{Place, Walk};

/// The answers of an operation that mean one thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Success,
    Failure,
}

impl<'a> Walk<'a> {
    pub(super) fn answers(&mut self, pair: Pair<'a>) {
        let (old, new) = (pair.old.operation, pair.new.operation);
        self.outcome(pair, Outcome::Success, &old.successes, &new.successes);
        self.outcome(pair, Outcome::Failure, &old.failures, &new.failures);
    }

    fn outcome(&mut self, pair: Pair<'a>, outcome: Outcome, old: &[Answer], new: &[Answer]) {
        let items = outcome_items(pair, outcome);
        let place = |status: StatusMatch| {
            let part = match status {
                StatusMatch::Default => "any other answer".to_owned(),
                status => format!("the answer {}", status_sentence(status)),
            };
            let mut place = pair.place(&part, items.clone());
            place.old = place.old.join("responses").join(key(status));
            place.new = place.new.join("responses").join(key(status));
            place
        };
        for one in old {
            match new.iter().find(|two| two.status == one.status) {
                Some(two) => self.answer(one, two, &place(one.status)),
                None => {
                    let mut place = place(one.status);
                    let covering = read_as(one.status, new);
                    if let Some(two) = covering {
                        place.new = two.pointer.clone();
                        self.answer(one, two, &place);
                    }
                    let rule = match outcome {
                        Outcome::Success => Rule::SuccessStatusRemoved,
                        Outcome::Failure => Rule::ErrorStatusRemoved,
                    };
                    let is_part = new.iter().any(|two| is_in_range(two.status, one.status));
                    let message = match covering {
                        Some(two) => format!("is part of {} now", key(two.status)),
                        None if is_part => "is documented for some of its statuses only".to_owned(),
                        None => "is gone".to_owned(),
                    };
                    self.findings.add("status", place.finding(rule, message));
                }
            }
        }
        for two in new {
            if old.iter().any(|one| one.status == two.status) {
                continue;
            }
            // Old programs read it as what the old document has for statuses like it.
            let reader = read_as(two.status, old);
            if let Some(one) = reader {
                let mut place = place(two.status);
                place.old = one.pointer.clone();
                self.answer(one, two, &place);
            }
            let rule = match outcome {
                // What a range of the old document had room for is read as that.
                Outcome::Success if reader.is_some() => continue,
                Outcome::Success => Rule::SuccessStatusAdded,
                Outcome::Failure => Rule::ErrorStatusAdded,
            };
            self.findings
                .add("status", place(two.status).finding(rule, "is new"));
        }
    }

    fn answer(&mut self, old: &Answer, new: &Answer, place: &Place) {
        match (old.contents.as_slice(), new.contents.as_slice()) {
            ([], []) => {}
            ([], _) => {
                let finding = place.finding(Rule::AnswerBodyAdded, "has a body now");
                self.findings.add("body", finding);
            }
            (_, []) => {
                let finding = place.finding(Rule::AnswerBodyRemoved, "has no body any more");
                self.findings.add("body", finding);
            }
            _ => self.formats(old, new, place),
        }
        self.headers(&old.headers, &new.headers, place);
    }

    fn formats(&mut self, old: &Answer, new: &Answer, place: &Place) {
        let at = |content: &AnswerContent| Place {
            subject: format!("{} as {}", place.subject, content.media_type),
            old: place.old.clone(),
            new: place.new.clone(),
            items: place.items.clone(),
        };
        // A content of the new document, and that of the old one as which old programs read it.
        let mut pairs: Vec<(&AnswerContent, &AnswerContent)> = Vec::new();
        for two in &new.contents {
            let reader = content_for(&old.contents, &two.media_type, |it| &it.media_type);
            pairs.extend(reader.map(|one| (one, two)));
        }
        for one in &old.contents {
            if pairs.iter().any(|(known, _)| *known == one) {
                continue;
            }
            match content_for(&new.contents, &one.media_type, |it| &it.media_type) {
                Some(two) => pairs.push((one, two)),
                None => {
                    let finding =
                        at(one).finding(Rule::AnswerFormatRemoved, "does not come any more");
                    self.findings.add("format", finding);
                }
            }
        }
        for two in &new.contents {
            if pairs.iter().all(|(_, known)| *known != two) {
                let finding = at(two).finding(Rule::AnswerFormatAdded, "can come as well");
                self.findings.add("format", finding);
            }
        }
        for (one, two) in pairs {
            let place = at(one);
            self.format(one, two, &place);
            self.limits_of_content(
                (
                    (&old.pointer, &one.media_type),
                    (&new.pointer, &two.media_type),
                ),
                &place,
            );
        }
    }

    fn format(&mut self, old: &AnswerContent, new: &AnswerContent, place: &Place) {
        match (&old.format, &new.format) {
            (AnswerFormat::Json(one), AnswerFormat::Json(two))
            | (AnswerFormat::JsonLines(one), AnswerFormat::JsonLines(two)) => {
                self.types(one, two, Direction::Response, place);
            }
            (AnswerFormat::Events(one, how), AnswerFormat::Events(two, now)) if how == now => {
                self.types(one, two, Direction::Response, place);
            }
            (AnswerFormat::Text, AnswerFormat::Text)
            | (AnswerFormat::Binary, AnswerFormat::Binary) => {}
            _ => {
                let finding = place.finding(Rule::ResponseTypeWidened, "is read otherwise");
                self.findings.add("type", finding);
            }
        }
    }

    fn headers(&mut self, old: &[AnswerHeader], new: &[AnswerHeader], place: &Place) {
        let at = |header: &AnswerHeader| {
            let constant = crate::names::constant_case(&header.name);
            Place {
                subject: format!("{}, header `{}`", place.subject, header.name),
                old: place.old.join("headers").join(&header.name),
                new: place.new.join("headers").join(&header.name),
                items: vec![Claim::Item(format!("operations::headers::{constant}"))],
            }
        };
        let is_same =
            |one: &AnswerHeader, two: &AnswerHeader| one.name.eq_ignore_ascii_case(&two.name);
        for one in old {
            match new.iter().find(|two| is_same(one, two)) {
                Some(two) => {
                    let place = at(one);
                    self.types(&one.ty, &two.ty, Direction::Response, &place);
                    self.limits((&one.pointer, &two.pointer), Direction::Response, &place);
                }
                None => {
                    let finding = at(one).finding(Rule::AnswerHeaderRemoved, "is gone");
                    self.findings.add("header", finding);
                }
            }
        }
        for two in new {
            if !old.iter().any(|one| is_same(one, two)) {
                let finding = at(two).finding(Rule::AnswerHeaderAdded, "is new");
                self.findings.add("header", finding);
            }
        }
    }
}

/// The items that change with the answers of an operation.
fn outcome_items(pair: Pair<'_>, outcome: Outcome) -> Vec<Claim> {
    let mut claims = Vec::new();
    for named in [pair.old, pair.new] {
        match outcome {
            Outcome::Success => {
                claims.push(Claim::Item(named.item("Output")));
                let output = named.names.output.iter();
                claims.extend(output.map(|name| Claim::Whole(format!("operations::{name}"))));
            }
            Outcome::Failure => {
                claims.push(Claim::Item(named.item("Failure")));
                claims.push(Claim::Whole(format!("operations::{}", named.names.error)));
            }
        }
    }
    claims.dedup();
    claims
}

/// Whether a status is in a range.
fn is_in_range(status: StatusMatch, range: StatusMatch) -> bool {
    matches!((status, range), (StatusMatch::Code(code), StatusMatch::Range(digit)) if code / 100 == digit)
}

/// The answer as which one with a status is read that is not documented itself.
fn read_as(status: StatusMatch, answers: &[Answer]) -> Option<&Answer> {
    let find = |status: StatusMatch| answers.iter().find(|answer| answer.status == status);
    let of_range = match status {
        StatusMatch::Code(code) => find(StatusMatch::Range(code / 100)),
        StatusMatch::Range(_) | StatusMatch::Default => None,
    };
    of_range.or_else(|| find(StatusMatch::Default))
}

/// As the Responses Object writes it.
fn key(status: StatusMatch) -> String {
    match status {
        StatusMatch::Code(code) => code.to_string(),
        StatusMatch::Range(digit) => format!("{digit}XX"),
        StatusMatch::Default => "default".to_owned(),
    }
}
