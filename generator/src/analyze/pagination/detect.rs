//! The shapes of pages that mean the same in every API. What could be something else is left to rules: a list that
//! ends too early is worse than one that has to be followed by hand.

use crate::model::{
    FieldPath, Method, Operation, PageEnd, PageStep, Pagination, Parameter, ParameterEncoding,
    ParameterPlace, Type, Types,
};
use crate::names::snake_case;

use super::page::{Items, Page, Value, is_cursor, is_number, plain};

/// The arrays that are the items where there are several, by name.
const ITEMS: &[&str] = &["data", "items", "results", "records", "entries", "values"];

/// Arrays that stand beside the items, or in their place where there are none.
const NO_ITEMS: &[&str] = &["errors", "warnings", "included", "schemas"];

/// The objects of a page that say of other pages.
const ABOUT_PAGES: &[&str] = &[
    "pagination",
    "paging",
    "page",
    "page_info",
    "meta",
    "metadata",
    "links",
    "cursor",
    "cursors",
    "response_metadata",
];

/// The parameters that are cursors.
const CURSORS: &[&str] = &[
    "cursor",
    "page_cursor",
    "next_cursor",
    "start_cursor",
    "page_token",
    "next_page_token",
    "next_token",
    "marker",
    "continuation",
    "continuation_token",
    "iterator",
    "bookmark",
];

/// The properties that are the next value of such a parameter.
const NEXT_CURSORS: &[&str] = &[
    "next_cursor",
    "next_page_cursor",
    "next_page_token",
    "next_token",
    "next_page",
    "next_marker",
    "next_bookmark",
    "next_continuation_token",
    "next",
];

/// Parameters, and the properties that are their next values where the page also says whether there are more.
const CURSORS_WITH_MORE: &[(&str, &[&str])] = &[
    ("after", &["last_id", "end_cursor", "next_cursor", "next"]),
    ("after_id", &["last_id"]),
    ("cursor", &["cursor", "end_cursor"]),
    ("iterator", &["iterator"]),
    ("marker", &["marker"]),
    ("page_token", &["page_token"]),
];

/// The parameters that take the id of the last item where the page also says whether there are more.
const AFTER: &[&str] = &["starting_after", "after", "after_id"];

/// The properties that are URLs by their names.
const NEXT_URLS: &[&str] = &[
    "next_page_uri",
    "next_page_url",
    "next_uri",
    "next_url",
    "next_link",
    "next_href",
    "odata_next_link",
];

const MORE: &[&str] = &["has_more", "has_next", "has_next_page", "has_more_items"];
const DONE: &[&str] = &["done", "is_last", "is_last_page"];
const OFFSETS: &[&str] = &["offset", "skip"];
const PAGES: &[&str] = &["page", "page_number", "page_num"];
/// A bare `count` is left out: it may be of the page's items.
const TOTALS: &[&str] = &[
    "total",
    "total_count",
    "total_entries",
    "total_items",
    "total_results",
];
const TOTALS_OF_PAGES: &[&str] = &["total_pages", "page_count"];
const SIZES: &[&str] = &["limit", "per_page", "page_size", "size"];

/// How the answers of an operation are the pages of a list, as far as its shape tells.
pub(super) fn detect(operation: &Operation, types: &Types) -> Option<Pagination> {
    if operation.method != Method::Get {
        return None;
    }
    let page = Page::of(operation, types)?;
    let items = items(page)?;
    let shape = Shape {
        operation,
        types,
        values: values(page),
        last: page.values_of_last(&items),
        is_list: page.as_items().is_some(),
    };
    let (step, end) = shape
        .link()
        .or_else(|| shape.url())
        .or_else(|| shape.cursor())
        .or_else(|| shape.number())?;
    Some(Pagination {
        items: items.path,
        item: items.item.clone(),
        step,
        end,
    })
}

