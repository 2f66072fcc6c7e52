//! Operations: which of the two documents are the same, and what they take.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Operation, Parameter, ParameterEncoding, ParameterPlace};

use super::finding::{Claim, Direction, Finding};
use super::rule::Rule;
use super::side::Named;
use super::surface::{ItemChange, ItemFate};
use super::walk::{Place, Walk};

/// An operation on both sides.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) old: Named<'a>,
    pub(super) new: Named<'a>,
}

impl Pair<'_> {
    /// The place of the operation, or of a `part` of it that people call so.
    pub(super) fn place(&self, part: &str, items: Vec<Claim>) -> Place {
        let label = self.old.label();
        Place {
            subject: if part.is_empty() {
                label
            } else {
                format!("{label}, {part}")
            },
            old: self.old.operation.pointer.clone(),
            new: self.new.operation.pointer.clone(),
            items,
        }
    }

    /// The method of the client on both sides.
    pub(super) fn methods(&self) -> Vec<Claim> {
        let mut claims = vec![Claim::Item(self.old.method())];
        if self.new.method() != self.old.method() {
            claims.push(Claim::Item(self.new.method()));
        }
        claims
    }
}

/// All that belongs to one operation.
fn whole(named: &Named<'_>) -> Vec<Claim> {
    let names = named.names;
    let mut claims = vec![Claim::Item(named.method())];
    let types = [
        Some(&names.marker),
        Some(&names.error),
        names.output.as_ref(),
        names.body.as_ref(),
    ];
    claims.extend(
        types
            .into_iter()
            .flatten()
            .map(|name| Claim::Whole(format!("operations::{name}"))),
    );
    claims
}

/// A path whose placeholders have no names: what is sent.
fn sent_path(operation: &Operation) -> String {
    let mut path = String::new();
    let mut in_placeholder = false;
    for c in operation.path.chars() {
        match c {
            '{' => {
                in_placeholder = true;
                path.push_str("{}");
            }
            '}' => in_placeholder = false,
            c if !in_placeholder => path.push(c),
            _ => {}
        }
    }
    path
}

/// The arguments of a method of `operation`. One in the path is known by its place there, unless the path of the `other`
/// state has it in another one.
fn arguments(operation: &Operation, other: &Operation) -> Vec<String> {
    let is_same_path = sent_path(operation) == sent_path(other);
    let is_known = |parameter: &Parameter| {
        let mut others = other.parameters.iter();
        others.any(|it| it.place == parameter.place && it.name == parameter.name)
    };
    let required = operation.parameters.iter().filter(|it| it.required);
    required
        .enumerate()
        .map(|(index, parameter)| match parameter.place {
            ParameterPlace::Path if is_same_path || !is_known(parameter) => {
                format!("parameter {} of the path", index + 1)
            }
            place => format!("`{}` of the {}", parameter.name, word(place)),
        })
        .collect()
}

impl<'a> Walk<'a> {
    pub(super) fn operations(&mut self) {
        let (pairs, gone, came) = self.match_operations();
        for pair in pairs {
            self.operation(pair);
        }
        for named in gone {
            self.findings.add(
                "operation",
                Finding {
                    rule: Rule::OperationRemoved,
                    subject: named.label(),
                    message: "is gone".to_owned(),
                    old: Some(named.operation.pointer.clone()),
                    new: None,
                    items: whole(&named),
                },
            );
        }
        for named in came {
            self.findings.add(
                "operation",
                Finding {
                    rule: Rule::OperationAdded,
                    subject: named.label(),
                    message: "is new".to_owned(),
                    old: None,
                    new: Some(named.operation.pointer.clone()),
                    items: whole(&named),
                },
            );
        }
    }

    /// Tells of a method that belongs to another operation now: code that calls it compiles, and does something else.
    fn taken_over(&mut self, pair: Pair<'a>) {
        let mut others = self.new.named();
        let other = others.find(|it| it.names.method == pair.old.names.method);
        if let Some(other) = other {
            self.unseen.push(ItemChange {
                path: pair.old.method(),
                fate: ItemFate::Changed(format!("calls {} now", other.label())),
                breaks: true,
            });
        }
    }

