//! What follows from the whole model: which types are reached from where, which values are files, which error bodies
//! are one type, where a type contains itself, which traits hold, which types only the operations of one tag reach, and what
//! the types of event streams are about.

mod aliases;
mod boxing;
mod derives;
mod events;
mod files;
mod graph;
mod homes;
mod pagination;
mod presence;
mod reach;
mod shared_errors;
mod unions;

use crate::config::PaginationRule;
use crate::diagnostics::Report;
use crate::model::Api;

/// Finishes the model.
pub(crate) fn analyze(api: &mut Api, rules: &[PaginationRule], report: &mut Report) {
    aliases::break_circles(&mut api.types, report);
    unions::drop_circles(&mut api.types, report);
    reach::remove_left_over(api);
    reach::mark(api);
    files::decide(api);
    presence::decide(&mut api.types);
    shared_errors::share(api);
    reach::remove_left_over(api);
    boxing::insert(&mut api.types);
    derives::mark(&mut api.types);
    homes::mark(api);
    events::decide(api);
    pagination::decide(api, rules, report);
}
