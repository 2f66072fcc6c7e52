use crate::config::{PageSteps, PaginationRule};
use crate::diagnostics::Pointer;
use crate::model::{
    FieldPath, Operation, PageEnd, PageStep, Pagination, ParameterEncoding, ParameterPlace, Type,
    Types,
};

use super::page::{Items, Page, Value, is_cursor, is_number, plain};

/// Why a rule does not fit an operation.
pub(super) struct Misfit {
    /// What is in the way, if not the operation itself.
    pub(super) pointer: Option<Pointer>,
    pub(super) reason: String,
    /// Where the configuration has the rule that is for the operation already.
    pub(super) earlier_rule: Option<Pointer>,
}

impl<T: Into<String>> From<T> for Misfit {
    fn from(reason: T) -> Self {
        Self {
            pointer: None,
            reason: reason.into(),
            earlier_rule: None,
        }
    }
}

/// What a rule makes of an operation, `None` where it says that there are no pages. An error tells why it does not fit.
pub(super) fn apply(
    rule: &PaginationRule,
    operation: &Operation,
    types: &Types,
) -> Result<Option<Pagination>, Misfit> {
    let Some(steps) = &rule.steps else {
        return Ok(None);
    };
    let page = Page::of(operation, types)
        .ok_or("the operation does not give one kind of JSON body on success")?;
    let items = match &rule.items {
        Some(path) => value(page, path)?
            .as_items()
            .ok_or_else(|| format!("the property `{path}` is no array"))?,
        None => only_items(page)
            .ok_or("the answer has not just one array; name the one of the items with `items`")?,
    };
    let step = step(steps, page, &items, (operation, types))?;
    let boolean = |path: &Option<String>| {
        let path = path.as_deref();
        path.map(|path| typed(page, path, "a boolean", |ty| *ty == Type::Boolean))
            .transpose()
    };
    let end = PageEnd {
        more: boolean(&rule.more)?,
        done: boolean(&rule.done)?,
    };
    Ok(Some(Pagination {
        items: items.path,
        item: items.item.clone(),
        step,
        end,
    }))
}

/// The step of a rule, whose parameters the operation takes and whose properties the page has.
fn step(
    steps: &PageSteps,
    page: Page<'_>,
    items: &Items<'_>,
    (operation, types): (&Operation, &Types),
) -> Result<PageStep, Misfit> {
    let number = |name: &str| parameter(operation, types, name, "a number", is_number);
    let count = |path: &Option<String>| {
        let path = path.as_deref();
        path.map(|path| typed(page, path, "a number", is_number))
            .transpose()
    };
    Ok(match steps {
        PageSteps::Cursor {
            parameter: name,
            next,
        } => PageStep::Cursor {
            parameter: parameter(operation, types, name, "text or an integer", is_cursor)?,
            next: typed(page, next, "text or an integer", is_cursor)?,
        },
        PageSteps::LastItem {
            parameter: name,
            property,
        } => PageStep::Cursor {
            parameter: parameter(operation, types, name, "text or an integer", is_cursor)?,
            next: of_last(page, items, property)?,
        },
        PageSteps::Offset {
            parameter,
            first,
            size,
            total,
        } => PageStep::Offset {
            parameter: number(parameter)?,
            first: *first,
            size: count(size)?,
            total: count(total)?,
        },
        PageSteps::Page {
            parameter,
            first,
            total,
        } => PageStep::Page {
            parameter: number(parameter)?,
            first: *first,
            total: count(total)?,
        },
        PageSteps::Url { next } => PageStep::Url {
            next: typed(page, next, "text", |ty| *ty == Type::String)?,
        },
        PageSteps::Link => PageStep::Link,
    })
}

/// The array that a page is, or the only one that it has.
fn only_items(page: Page<'_>) -> Option<Items<'_>> {
    if let Some(items) = page.as_items() {
        return Some(items);
    }
    let values = page.values();
    let mut arrays = values.iter().filter_map(Value::as_items);
    let first = arrays.next();
    first.filter(|_| arrays.next().is_none())
}

fn value<'a>(page: Page<'a>, path: &str) -> Result<Value<'a>, String> {
    page.find(path)
        .ok_or_else(|| format!("the answer has no property `{path}`"))
}

fn typed(
    page: Page<'_>,
    path: &str,
    expected: &str,
    fits: fn(&Type) -> bool,
) -> Result<FieldPath, String> {
    let value = value(page, path)?;
    if fits(value.ty) {
        Ok(value.path)
    } else {
        Err(format!("the property `{path}` is not {expected}"))
    }
}

fn of_last(page: Page<'_>, items: &Items<'_>, path: &str) -> Result<FieldPath, String> {
    let value = page
        .find_in_last(items, path)
        .ok_or_else(|| format!("the items have no property `{path}`"))?;
    if value.is_cursor() {
        Ok(value.path)
    } else {
        Err(format!(
            "the property `{path}` of the items is not text or an integer"
        ))
    }
}

/// The name of a parameter of the query.
fn parameter(
    operation: &Operation,
    types: &Types,
    name: &str,
    expected: &str,
    fits: fn(&Type) -> bool,
) -> Result<String, Misfit> {
    let query = || {
        let parameters = operation.parameters.iter();
        parameters.filter(|it| it.place == ParameterPlace::Query)
    };
    let Some(parameter) = query().find(|it| it.name == name) else {
        let names: Vec<String> = query().map(|it| format!("`{}`", it.name)).collect();
        let others = match names.as_slice() {
            [] => "none".to_owned(),
            names => names.join(", "),
        };
        let reason =
            format!("the operation has no query parameter `{name}`; those that it has: {others}");
        return Err(reason.into());
    };
    let misfit = |reason: String| {
        let pointer = Some(parameter.pointer.clone());
        Err(Misfit {
            pointer,
            ..Misfit::from(reason)
        })
    };
    if parameter.encoding == ParameterEncoding::Json {
        return misfit(format!("the parameter `{name}` is JSON, not a plain value"));
    }
    if !fits(plain(types, &parameter.ty).0) {
        return misfit(format!("the parameter `{name}` is not {expected}"));
    }
    Ok(parameter.name.clone())
}