/// The one array that can be the items: the page itself, the only one, or the only one of the usual names. What has an
/// id is a thing of its own with arrays in it, and no page.
fn items(page: Page<'_>) -> Option<Items<'_>> {
    if let Some(items) = page.as_items() {
        return Some(items);
    }
    let values = page.values();
    if values.iter().any(|value| value.field.name == "id") {
        return None;
    }
    let arrays: Vec<(&Value<'_>, Items<'_>)> = values
        .iter()
        .filter(|value| !NO_ITEMS.contains(&normal(&value.field.name).as_str()))
        .filter_map(|value| Some((value, value.as_items()?)))
        .collect();
    if let [(_, only)] = arrays.as_slice() {
        return Some(only.clone());
    }
    let mut usual = arrays
        .into_iter()
        .filter(|(value, _)| ITEMS.contains(&value.field.name.as_str()));
    let (_, first) = usual.next()?;
    usual.next().is_none().then_some(first)
}

/// What a page says of itself, and what objects in it say that are there for this. Names are compared in snake case.
fn values(page: Page<'_>) -> Vec<Named<'_>> {
    let mut values = Vec::new();
    for value in page.values() {
        let name = normal(&value.field.name);
        if ABOUT_PAGES.contains(&name.as_str()) {
            values.extend(page.values_of(&value).into_iter().map(|inner| Named {
                name: normal(&inner.field.name),
                is_link: name == "links",
                value: inner,
            }));
        }
        values.push(Named {
            name,
            is_link: false,
            value,
        });
    }
    values
}

fn normal(name: &str) -> String {
    let name = snake_case(name.trim_start_matches(['_', '@', '$']));
    name.trim_start_matches("r#").trim_matches('_').to_owned()
}

/// A value and its name in snake case.
struct Named<'a> {
    name: String,
    /// Whether it stands among links.
    is_link: bool,
    value: Value<'a>,
}

/// What is known of an operation.
struct Shape<'a> {
    operation: &'a Operation,
    types: &'a Types,
    values: Vec<Named<'a>>,
    /// Of the last item.
    last: Vec<Value<'a>>,
    /// Whether the page is the list itself.
    is_list: bool,
}