    /// By method and path; what is left, by id.
    fn match_operations(&self) -> (Vec<Pair<'a>>, Vec<Named<'a>>, Vec<Named<'a>>) {
        let key = |named: &Named<'_>| (named.operation.method.as_str(), sent_path(named.operation));
        let mut by_url: BTreeMap<(&str, String), Vec<Named<'a>>> = BTreeMap::new();
        for named in self.new.named().collect::<Vec<_>>().into_iter().rev() {
            by_url.entry(key(&named)).or_default().push(named);
        }
        let mut pairs = Vec::new();
        let mut left = Vec::new();
        for old in self.old.named() {
            match by_url.get_mut(&key(&old)).and_then(Vec::pop) {
                Some(new) => pairs.push(Pair { old, new }),
                None => left.push(old),
            }
        }
        let mut by_id: BTreeMap<&str, Named<'a>> = by_url
            .values()
            .flatten()
            .map(|named| (named.operation.id.as_str(), *named))
            .collect();
        let mut gone = Vec::new();
        for old in left {
            match by_id.remove(old.operation.id.as_str()) {
                Some(new) => pairs.push(Pair { old, new }),
                None => gone.push(old),
            }
        }
        let paired: BTreeSet<&str> = pairs
            .iter()
            .map(|pair| pair.new.names.marker.as_str())
            .collect();
        let came = self
            .new
            .named()
            .filter(|named| !paired.contains(named.names.marker.as_str()));
        let came = came.collect();
        (pairs, gone, came)
    }

    fn operation(&mut self, pair: Pair<'a>) {
        let (old, new) = (pair.old.operation, pair.new.operation);
        let at = pair.place("", pair.methods());
        if old.method != new.method || sent_path(old) != sent_path(new) {
            let message = format!("is {} now", pair.new.label());
            let finding = at.finding(Rule::OperationMoved, message);
            self.findings.add("url", finding);
        }
        if old.tag != new.tag {
            let tag = |tag: &Option<String>| {
                tag.as_deref()
                    .map_or("no tag".to_owned(), |it| format!("the tag `{it}`"))
            };
            let message = format!("had {}, has {}", tag(&old.tag), tag(&new.tag));
            let mut place = pair.place("", whole(&pair.old));
            place.items.extend(whole(&pair.new));
            let finding = place.finding(Rule::OperationTagChanged, message);
            self.findings.add("tag", finding);
        }
        if new.deprecated && !old.deprecated {
            let finding = at.finding(Rule::OperationDeprecated, "is deprecated");
            self.findings.add("deprecated", finding);
        }
        if pair.old.names.method != pair.new.names.method {
            let mut place = pair.place("", whole(&pair.old));
            place.items.extend(whole(&pair.new));
            let message = format!(
                "`{}` is `{}` now",
                pair.old.names.method, pair.new.names.method
            );
            self.findings
                .add("name", place.finding(Rule::OperationRenamed, message));
            self.taken_over(pair);
        }
        self.pages(pair);
        self.own_server(pair);
        self.security(pair);
        self.parameters(pair);
        self.body(pair);
        self.answers(pair);
    }

