//! Which operations give lists in pages, and how a page leads to the next one: by the rules of the configuration,
//! elsewhere by shapes that mean nothing else.

mod detect;
mod page;
mod rule;

use crate::config::PaginationRule;
use crate::diagnostics::{Code, Pointer, Report};
use crate::model::{Api, Operation, Pagination, Types};
use crate::pattern::matches;

use rule::Misfit;

/// Decides it for all operations.
pub(super) fn decide(api: &mut Api, rules: &[PaginationRule], report: &mut Report) {
    let mut rules: Vec<Rule<'_>> = rules.iter().enumerate().map(Rule::new).collect();
    for operation in &mut api.operations {
        operation.pagination = of_operation(operation, &mut rules, &api.types);
    }
    for rule in rules {
        rule.conclude(report);
    }
}

fn of_operation(
    operation: &Operation,
    rules: &mut [Rule<'_>],
    types: &Types,
) -> Option<Pagination> {
    let mut ruled: Option<(Option<Pagination>, Pointer)> = None;
    for rule in rules {
        let Some(is_pattern) = rule.names(&operation.id) else {
            continue;
        };
        let misfit = match &ruled {
            Some((_, earlier)) => Misfit {
                earlier_rule: Some(earlier.clone()),
                ..Misfit::from("an earlier rule is for this operation")
            },
            None => match rule::apply(rule.rule, operation, types) {
                Ok(pagination) => {
                    rule.fits = true;
                    ruled = Some((pagination, rule.setting.clone()));
                    continue;
                }
                Err(misfit) => misfit,
            },
        };
        let misfit = Misfit {
            pointer: misfit.pointer.or_else(|| Some(operation.pointer.clone())),
            ..misfit
        };
        if is_pattern {
            rule.passed_over.get_or_insert(misfit);
        } else {
            rule.misfits.push(misfit);
        }
    }
    match ruled {
        Some((pagination, _)) => pagination,
        None => detect::detect(operation, types),
    }
}

/// A rule and what came of it.
struct Rule<'a> {
    rule: &'a PaginationRule,
    /// Where the configuration has it.
    setting: Pointer,
    /// The ids and patterns of the rule, and whether each found an operation.
    names: Vec<(&'a str, bool)>,
    /// Whether it fits an operation.
    fits: bool,
    /// Why it does not fit operations that it names by their ids.
    misfits: Vec<Misfit>,
    /// Why it does not fit the first operation that only a pattern finds.
    passed_over: Option<Misfit>,
}

impl<'a> Rule<'a> {
    fn new((index, rule): (usize, &'a PaginationRule)) -> Self {
        Self {
            rule,
            setting: Pointer::root().join("pagination").join(index),
            names: rule
                .operations
                .iter()
                .map(|it| (it.as_str(), false))
                .collect(),
            fits: false,
            misfits: Vec::new(),
            passed_over: None,
        }
    }

    /// Whether an operation is found by a pattern or by its own id; `None` where it is not found.
    fn names(&mut self, id: &str) -> Option<bool> {
        let mut found = None;
        for (name, is_found) in &mut self.names {
            if matches(name, id) {
                *is_found = true;
                found = Some(found.unwrap_or(true) && *name != id);
            }
        }
        found
    }

    fn conclude(self, report: &mut Report) {
        for (index, (name, is_found)) in self.names.iter().enumerate() {
            if !is_found {
                report
                    .error(
                        Code::PaginationRule,
                        &Pointer::root(),
                        format!(
                            "the pagination rule for `{name}` finds no operation that can be called"
                        ),
                        "name operations by their ids, or remove the rule",
                    )
                    .setting(&self.setting.join("operations").join(index));
            }
        }
        let names: Vec<String> = self
            .names
            .iter()
            .map(|(name, _)| format!("`{name}`"))
            .collect();
        let names = names.join(", ");
        let is_found = self.names.iter().any(|(_, is_found)| *is_found);
        let nothing_fits = !self.fits && self.misfits.is_empty() && is_found;
        let passed_over = self.passed_over.filter(|_| nothing_fits);
        for misfit in self.misfits.into_iter().chain(passed_over) {
            let pointer = misfit.pointer.unwrap_or_default();
            let reason = misfit.reason;
            let refused = report
                .error(
                    Code::PaginationRule,
                    &pointer,
                    format!("the pagination rule for {names} does not fit: {reason}"),
                    "correct the rule, or leave the operation out of it",
                )
                .setting(&self.setting);
            if let Some(earlier) = misfit.earlier_rule {
                refused.related_setting(&earlier, "the earlier rule is here");
            }
        }
    }
}