impl<'a> Shape<'a> {
    /// The first value of one of these names that fits; the order of the names counts.
    fn value(&self, names: &[&str], fits: impl Fn(&Named<'a>) -> bool) -> Option<&Named<'a>> {
        names.iter().find_map(|name| {
            self.values
                .iter()
                .find(|value| value.name == *name && fits(value))
        })
    }

    fn path(&self, names: &[&str], fits: fn(&Type) -> bool) -> Option<FieldPath> {
        let value = self.value(names, |it| fits(it.value.ty))?;
        Some(value.value.path.clone())
    }

    /// The parameter of the query that has one of these names and fits.
    fn parameter(&self, names: &[&str], fits: fn(&Type) -> bool) -> Option<&'a Parameter> {
        self.operation.parameters.iter().find(|parameter| {
            parameter.place == ParameterPlace::Query
                && parameter.encoding != ParameterEncoding::Json
                && names.contains(&normal(&parameter.name).as_str())
                && fits(plain(self.types, &parameter.ty).0)
        })
    }

    fn end(&self) -> PageEnd {
        let boolean = |names| self.path(names, |ty| *ty == Type::Boolean);
        let more = boolean(MORE);
        PageEnd {
            done: boolean(DONE).filter(|_| more.is_none()),
            more,
        }
    }

    /// The documented `Link` header of an operation that can be told which page it should give.
    fn link(&self) -> Option<(PageStep, PageEnd)> {
        let mut headers = self.operation.successes.iter().flat_map(|it| &it.headers);
        let has_link = headers.any(|header| header.name.eq_ignore_ascii_case("link"));
        let names = [PAGES, OFFSETS, CURSORS, SIZES, &["after", "since"]].concat();
        let can_be_told = self
            .parameter(&names, |ty| is_cursor(ty) || is_number(ty))
            .is_some();
        (has_link && can_be_told).then(|| (PageStep::Link, PageEnd::default()))
    }

    /// The URL of the next page, by its name or by what the document says of it.
    fn url(&self) -> Option<(PageStep, PageEnd)> {
        let is_text = |it: &Named<'_>| *it.value.ty == Type::String;
        let value = self
            .value(NEXT_URLS, is_text)
            .or_else(|| self.value(&["next"], |it| is_text(it) && says_url(it)))?;
        let next = value.value.path.clone();
        Some((PageStep::Url { next }, self.end()))
    }

    /// A cursor, unless a number of a page or of items could be given instead: then it may come only if asked for.
    fn cursor(&self) -> Option<(PageStep, PageEnd)> {
        let end = self.end();
        let says_more = end.more.is_some() || end.done.is_some();
        let (parameter, next) = self
            .named_cursor()
            .or_else(|| self.cursor_with_more().filter(|_| says_more))
            .or_else(|| self.id_of_last_item().filter(|_| says_more))
            .or_else(|| self.number_as_cursor())?;
        let name = normal(&parameter.name);
        let is_choice = self.operation.parameters.iter().any(|other| {
            let other_name = normal(&other.name);
            let is_number = PAGES.contains(&other_name.as_str())
                || OFFSETS.contains(&other_name.as_str())
                || other_name.starts_with("use") && other_name.ends_with(&name);
            is_number && !other.deprecated && other.name != parameter.name
        });
        if is_choice || parameter.required {
            return None;
        }
        let parameter = parameter.name.clone();
        Some((PageStep::Cursor { parameter, next }, end))
    }

    fn named_cursor(&self) -> Option<(&'a Parameter, FieldPath)> {
        let parameter = self.parameter(CURSORS, is_cursor)?;
        let name = normal(&parameter.name);
        let is_next = |it: &Named<'_>| it.value.is_cursor() && !says_url(it);
        let own = format!("next_{name}");
        let next = self
            .value(&[own.as_str()], is_next)
            .or_else(|| {
                self.value(&[name.as_str()], |it| {
                    is_next(it) && name.starts_with("next_")
                })
            })
            .or_else(|| self.value(NEXT_CURSORS, is_next))?;
        Some((parameter, next.value.path.clone()))
    }

    fn cursor_with_more(&self) -> Option<(&'a Parameter, FieldPath)> {
        CURSORS_WITH_MORE.iter().find_map(|(name, nexts)| {
            let parameter = self.parameter(&[name], is_cursor)?;
            let next = self.value(nexts, |it| it.value.is_cursor() && !says_url(it))?;
            Some((parameter, next.value.path.clone()))
        })
    }

    fn id_of_last_item(&self) -> Option<(&'a Parameter, FieldPath)> {
        let parameter = self.parameter(AFTER, is_cursor)?;
        let id = self.last.iter().find(|it| it.field.name == "id")?;
        let is_same = *id.ty == *plain(self.types, &parameter.ty).0;
        is_same.then(|| (parameter, id.path.clone()))
    }

    /// The number of the next page, or of the item that it begins with, as the page has it. Some give text there.
    fn number_as_cursor(&self) -> Option<(&'a Parameter, FieldPath)> {
        let is_integer = |ty: &Type| matches!(ty, Type::Integer(_));
        let is_text = |ty: &Type| *ty == Type::String;
        let both = |names: &[&str], next: &str, fits: fn(&Type) -> bool| {
            let parameter = self.parameter(names, fits)?;
            let next = self.value(&[next], |it| fits(it.value.ty) && !says_url(it))?;
            Some((parameter, next.value.path.clone()))
        };
        both(PAGES, "next_page", is_integer)
            .or_else(|| both(PAGES, "next_page", is_text))
            .or_else(|| both(OFFSETS, "next_offset", is_integer))
            .or_else(|| both(&["from"], "next", is_integer))
    }

    /// The number of the items before the page, or of the page, where it is the only thing that tells pages apart.
    fn number(&self) -> Option<(PageStep, PageEnd)> {
        let offset = self.parameter(OFFSETS, is_number);
        let page = self.parameter(PAGES, is_number);
        let size = self.parameter(SIZES, is_number)?;
        // A time of this name, which logs are filtered by, is none.
        let may_be_cursor = |it: &Parameter| {
            let name = normal(&it.name);
            (CURSORS.contains(&name.as_str()) || name == "after")
                && is_cursor(plain(self.types, &it.ty).0)
        };
        let mut parameters = self.operation.parameters.iter();
        if parameters.any(|it| !it.deprecated && may_be_cursor(it)) {
            return None;
        }
        let end = self.end();
        let says_more = end.more.is_some() || end.done.is_some();
        match (offset, page) {
            (Some(offset), None) => {
                let total = self.path(TOTALS, is_number);
                let is_plain = offset
                    .default
                    .as_ref()
                    .is_none_or(|it| it.as_u64() == Some(0));
                // A list alone says nothing of the kind; beside a limit, nothing else is meant.
                let is_list = self.is_list && normal(&size.name) == "limit";
                let is_told = total.is_some() || says_more || is_list;
                let step = PageStep::Offset {
                    parameter: offset.name.clone(),
                    first: 0,
                    size: self.path(&["limit"], is_number),
                    total,
                };
                (is_plain && is_told).then_some((step, end))
            }
            (None, Some(page)) => {
                let first = page.default.as_ref().and_then(serde_json::Value::as_u64)?;
                let first = u32::try_from(first).ok().filter(|first| *first <= 1)?;
                let total = self.path(TOTALS_OF_PAGES, is_number);
                let has_total = self.path(TOTALS, is_number).is_some();
                let is_told = total.is_some() || says_more || has_total || self.is_list;
                let step = PageStep::Page {
                    parameter: page.name.clone(),
                    first,
                    total,
                };
                is_told.then_some((step, end))
            }
            _ => None,
        }
    }
}

/// Whether a value is a URL as far as the document tells.
fn says_url(named: &Named<'_>) -> bool {
    let description = named.value.field.description.as_deref().unwrap_or_default();
    let mut words = description.split(|c: char| !c.is_alphanumeric());
    named.is_link
        || words.any(|word| ["url", "uri", "link"].contains(&word.to_ascii_lowercase().as_str()))
}
