//! Arrays and objects of a schema.

use serde_json::{Map, Value, json};

use crate::flat::Flat;
use crate::make::{INSTANCES, Maker, distinct};
use crate::scalars;

impl Maker<'_> {
    /// Arrays of all variants of the items, and the shortest one.
    pub(crate) fn arrays(
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

    /// The object with everything, the one with the least, and one for each further variant of the properties.
    pub(crate) fn objects(
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

fn nth_or_first(variants: &[Value], index: usize) -> Option<Value> {
    variants.get(index).or(variants.first()).cloned()
}

/// `count` items out of the variants, again and again.
fn fill(variants: &[Value], count: usize, unique: bool) -> Vec<Value> {
    let mut items: Vec<Value> = variants.iter().cycle().take(count).cloned().collect();
    if unique {
        for (index, item) in items.iter_mut().enumerate().skip(variants.len()) {
            match item {
                // The text of a number often has a pattern that allows no other zero than the first.
                Value::String(text) => {
                    *text = match text.parse::<usize>() {
                        Ok(number) => number.saturating_add(index).to_string(),
                        Err(_) => format!("{text}{index}"),
                    }
                }
                Value::Number(_) => *item = index.into(),
                _ => {}
            }
        }
        distinct(&mut items);
    }
    items
}
