//! Instances made from the schema itself.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::check::Checker;
use crate::flat::{Flat, flatten, kinds, rest_of, subtypes};
use crate::scalars;
use crate::schemas::{Schemas, referenced};

/// How many instances one schema gets.
pub(crate) const INSTANCES: usize = 64;

/// How many variants of a component are used where another one refers to it, by level.
const NESTED: [usize; 3] = [1, 3, 6];

/// The level of a schema whose own instances are made; each reference goes one down; level 0 is the least that is valid.
const TOP: usize = 3;

/// How large an instance of a component is within that of another, by level; a larger one gives way to one of the level
/// below.
const NESTED_BYTES: [usize; 3] = [usize::MAX, 1024, 4096];

/// How large an instance should be.
const BYTES: usize = 16 * 1024;

/// How large a value of a call should be.
const CALL_BYTES: usize = 4 * 1024;

/// How deep schemas may lie in each other.
const DEPTH: usize = 48;

/// What could be made of a schema.
#[derive(Debug, Default)]
pub(crate) struct Made {
    pub(crate) instances: Vec<Value>,
    /// Why there are not more.
    pub(crate) unmade: Vec<String>,
}

pub(crate) struct Maker<'s> {
    pub(crate) schemas: &'s Schemas<'s>,
    checker: &'s Checker,
    subtypes: BTreeMap<usize, Vec<usize>>,
    known: BTreeMap<(usize, usize), Result<Vec<Value>, String>>,
    /// Entries that are being made, with their level: a recursion ends here.
    open: Vec<(usize, usize)>,
}

