//! What the requests of operations carry.

use crate::model::{Body, BodyContent, BodyFormat};

use super::finding::{Claim, Direction};
use super::operations::Pair;
use super::rule::Rule;
use super::walk::{Place, Walk};

impl<'a> Walk<'a> {
    pub(super) fn body(&mut self, pair: Pair<'a>) {
        let (old, new) = (&pair.old.operation.body, &pair.new.operation.body);
        let mut items = pair.methods();
        items.push(Claim::Item(pair.old.item("body()")));
        items.push(Claim::Item(pair.new.item("body()")));
        for named in [pair.old, pair.new] {
            items.extend(
                named
                    .names
                    .body
                    .iter()
                    .map(|name| Claim::Whole(format!("operations::{name}"))),
            );
        }
        let mut place = pair.place("the body", items);
        place.old = place.old.join("requestBody");
        place.new = place.new.join("requestBody");
        let (rule, message) = match (old, new) {
            (None, None) => return,
            (Some(old), Some(new)) => return self.bodies(old, new, &place),
            (None, Some(body)) if body.required => (Rule::RequiredBodyAdded, "is new (required)"),
            (None, Some(_)) => (Rule::OptionalBodyAdded, "is new (optional)"),
            (Some(_), None) => (Rule::BodyRemoved, "is gone"),
        };
        self.findings.add("body", place.finding(rule, message));
    }

    fn bodies(&mut self, old: &Body, new: &Body, place: &Place) {
        match (old.required, new.required) {
            (false, true) => {
                let finding = place.finding(Rule::BodyBecameRequired, "is required now");
                self.findings.add("presence", finding);
            }
            (true, false) => {
                let finding = place.finding(Rule::BodyBecameOptional, "is optional now");
                self.findings.add("presence", finding);
            }
            (true, true) | (false, false) => {}
        }
        let at = |content: &BodyContent, is_new: bool| {
            let pointer = content.pointer.clone();
            Place {
                subject: format!("{} as {}", place.subject, content.media_type),
                old: if is_new {
                    place.old.clone()
                } else {
                    pointer.clone()
                },
                new: if is_new { pointer } else { place.new.clone() },
                items: place.items.clone(),
            }
        };
        for one in &old.contents {
            let Some(two) = new
                .contents
                .iter()
                .find(|it| covers(&it.media_type, &one.media_type))
            else {
                let finding =
                    at(one, false).finding(Rule::BodyFormatRemoved, "is not taken any more");
                self.findings.add("format", finding);
                continue;
            };
            let mut place = at(one, false);
            place.new = two.pointer.clone();
            self.contents(one, two, &place);
        }
        for two in &new.contents {
            if !old
                .contents
                .iter()
                .any(|it| covers(&two.media_type, &it.media_type))
            {
                let finding = at(two, true).finding(Rule::BodyFormatAdded, "is taken as well");
                self.findings.add("format", finding);
            }
        }
    }

    fn contents(&mut self, old: &BodyContent, new: &BodyContent, place: &Place) {
        self.limits((&old.pointer, &new.pointer), Direction::Request, place);
        match (&old.format, &new.format) {
            (BodyFormat::Json(one), BodyFormat::Json(two)) => {
                self.types(one, two, Direction::Request, place);
            }
            (BodyFormat::Form(one, before), BodyFormat::Form(two, after))
            | (BodyFormat::Multipart(one, before), BodyFormat::Multipart(two, after)) => {
                if before != after {
                    let finding = place.finding(Rule::BodyEncodingChanged, "is written otherwise");
                    self.findings.add("encoding", finding);
                }
                self.types(one, two, Direction::Request, place);
            }
            (BodyFormat::Text | BodyFormat::Binary, BodyFormat::Text | BodyFormat::Binary) => {}
            _ => {
                let finding = place.finding(Rule::BodyEncodingChanged, "has another schema");
                self.findings.add("encoding", finding);
            }
        }
    }
}

/// Whether a media type is the other one, whatever their parameters, or a range with that in it.
pub(super) fn covers(range: &str, media_type: &str) -> bool {
    let [range, media_type] =
        [range, media_type].map(|it| it.split(';').next().unwrap_or_default().trim());
    let kind = range.strip_suffix("/*");
    range == media_type
        || range == "*/*"
        || kind.is_some_and(|kind| media_type.split('/').next() == Some(kind))
}
