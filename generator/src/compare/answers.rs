//! What operations give: statuses, formats, bodies and headers of answers.

use crate::model::{Answer, AnswerContent, AnswerFormat, AnswerHeader, StatusMatch};
use crate::names::status_sentence;

use super::bodies::covers;
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
            let part = format!("the answer {}", status_sentence(status));
            let mut place = pair.place(&part, items.clone());
            place.old = place.old.join("responses").join(key(status));
            place.new = place.new.join("responses").join(key(status));
            place
        };
        for one in old {
            match new.iter().find(|two| two.status == one.status) {
                Some(two) => self.answer(one, two, &place(one.status)),
                None => {
                    let rule = match outcome {
                        Outcome::Success => Rule::SuccessStatusRemoved,
                        Outcome::Failure => Rule::ErrorStatusRemoved,
                    };
                    let message = match new.iter().any(|two| is_in_range(two.status, one.status)) {
                        true => "is documented for some of its statuses only",
                        false => "is gone",
                    };
                    self.findings
                        .add("status", place(one.status).finding(rule, message));
                }
            }
        }
        for two in new {
            if old.iter().any(|one| one.status == two.status) {
                continue;
            }
            // Old programs read it as what the old document has for statuses like it.
            if let Some(one) = read_as(two.status, old) {
                self.answer(one, two, &place(two.status));
            }
            let rule = match outcome {
                // What a range of the old document had room for is read as that.
                Outcome::Success if is_within(two.status, old) => continue,
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
            (old, new) => self.formats(old, new, place),
        }
        self.headers(&old.headers, &new.headers, place);
    }

    fn formats(&mut self, old: &[AnswerContent], new: &[AnswerContent], place: &Place) {
        let at = |content: &AnswerContent| Place {
            subject: format!("{} as {}", place.subject, content.media_type),
            old: place.old.clone(),
            new: place.new.clone(),
            items: place.items.clone(),
        };
        for one in old {
            let Some(two) = partner(one, new) else {
                let finding = at(one).finding(Rule::AnswerFormatRemoved, "does not come any more");
                self.findings.add("format", finding);
                continue;
            };
            let place = at(one);
            match (&one.format, &two.format) {
                (AnswerFormat::Json(one), AnswerFormat::Json(two))
                | (AnswerFormat::JsonLines(one), AnswerFormat::JsonLines(two)) => {
                    self.types(one, two, Direction::Response, &place);
                }
                (AnswerFormat::Events(one, how), AnswerFormat::Events(two, now)) if how == now => {
                    self.types(one, two, Direction::Response, &place);
                }
                (AnswerFormat::Text, AnswerFormat::Text)
                | (AnswerFormat::Binary, AnswerFormat::Binary) => {}
                _ => {
                    let finding = place.finding(Rule::ResponseTypeWidened, "is read otherwise");
                    self.findings.add("type", finding);
                }
            }
        }
        for two in new {
            if partner(two, old).is_none() {
                let finding = at(two).finding(Rule::AnswerFormatAdded, "can come as well");
                self.findings.add("format", finding);
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
                Some(two) => self.types(&one.ty, &two.ty, Direction::Response, &at(one)),
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

/// The content of the same media type, else one whose range has that type in it, or the other way around.
fn partner<'c>(content: &AnswerContent, others: &'c [AnswerContent]) -> Option<&'c AnswerContent> {
    let find = |is_same: &dyn Fn(&str) -> bool| others.iter().find(|it| is_same(&it.media_type));
    let media_type = content.media_type.as_str();
    find(&|other| other == media_type)
        .or_else(|| find(&|other| covers(other, media_type) || covers(media_type, other)))
}

/// Whether one of the answers is that of a range with the status in it.
fn is_within(status: StatusMatch, answers: &[Answer]) -> bool {
    answers
        .iter()
        .any(|answer| is_in_range(status, answer.status))
}

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