impl<'s> Maker<'s> {
    pub(crate) fn new(schemas: &'s Schemas<'s>, checker: &'s Checker) -> Self {
        Self {
            schemas,
            checker,
            subtypes: subtypes(schemas),
            known: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// The instances of an entry; the first is as full as can be, the second as small.
    pub(crate) fn instances(&mut self, number: usize) -> Made {
        let mut made = Made::default();
        for level in (1..=TOP).rev() {
            made = self.instances_of_level(number, level);
            let largest = made.instances.first().map_or(0, |v| v.to_string().len());
            if largest <= BYTES {
                break;
            }
            made.unmade.push(
                "optional parts deep inside are left out, the whole would be too large".to_owned(),
            );
        }
        made
    }

    fn instances_of_level(&mut self, number: usize, level: usize) -> Made {
        let mut made = Made::default();
        let variants = match self.entry(number, level, INSTANCES) {
            Ok(variants) => variants,
            Err(reason) => {
                made.unmade.push(reason);
                return made;
            }
        };
        let all = variants.len();
        let mut refused = Vec::new();
        for (index, value) in variants.into_iter().enumerate() {
            // The fullest and the smallest stay, whatever their size.
            if index > 1 && value.to_string().len() > BYTES {
                continue;
            }
            match self.checker.check(number, &value) {
                Ok(()) => made.instances.push(value),
                Err((_, reason)) => refused.push(reason),
            }
        }
        if let Some(reason) = refused.first() {
            let refused = refused.len();
            made.unmade
                .push(format!("{refused} of {all} are not valid: {reason}"));
        }
        made
    }

    /// The least instance of an entry.
    pub(crate) fn least(&mut self, number: usize) -> Result<Value, String> {
        self.reference(number, 0)?
            .into_iter()
            .next()
            .ok_or_else(|| "nothing fits".to_owned())
    }

    /// An instance of an entry that holds as much as it can within reason.
    pub(crate) fn fullest(&mut self, number: usize) -> Result<Value, String> {
        let mut reason = "nothing fits".to_owned();
        for level in (0..=2).rev() {
            match self.entry(number, level, INSTANCES) {
                Ok(made) => {
                    let valid = made.into_iter().find(|value| {
                        value.to_string().len() <= CALL_BYTES
                            && self.checker.check(number, value).is_ok()
                    });
                    if let Some(value) = valid {
                        return Ok(value);
                    }
                }
                Err(why) => reason = why,
            }
        }
        self.least(number).map_err(|_| reason)
    }

    /// Instances of an entry, not yet checked.
    fn entry(&mut self, number: usize, level: usize, most: usize) -> Result<Vec<Value>, String> {
        if self.open.contains(&(number, level)) || self.open.len() > DEPTH {
            return Err("is required within itself".to_owned());
        }
        self.open.push((number, level));
        let made = self.entry_open(number, level, most);
        self.open.pop();
        made
    }

    fn entry_open(
        &mut self,
        number: usize,
        level: usize,
        most: usize,
    ) -> Result<Vec<Value>, String> {
        // Only a component can be a subtype; it includes its base by `allOf` and never comes here for it.
        if let Some(subtypes) = self.subtypes.get(&number).cloned() {
            let branches = subtypes
                .into_iter()
                .map(|subtype| json!({"$ref": format!("#/$defs/{subtype}")}));
            return self.branches(
                &branches.collect::<Vec<_>>(),
                &Value::Bool(true),
                level,
                most,
                DEPTH,
            );
        }
        let owner = self
            .schemas
            .component(number)
            .map_or(usize::MAX, |_| number);
        let schema = self.schemas.entry(number);
        if let Some(target) = referenced(schema)
            && schema.as_object().is_some_and(|members| members.len() == 1)
        {
            return self.entry(target, level, most);
        }
        let flat = flatten(self.schemas, schema, Some(owner));
        self.flat(flat, level, most, DEPTH)
    }

    /// Valid instances of an entry that another schema refers to.
    fn reference(&mut self, number: usize, level: usize) -> Result<Vec<Value>, String> {
        if let Some(known) = self.known.get(&(number, level)) {
            return known.clone();
        }
        let made = match self.valid(number, level) {
            Ok(variants) if level > 0 && is_larger(&variants, level) => {
                self.reference(number, level - 1)
            }
            made => made,
        };
        // Within a recursion the answer depends on where it began.
        if made.is_ok() || self.open.is_empty() {
            self.known.insert((number, level), made.clone());
        }
        made
    }

    fn valid(&mut self, number: usize, level: usize) -> Result<Vec<Value>, String> {
        let most = NESTED.get(level).copied().unwrap_or(INSTANCES);
        let mut reason = "nothing fits".to_owned();
        let mut valid = Vec::new();
        for value in self.entry(number, level, INSTANCES)? {
            match self.checker.check(number, &value) {
                Ok(()) => valid.push(value),
                Err((_, why)) => reason = why,
            }
            if valid.len() == most {
                break;
            }
        }
        if valid.is_empty() {
            Err(reason)
        } else {
            Ok(valid)
        }
    }

    /// Instances of any schema; the first is as full as the level allows, the second as small.
    pub(crate) fn variants(
        &mut self,
        schema: &Value,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        if depth == 0 {
            return Err("schemas lie too deep in each other".to_owned());
        }
        if let Some(number) = referenced(schema)
            && schema.as_object().is_some_and(|members| members.len() == 1)
        {
            // Parts of a component do not go a level down, they have no instances of their own.
            let is_component = self.schemas.component(number).is_some();
            let below = if is_component {
                level.saturating_sub(1)
            } else {
                level
            };
            return self.reference(number, below);
        }
        let flat = flatten(self.schemas, schema, None);
        self.flat(flat, level, most, depth)
    }

    fn flat(
        &mut self,
        mut flat: Flat,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        if flat.never || depth == 0 {
            return Err("nothing can fulfil the schema".to_owned());
        }
        if let Some(branches) = flat.choices.pop() {
            let rest = rest_of(&flat);
            return self.branches(&branches, &rest, level, most, depth - 1);
        }
        if let Some(mut values) = flat.values.take() {
            values.truncate(if level == 0 { 1 } else { most });
            return Ok(values);
        }
        let mut found = Vec::new();
        let mut reason = None;
        for kind in kinds(&flat) {
            if level == 0 && !found.is_empty() {
                break;
            }
            match self.kind(&kind, &flat, level, most, depth) {
                Ok(values) => found.extend(values),
                Err(why) => reason = Some(why),
            }
        }
        distinct(&mut found);
        found.truncate(if level == 0 { 1 } else { most });
        match reason {
            Some(reason) if found.is_empty() => Err(reason),
            _ => Ok(found),
        }
    }

    /// Instances of each branch of a union, together with what stands beside the union.
    fn branches(
        &mut self,
        branches: &[Value],
        rest: &Value,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        let mut groups: Vec<Vec<Value>> = Vec::new();
        let mut reason = "a union without branches".to_owned();
        let each = (most / branches.len().max(1)).max(2);
        for branch in branches {
            let schema = if rest == &Value::Bool(true) {
                branch.clone()
            } else {
                json!({"allOf": [branch, rest]})
            };
            match self.variants(&schema, level, each, depth) {
                Ok(mut values) => {
                    values.truncate(each);
                    if level == 0 {
                        return Ok(values);
                    }
                    groups.push(values);
                }
                Err(why) => reason = why,
            }
        }
        // The first of each branch before the second of any.
        let mut found = Vec::new();
        let longest = groups.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..longest {
            found.extend(groups.iter().filter_map(|group| group.get(index)).cloned());
        }
        distinct(&mut found);
        found.truncate(most.max(branches.len()).min(INSTANCES));
        if found.is_empty() {
            Err(reason)
        } else {
            Ok(found)
        }
    }

    fn kind(
        &mut self,
        kind: &str,
        flat: &Flat,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        Ok(match kind {
            "null" => vec![Value::Null],
            "boolean" => vec![Value::Bool(true), Value::Bool(false)],
            "integer" => scalars::integers(flat),
            "number" => scalars::numbers(flat),
            "string" => scalars::strings(flat, &self.schemas.patterns)?,
            "array" => self.arrays(flat, level, most, depth - 1)?,
            "object" => self.objects(flat, level, most, depth - 1)?,
            _ => scalars::anything(),
        })
    }
}

/// Whether the fullest variant is larger than it should be within another.
fn is_larger(variants: &[Value], level: usize) -> bool {
    let most = NESTED_BYTES.get(level).copied().unwrap_or(usize::MAX);
    variants
        .first()
        .is_some_and(|value| value.to_string().len() > most)
}

/// Leaves out what stands before already.
pub(crate) fn distinct(values: &mut Vec<Value>) {
    let mut seen: Vec<String> = Vec::new();
    values.retain(|value| {
        let text = value.to_string();
        let new = !seen.contains(&text);
        if new {
            seen.push(text);
        }
        new
    });
}
