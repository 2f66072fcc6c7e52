//! Instances made from the schema itself.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use crate::check::Checker;
use crate::flat::{Flat, flatten, subtypes};
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
    schemas: &'s Schemas<'s>,
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
    fn variants(
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

    fn arrays(
        &mut self,
        flat: &Flat,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        let count = |name: &str| flat.keywords.get(name).and_then(scalars::count);
        let least = count("minItems").unwrap_or(0).max(flat.prefix.len());
        let greatest = count("maxItems").unwrap_or(usize::MAX);
        if least > 1000 {
            return Err("asks for too many items".to_owned());
        }
        if level == 0 && least == 0 {
            return Ok(vec![json!([])]);
        }
        let items = flat.items.clone().unwrap_or(Value::Bool(true));
        let mut prefix = Vec::new();
        for schema in flat.prefix.iter().take(greatest) {
            prefix.push(self.variants(schema, level, most, depth)?);
        }
        if !prefix.is_empty() {
            let longest = prefix.iter().map(Vec::len).max().unwrap_or(0);
            let round = |index: usize| {
                prefix
                    .iter()
                    .filter_map(|variants| nth_or_first(variants, index))
                    .collect()
            };
            return Ok((0..longest.min(most)).map(round).collect());
        }
        let variants = match self.variants(&items, level, most, depth) {
            Ok(variants) => variants,
            Err(_) if least == 0 => return Ok(vec![json!([])]),
            Err(reason) => return Err(reason),
        };
        let unique = flat.keywords.get("uniqueItems") == Some(&Value::Bool(true));
        let full = fill(
            &variants,
            variants.len().clamp(least, greatest.max(least)),
            unique,
        );
        let small = fill(&variants, least, unique);
        let mut found = vec![Value::Array(full)];
        if level == 0 || found != [Value::Array(small.clone())] {
            found.push(Value::Array(small));
        }
        if level == 0 {
            found.reverse();
        }
        Ok(found)
    }

    fn objects(
        &mut self,
        flat: &Flat,
        level: usize,
        most: usize,
        depth: usize,
    ) -> Result<Vec<Value>, String> {
        let least = self.least_object(flat, depth)?;
        if level == 0 {
            return Ok(vec![Value::Object(least)]);
        }
        let mut columns: Vec<(String, Vec<Value>)> = Vec::new();
        for (name, schema) in &flat.properties {
            match self.variants(schema, level, most, depth) {
                Ok(variants) => columns.push((name.clone(), variants)),
                // What is not required can stay out.
                Err(_) if !flat.required.contains(name) => {}
                Err(reason) => return Err(format!("{name}: {reason}")),
            }
        }
        self.additional(flat, level, depth, &mut columns)?;
        let rounds = columns
            .iter()
            .map(|(_, variants)| variants.len())
            .max()
            .unwrap_or(0);
        let greatest = flat
            .keywords
            .get("maxProperties")
            .and_then(scalars::count)
            .unwrap_or(usize::MAX);
        let mut found = Vec::new();
        for round in 0..rounds.min(most) {
            let mut object = least.clone();
            for (name, variants) in &columns {
                let room = object.len() < greatest || object.contains_key(name);
                if let Some(value) = variants.get(round).filter(|_| room) {
                    object.insert(name.clone(), value.clone());
                }
            }
            found.push(Value::Object(object));
        }
        found.insert(found.len().min(1), Value::Object(least));
        Ok(found)
    }

    /// Only what is required, each the first variant of the lowest level.
    fn least_object(&mut self, flat: &Flat, depth: usize) -> Result<Map<String, Value>, String> {
        let mut least = Map::new();
        let any = Value::Bool(true);
        // In the order of the document.
        let declared = flat
            .properties
            .keys()
            .filter(|name| flat.required.contains(*name));
        let others = flat
            .required
            .iter()
            .filter(|name| !flat.properties.contains_key(*name));
        for name in declared.chain(others) {
            let schema = flat
                .properties
                .get(name)
                .or(flat.additional.as_ref())
                .unwrap_or(&any);
            let made = self.variants(schema, 0, 1, depth);
            let value = made
                .map_err(|reason| format!("{name}: {reason}"))?
                .into_iter()
                .next();
            least.insert(
                name.clone(),
                value.ok_or_else(|| format!("{name}: nothing fits"))?,
            );
        }
        let count = flat
            .keywords
            .get("minProperties")
            .and_then(scalars::count)
            .unwrap_or(0);
        for (name, schema) in flat.properties.iter().filter(|_| count > 0) {
            if least.len() < count
                && !least.contains_key(name)
                && let Some(value) = self
                    .variants(schema, 0, 1, depth)
                    .ok()
                    .and_then(|made| made.into_iter().next())
            {
                least.insert(name.clone(), value);
            }
        }
        let mut columns = Vec::new();
        if least.len() < count {
            self.additional(flat, 0, depth, &mut columns)?;
        }
        for (name, mut variants) in columns {
            if least.len() < count && !variants.is_empty() {
                least.insert(name, variants.swap_remove(0));
            }
        }
        Ok(least)
    }

    /// Properties that only `additionalProperties` or `patternProperties` describe.
    fn additional(
        &mut self,
        flat: &Flat,
        level: usize,
        depth: usize,
        columns: &mut Vec<(String, Vec<Value>)>,
    ) -> Result<(), String> {
        for (pattern, schema) in &flat.patterns {
            if let Some(name) = self.schemas.patterns.text(pattern, 0, 64)
                && let Ok(variants) = self.variants(schema, level, INSTANCES, depth)
                && !flat.properties.contains_key(&name)
            {
                columns.push((name, variants));
            }
        }
        let any = Value::Bool(true);
        // A schema without properties describes any; otherwise only one that says so.
        let free = !flat.declares_properties && flat.patterns.is_empty();
        let schema = match &flat.additional {
            Some(Value::Bool(false)) => return Ok(()),
            Some(schema) => schema,
            None if free => &any,
            None => return Ok(()),
        };
        let Ok(variants) = self.variants(schema, level, INSTANCES, depth) else {
            return Ok(());
        };
        let names = match &flat.names {
            None => vec!["additionalKey".into(), "another key".into()],
            Some(names) => {
                self.variants(&json!({"allOf": [names, {"type": "string"}]}), 1, 2, depth)?
            }
        };
        for (index, name) in names.iter().filter_map(Value::as_str).enumerate() {
            if !flat.properties.contains_key(name) {
                let mut variants = variants.clone();
                // Different values side by side.
                let turn = index.min(variants.len());
                variants.rotate_left(turn);
                columns.push((name.to_owned(), variants));
            }
        }
        Ok(())
    }
}

