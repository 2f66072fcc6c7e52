//! The cases: which values are tried as which schema.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Checker, Violation};
use crate::describe::undescribed;
use crate::document::{Document, split};
use crate::examples::{Example, examples};
use crate::lift::{Typed, is_made, lift, way};
use crate::make::Maker;
use crate::plain::serde_reads;
use crate::schemas::Schemas;
use crate::{Counts, Invalid, Note, Schema};

/// A value to try.
#[derive(Debug)]
pub(crate) struct Case {
    /// Pointer of the schema that it is an instance of.
    pub(crate) schema: String,
    /// Where it comes from: the pointer of an example, or how it was made.
    pub(crate) from: String,
    pub(crate) value: Value,
    /// JSON pointers of the properties in it that no schema describes.
    pub(crate) undescribed: Vec<String>,
    /// What is less important goes first when there is too much.
    rank: usize,
}

/// How large the file of the cases may become.
const BYTES: usize = 8 * 1024 * 1024;

/// The cases of a document, sorted by schema, examples first.
pub(crate) fn cases(document: &Value, schemas: &[Schema]) -> (Vec<Case>, Counts) {
    let document = Document::new(document);
    let typed: Typed<'_> = schemas
        .iter()
        .filter(|schema| serde_reads(&document, schema))
        .map(|schema| (schema.pointer.as_str(), schema))
        .collect();
    let examples = examples(&document);
    let ways: BTreeMap<&str, Vec<String>> = examples
        .iter()
        .map(|example| {
            (
                example.schema.as_str(),
                way(&document, &typed, &example.schema),
            )
        })
        .collect();
    let roots = typed.keys().copied();
    let outer = ways.values().flatten().map(String::as_str);
    let converted = Schemas::new(&document, roots.chain(ways.keys().copied()).chain(outer));
    let checker = Checker::new(&converted);
    let mut collector = Collector {
        typed: &typed,
        schemas: &converted,
        checker: &checker,
        maker: Maker::new(&converted, &checker),
        cases: Vec::new(),
        seen: BTreeSet::new(),
        counts: Counts {
            examples: examples.len(),
            dropped_keywords: converted.notes.clone(),
            unchecked: notes_of(&converted, &checker),
            ..Counts::default()
        },
    };
    for example in &examples {
        let way = ways
            .get(example.schema.as_str())
            .map_or(&[][..], Vec::as_slice);
        collector.example(example, way);
    }
    for (pointer, schema) in &typed {
        // Elsewhere, types that the generator did not make are those of parameters and of plain bodies.
        if is_made(schema) || pointer.starts_with("/components/schemas/") {
            collector.instances(pointer);
        }
    }
    collector.finish()
}

fn notes_of(schemas: &Schemas<'_>, checker: &Checker) -> Vec<Note> {
    let notes = checker.refused().iter().map(|(number, reason)| Note {
        pointer: schemas.pointer(*number).to_owned(),
        reason: reason.clone(),
    });
    notes.collect()
}

struct Collector<'c> {
    typed: &'c Typed<'c>,
    schemas: &'c Schemas<'c>,
    checker: &'c Checker,
    maker: Maker<'c>,
    cases: Vec<Case>,
    seen: BTreeSet<(String, String)>,
    counts: Counts,
}

impl Collector<'_> {
    fn example(&mut self, example: &Example<'_>, way: &[String]) {
        let Some(number) = self.schemas.find(&example.schema) else {
            return;
        };
        let mut value = example.value.clone();
        let mut checked = self.checker.check(number, &value);
        // Some documents give the text of the JSON instead of the JSON.
        if checked.is_err()
            && let Some(text) = value.as_str()
            && let Ok(inner) = serde_json::from_str::<Value>(text)
            && (inner.is_object() || inner.is_array())
        {
            checked = self.checker.check(number, &inner);
            value = inner;
        }
        if let Err((Violation::Unchecked, reason)) = checked {
            self.counts.unchecked.push(Note {
                pointer: example.origin.clone(),
                reason,
            });
            return;
        }
        if let Err((violation, reason)) = checked {
            self.counts.invalid.push(Invalid {
                pointer: example.schema.clone(),
                origin: example.origin.clone(),
                violation,
                reason,
            });
            return;
        }
        let Some(schema) = way.last() else {
            self.counts.untyped.push(Note {
                pointer: example.origin.clone(),
                reason: format!("no Rust type was made of {}", example.schema),
            });
            return;
        };
        let lifted = lift(self.schemas, &mut self.maker, way, &value);
        match lifted.and_then(|value| self.checked(schema, value)) {
            Ok((number, value)) => self.add(schema, number, example.origin.clone(), value, 0),
            Err(reason) => self.counts.unmade.push(Note {
                pointer: example.origin.clone(),
                reason: format!("cannot be set into {schema}: {reason}"),
            }),
        }
    }

    fn checked(&self, schema: &str, value: Value) -> Result<(usize, Value), String> {
        let number = self.schemas.find(schema).ok_or("is not known")?;
        match self.checker.check(number, &value) {
            Ok(()) => Ok((number, value)),
            Err((_, reason)) => Err(reason),
        }
    }

    /// Instances of a schema, unless those of another one cover it.
    fn instances(&mut self, pointer: &str) {
        let Some(number) = self.schemas.find(pointer) else {
            return;
        };
        let target = self.schemas.target(number);
        if target != number && self.typed.contains_key(self.schemas.pointer(target))
            || self.is_inside(pointer)
        {
            return;
        }
        let made = self.maker.instances(number);
        for reason in made.unmade {
            let note = Note {
                pointer: pointer.to_owned(),
                reason,
            };
            self.counts.unmade.push(note);
        }
        for (index, value) in made.instances.into_iter().enumerate() {
            self.counts.instances += 1;
            let from = format!("instance {}", index + 1);
            self.add(pointer, number, from, value, index);
        }
    }

    /// Whether a schema around this one has a type too.
    fn is_inside(&self, pointer: &str) -> bool {
        let mut place = pointer;
        while let Some((parent, _)) = split(place) {
            if self.typed.contains_key(parent) {
                return true;
            }
            place = parent;
        }
        false
    }

    fn add(&mut self, schema: &str, number: usize, from: String, value: Value, rank: usize) {
        if !self.seen.insert((schema.to_owned(), value.to_string())) {
            return;
        }
        self.cases.push(Case {
            undescribed: undescribed(self.schemas, self.checker, number, &value),
            schema: schema.to_owned(),
            from,
            value,
            rank,
        });
    }

    fn finish(self) -> (Vec<Case>, Counts) {
        let Self {
            mut cases,
            mut counts,
            ..
        } = self;
        // Both sorts keep the order of equals: by rank to cut, then by schema to read.
        cases.sort_by_key(|case| case.rank);
        let mut bytes = 0;
        let all = cases.len();
        cases.retain(|case| {
            bytes += case.to_string().len() + 2;
            bytes <= BYTES
        });
        counts.cut = all - cases.len();
        counts.cases = cases.len();
        cases.sort_by(|left, right| left.schema.cmp(&right.schema));
        (cases, counts)
    }
}
