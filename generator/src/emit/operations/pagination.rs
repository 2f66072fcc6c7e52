//! How the answers of an operation are the pages of a list.

use crate::emit::print::{literal, type_text};
use crate::emit::ty::TypeTokens;
use crate::model::{FieldPath, FieldStep, PageStep, Pagination};

use super::Named;

/// What the documentation of the method says of it.
pub(super) const SENTENCE: &str = "The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.";

/// The table, where they are.
pub(super) fn table(named: Named<'_>, tokens: &TypeTokens<'_>) -> String {
    let Some(pagination) = &named.operation.pagination else {
        return String::new();
    };
    let rows: String = rows(pagination)
        .iter()
        .map(|row| format!("        {row},\n"))
        .collect();
    let item = type_text(&tokens.ty(&pagination.item));
    let marker = &named.names.marker;
    format!("paginated! {{\n    {marker}: {item} {{\n{rows}    }}\n}}\n")
}

fn rows(pagination: &Pagination) -> Vec<String> {
    let step = match &pagination.step {
        PageStep::Cursor { parameter, next } => {
            format!("cursor {}: {}", literal(parameter), value(next))
        }
        PageStep::Offset {
            parameter,
            first,
            size,
            ..
        } => {
            let size = size.as_ref().map(|size| format!(": {}", value(size)));
            let size = size.unwrap_or_default();
            format!("offset {} {first}{size}", literal(parameter))
        }
        PageStep::Page {
            parameter, first, ..
        } => format!("page {} {first}", literal(parameter)),
        PageStep::Url { next } => format!("url: {}", value(next)),
        PageStep::Link => "link".to_owned(),
    };
    let total = match &pagination.step {
        PageStep::Offset { total, .. } | PageStep::Page { total, .. } => total,
        PageStep::Cursor { .. } | PageStep::Url { .. } | PageStep::Link => &None,
    };
    let end = &pagination.end;
    let ends = [("more", &end.more), ("done", &end.done), ("total", total)];
    let ends = ends
        .into_iter()
        .filter_map(|(name, path)| Some(format!("{name}: {}", value(path.as_ref()?))));
    [format!("items: {}", items(&pagination.items)), step]
        .into_iter()
        .chain(ends)
        .collect()
}

/// An `Option` of the array to take the items from.
fn items(path: &FieldPath) -> String {
    let Some((last, steps)) = path.0.split_last() else {
        return "|page| Some(page)".to_owned();
    };
    let field = format!("{}.{}", way(steps, ".as_mut()?"), last.ident);
    match last.options {
        0 => format!("|page| Some(&mut {field})"),
        options => format!(
            "|page| {field}{}.as_mut()",
            ".as_mut()?".repeat(options - 1)
        ),
    }
}

/// A field, with the options that are around it.
fn value(path: &FieldPath) -> String {
    let Some((last, steps)) = path.0.split_last() else {
        return "|page| page".to_owned();
    };
    format!("|page| {}.{}", way(steps, ".as_ref()?"), last.ident)
}

fn way(steps: &[FieldStep], unwrap: &str) -> String {
    let steps = steps
        .iter()
        .map(|step| format!(".{}{}", step.ident, unwrap.repeat(step.options)));
    format!("page{}", steps.collect::<String>())
}