/// Whether the fullest variant is larger than it should be within another.
fn is_larger(variants: &[Value], level: usize) -> bool {
    let most = NESTED_BYTES.get(level).copied().unwrap_or(usize::MAX);
    variants
        .first()
        .is_some_and(|value| value.to_string().len() > most)
}

/// The types of what is made, the most telling first.
fn kinds(flat: &Flat) -> Vec<String> {
    const ORDER: [&str; 7] = [
        "object", "array", "string", "integer", "number", "boolean", "null",
    ];
    if let Some(types) = &flat.types {
        return ORDER
            .iter()
            .filter(|kind| types.contains(**kind))
            .map(|kind| (*kind).to_owned())
            .collect();
    }
    let has = |names: &[&str]| names.iter().any(|name| flat.keywords.contains_key(*name));
    let object = !flat.properties.is_empty()
        || !flat.required.is_empty()
        || flat.additional.is_some()
        || !flat.patterns.is_empty();
    let array = flat.items.is_some() || !flat.prefix.is_empty() || has(&["minItems", "maxItems"]);
    let string = has(&["pattern", "format", "minLength", "maxLength"]);
    let number = has(&[
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ]);
    let told = [
        ("object", object),
        ("array", array),
        ("string", string),
        ("number", number),
    ];
    let kinds: Vec<String> = told
        .iter()
        .filter(|(_, told)| *told)
        .map(|(kind, _)| (*kind).to_owned())
        .collect();
    if kinds.is_empty() {
        vec!["any".to_owned()]
    } else {
        kinds
    }
}

/// A merged schema as a schema again, to be merged with a branch.
fn rest_of(flat: &Flat) -> Value {
    let mut schema = flat.keywords.clone();
    if let Some(types) = &flat.types {
        schema.insert(
            "type".to_owned(),
            types
                .iter()
                .map(|name| Value::from(name.as_str()))
                .collect(),
        );
    }
    if let Some(values) = &flat.values {
        schema.insert("enum".to_owned(), Value::Array(values.clone()));
    }
    if flat.declares_properties {
        schema.insert(
            "properties".to_owned(),
            Value::Object(flat.properties.clone()),
        );
    }
    if !flat.required.is_empty() {
        schema.insert(
            "required".to_owned(),
            flat.required
                .iter()
                .map(|name| Value::from(name.as_str()))
                .collect(),
        );
    }
    for (name, value) in [
        ("additionalProperties", &flat.additional),
        ("propertyNames", &flat.names),
        ("items", &flat.items),
    ] {
        if let Some(value) = value {
            schema.insert(name.to_owned(), value.clone());
        }
    }
    if !flat.patterns.is_empty() {
        schema.insert(
            "patternProperties".to_owned(),
            Value::Object(flat.patterns.iter().cloned().collect()),
        );
    }
    if !flat.prefix.is_empty() {
        schema.insert("prefixItems".to_owned(), Value::Array(flat.prefix.clone()));
    }
    if !flat.choices.is_empty() {
        let choices = flat
            .choices
            .iter()
            .map(|branches| json!({"anyOf": branches}));
        schema.insert("allOf".to_owned(), choices.collect());
    }
    if schema.is_empty() {
        Value::Bool(true)
    } else {
        Value::Object(schema)
    }
}

fn distinct(values: &mut Vec<Value>) {
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

fn nth_or_first(variants: &[Value], index: usize) -> Option<Value> {
    variants.get(index).or(variants.first()).cloned()
}

/// `count` items out of the variants, again and again.
fn fill(variants: &[Value], count: usize, unique: bool) -> Vec<Value> {
    let mut items: Vec<Value> = variants.iter().cycle().take(count).cloned().collect();
    if unique {
        for (index, item) in items.iter_mut().enumerate().skip(variants.len()) {
            match item {
                Value::String(text) => *text = format!("{text}{index}"),
                Value::Number(_) => *item = index.into(),
                _ => {}
            }
        }
        distinct(&mut items);
    }
    items
}
