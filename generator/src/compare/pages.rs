//! How the answers of operations are the pages of lists.

use crate::model::{FieldPath, FieldStep, Kind, Operation, PageStep, ParameterPlace, Type};

use super::finding::Claim;
use super::operations::Pair;
use super::rule::Rule;
use super::side::Side;
use super::walk::Walk;

impl<'a> Walk<'a> {
    pub(super) fn pages(&mut self, pair: Pair<'a>) {
        let (old, new) = (pair.old.operation, pair.new.operation);
        if pages(old) == pages(new) {
            return;
        }
        let (rule, message) = match (&old.pagination, &new.pagination) {
            (None, _) => (Rule::PaginationChanged, "gives a list in pages now"),
            (Some(one), now) => {
                let rule = if leads_on(&one.step, self.new, new) {
                    Rule::PaginationChanged
                } else {
                    Rule::PaginationBroken
                };
                let message = match now {
                    Some(_) => "leads otherwise from page to page",
                    None => "gives no list in pages any more",
                };
                (rule, message)
            }
        };
        let items = vec![
            Claim::Item(pair.old.item("items()")),
            Claim::Item(pair.new.item("items()")),
        ];
        let finding = pair.place("", items).finding(rule, message);
        self.findings.add("pages", finding);
    }
}

/// What of pagination is not the arena's own numbers.
fn pages(operation: &Operation) -> Option<String> {
    let pagination = operation.pagination.as_ref()?;
    Some(format!(
        "{:?} {:?} {:?}",
        pagination.step, pagination.end, pagination.items
    ))
}

/// Whether an operation still has what old programs go by from page to page. Where that is no longer there, they take a
/// page for the last; sizes and totals only say earlier that it is.
fn leads_on(step: &PageStep, side: &Side, operation: &Operation) -> bool {
    let takes = |name: &str| {
        let mut parameters = operation.parameters.iter();
        parameters.any(|it| it.place == ParameterPlace::Query && it.name == name)
    };
    let answers = || operation.successes.iter();
    let gives = |next: &FieldPath| {
        let contents = answers().flat_map(|answer| &answer.contents);
        let mut types = contents.filter_map(|content| content.format.ty());
        types.any(|ty| has_field(side, ty, &next.0))
    };
    match step {
        PageStep::Cursor { parameter, next } => takes(parameter) && gives(next),
        PageStep::Offset { parameter, .. } | PageStep::Page { parameter, .. } => takes(parameter),
        PageStep::Url { next } => gives(next),
        PageStep::Link => answers()
            .flat_map(|answer| &answer.headers)
            .any(|header| header.name.eq_ignore_ascii_case("link")),
    }
}

fn has_field(side: &Side, ty: &Type, path: &[FieldStep]) -> bool {
    let Some((step, rest)) = path.split_first() else {
        return true;
    };
    match side.resolve(ty) {
        Type::Nullable(inner) => has_field(side, inner, path),
        Type::Array(items) => step.ident == "last()" && has_field(side, items, rest),
        Type::Declared(id) => match side.declaration(*id).map(|it| &it.kind) {
            Some(Kind::Struct(item)) => {
                let mut fields = item.fields.iter().filter(|it| it.ident == step.ident);
                fields.any(|field| has_field(side, &field.ty, rest))
            }
            _ => false,
        },
        _ => false,
    }
}
