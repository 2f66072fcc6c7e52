//! What the requests of operations carry.

use crate::diagnostics::Pointer;
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
        let at = |content: &BodyContent, old: &Pointer, new: &Pointer| Place {
            subject: format!("{} as {}", place.subject, content.media_type),
            old: old.clone(),
            new: new.clone(),
            items: place.items.clone(),
        };
        for one in &old.contents {
            match content_for(&new.contents, &one.media_type, |it| &it.media_type) {
                Some(two) => self.contents(one, two, &at(one, &one.pointer, &two.pointer)),
                None => {
                    let place = at(one, &one.pointer, &place.new);
                    let finding = place.finding(Rule::BodyFormatRemoved, "is not taken any more");
                    self.findings.add("format", finding);
                }
            }
        }
        for two in &new.contents {
            let mut before = old.contents.iter();
            if !before.any(|one| covers(&two.media_type, &one.media_type)) {
                let place = at(two, &place.old, &two.pointer);
                let finding = place.finding(Rule::BodyFormatAdded, "is taken as well");
                self.findings.add("format", finding);
            }
        }
    }

    fn contents(&mut self, old: &BodyContent, new: &BodyContent, place: &Place) {
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
        self.limits((&old.pointer, &new.pointer), Direction::Request, place);
    }
}

/// The content of a media type: its own, else that of the narrowest range with it in it.
pub(super) fn content_for<'c, C>(
    contents: &'c [C],
    media_type: &str,
    of: impl Fn(&C) -> &str,
) -> Option<&'c C> {
    let covering = contents.iter().filter(|it| covers(of(it), media_type));
    // Of several that are as narrow, the first.
    covering.rev().max_by_key(|it| match of(it) {
        "*/*" => 0,
        range if range.ends_with("/*") => 1,
        other if other != media_type => 2,
        _ => 3,
    })
}

/// Whether a media type is the other one, whatever their parameters, or a range with that in it. Case says nothing (RFC
/// 9110, section 8.3.1).
fn covers(range: &str, media_type: &str) -> bool {
    let [range, media_type] = [range, media_type].map(|it| {
        let essence = it.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    });
    let kind = range.strip_suffix("/*");
    range == media_type
        || range == "*/*"
        || kind.is_some_and(|kind| media_type.split('/').next() == Some(kind))
}