    fn parameters(&mut self, pair: Pair<'a>) {
        let (old, new) = (pair.old.operation, pair.new.operation);
        let place = pair.place("", pair.methods());
        let (before, after) = (arguments(old, new), arguments(new, old));
        self.argument_order(&before, &after, &pair.old.method(), &place);
        let in_path = |operation: &'a Operation| {
            operation
                .parameters
                .iter()
                .filter(|it| it.place == ParameterPlace::Path)
        };
        // Those in the path are what their place says, unless the path is another one.
        let is_same_path = sent_path(old) == sent_path(new);
        for (index, one) in in_path(old).enumerate() {
            let now = match is_same_path {
                true => in_path(new).nth(index),
                false => in_path(new).find(|two| two.name == one.name),
            };
            let Some(two) = now else { continue };
            if one.name != two.name {
                let place = parameter_place(pair, one, two);
                let finding =
                    place.finding(Rule::PathParameterRenamed, format!("is `{}` now", two.name));
                self.findings.add("name", finding);
            }
            self.parameter(pair, one, two);
        }
        let elsewhere = |operation: &'a Operation| {
            operation
                .parameters
                .iter()
                .filter(|it| it.place != ParameterPlace::Path)
        };
        for one in elsewhere(old) {
            match elsewhere(new).find(|two| is_same(one, two)) {
                Some(two) => self.parameter(pair, one, two),
                None => {
                    let mut place = parameter_place(pair, one, one);
                    place.new = new.pointer.clone();
                    let finding = place.finding(Rule::ParameterRemoved, "is gone");
                    self.findings.add("parameter", finding);
                }
            }
        }
        for two in elsewhere(new) {
            if elsewhere(old).any(|one| is_same(one, two)) {
                continue;
            }
            let (rule, message) = if two.required {
                (Rule::RequiredParameterAdded, "is new (required)")
            } else {
                (Rule::OptionalParameterAdded, "is new (optional)")
            };
            let mut place = parameter_place(pair, two, two);
            place.old = old.pointer.clone();
            self.findings.add("parameter", place.finding(rule, message));
        }
    }

    fn parameter(&mut self, pair: Pair<'a>, old: &Parameter, new: &Parameter) {
        let place = parameter_place(pair, old, new);
        let is_written_alike = is_written_alike(self, old, new);
        let mut tell = |aspect: &str, rule: Rule, message: &str| {
            self.findings.add(aspect, place.finding(rule, message));
        };
        match (old.required, new.required) {
            (false, true) => tell("presence", Rule::ParameterBecameRequired, "is required now"),
            (true, false) => tell("presence", Rule::ParameterBecameOptional, "is optional now"),
            (true, true) | (false, false) => {}
        }
        if !is_written_alike {
            tell(
                "encoding",
                Rule::ParameterEncodingChanged,
                "is written otherwise",
            );
        }
        if old.default != new.default {
            tell(
                "default",
                Rule::ParameterDefaultChanged,
                "has another default",
            );
        }
        if new.deprecated && !old.deprecated {
            tell("deprecated", Rule::ParameterDeprecated, "is deprecated");
        }
        self.types(&old.ty, &new.ty, Direction::Request, &place);
        self.limits((&old.pointer, &new.pointer), Direction::Request, &place);
    }
}

fn is_same(one: &Parameter, two: &Parameter) -> bool {
    let is_header = one.place == ParameterPlace::Header;
    one.place == two.place
        && (one.name == two.name || is_header && one.name.eq_ignore_ascii_case(&two.name))
}

/// Whether old and new programs write the same for a value: `explode` says nothing of what is one value.
fn is_written_alike(walk: &Walk<'_>, old: &Parameter, new: &Parameter) -> bool {
    use crate::model::{Kind, Type};
    let is_one_value = |side: &super::side::Side, parameter: &Parameter| match side
        .resolve(&parameter.ty)
    {
        Type::Array(_) | Type::Tuple(_) | Type::Map(_) | Type::Json | Type::Nullable(_) => false,
        Type::Declared(id) => side
            .declaration(*id)
            .is_some_and(|it| matches!(it.kind, Kind::Enum(_))),
        _ => true,
    };
    match (old.encoding, new.encoding) {
        (
            ParameterEncoding::Style {
                style: one,
                allow_reserved: first,
                ..
            },
            ParameterEncoding::Style {
                style: two,
                allow_reserved: second,
                ..
            },
        ) if is_one_value(walk.old, old) && is_one_value(walk.new, new) => {
            one == two && first == second
        }
        (one, two) => one == two,
    }
}

fn word(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

fn parameter_place(pair: Pair<'_>, old: &Parameter, new: &Parameter) -> Place {
    let mut items = Vec::new();
    for (named, parameter) in [(pair.old, old), (pair.new, new)] {
        let claim = if parameter.required {
            Claim::Item(named.method())
        } else {
            Claim::Item(named.item(&format!("{}()", parameter.ident)))
        };
        if !items.contains(&claim) {
            items.push(claim);
        }
    }
    let place = word(old.place);
    Place {
        subject: format!("{}, {place} parameter `{}`", pair.old.label(), old.name),
        old: old.pointer.clone(),
        new: new.pointer.clone(),
        items,
    }
}
