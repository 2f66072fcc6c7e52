// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Value;
use std::any::TypeId;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;

use super::Path;

/// What is carried along while a value is read.
#[derive(Default)]
pub(crate) struct Context<'de> {
    /// Where reading failed; empty as long as it did not.
    pub(super) path: Path,
    /// How well the value fits its type.
    pub(super) fit: Fit,
    /// The value that is read, where it is not the stream itself: a union looks at a value before it reads it.
    pub(super) buffer: Option<&'de Buffer<'de>>,
}

/// How well a value fits its type. Less is better; the first counts most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Values of open enums and branches of unions that the document does not know.
    pub(super) unknown: usize,
    /// Values that would fit anything of their kind: any JSON, any text, any number, any entry of a map.
    pub(super) loose: usize,
}

/// A value of JSON, told apart from its equals by where it stands in memory.
pub(super) type Node = *const Value;

/// What the readers of one buffered value tell each other.
#[derive(Default)]
pub(super) struct Buffer<'v> {
    handed_over: Cell<Option<&'v Value>>,
    /// Whether what is read is only tried, and so has to be noted.
    pub(super) is_weighing: Cell<bool>,
    /// What the types that were read do not keep, with all that is in it.
    pub(super) ignored: RefCell<Vec<Node>>,
    /// The last value that was taken without a type.
    pub(super) untyped: Cell<Option<Node>>,
    /// The branches that were chosen before, by their indices. Without them, unions inside of unions would be weighed again in each
    /// branch of each union around them.
    pub(super) choices: RefCell<BTreeMap<(TypeId, Node), usize>>,
    /// How many more values may be read on trial.
    pub(super) allowance: Cell<usize>,
}

impl<'de> Context<'de> {
    /// Takes a whole value without a type: the one that is buffered already, or a new one.
    pub(super) fn take<D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Cow<'de, Value>, D::Error> {
        let Some(buffer) = self.buffer else {
            return Value::deserialize(deserializer).map(Cow::Owned);
        };
        match deserializer.deserialize_newtype_struct(HAND_OVER, HandOver)? {
            Some(value) => Ok(Cow::Owned(value)),
            None => match buffer.handed_over.take() {
                Some(value) => Ok(Cow::Borrowed(value)),
                None => Err(D::Error::custom("the value is gone")),
            },
        }
    }

    /// Notes that a value was taken without a type.
    pub(super) fn untyped(&mut self, value: &Value) {
        if let Some(buffer) = self.weighing() {
            buffer.untyped.set(Some(value));
            self.fit.loose += count(value);
        }
    }

    /// Notes a value that would fit anything of its kind.
    pub(super) fn loose(&mut self) {
        self.fit.loose += 1;
    }

    /// Notes a value that the document does not know.
    pub(super) fn unknown(&mut self) {
        self.fit.unknown += 1;
    }

    fn weighing(&self) -> Option<&'de Buffer<'de>> {
        self.buffer.filter(|buffer| buffer.is_weighing.get())
    }
}

impl<'v> Buffer<'v> {
    /// Answers [`Context::take`].
    pub(super) fn hand_over(&self, value: &'v Value) {
        self.handed_over.set(Some(value));
    }

    /// Notes that nobody keeps `value`.
    pub(super) fn ignore(&self, value: &Value) {
        if self.is_weighing.get() {
            each(value, &mut |node| self.ignored.borrow_mut().push(node));
        }
    }
}

/// How many values `value` is, itself among them.
pub(super) fn count(value: &Value) -> usize {
    let mut count = 0;
    each(value, &mut |_| count += 1);
    count
}

/// Visits `value` and all that is in it; the reader of JSON bounds how deep that is.
fn each(value: &Value, visit: &mut impl FnMut(Node)) {
    visit(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| each(item, visit)),
        Value::Object(entries) => entries.values().for_each(|entry| each(entry, visit)),
        _ => {}
    }
}

/// Asks a deserializer of a buffered value for that value. Other deserializers do not know the name, and give way to
/// what is in such a struct: the value.
pub(super) const HAND_OVER: &str = "$the buffered value";

struct HandOver;

impl<'de> Visitor<'de> for HandOver {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        Value::deserialize(deserializer).map(Some)
    }
}
