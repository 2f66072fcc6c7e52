//! Tells what changed between two documents: as text, Markdown or JSON.

mod json;
mod markdown;
mod plain;

use generator::{
    Change, Compared, Comparison, ItemChange, ItemFate, NotComparable, Report, Source, SourceCode,
    Wire,
};

use crate::cli::{ComparisonFormat, Telling};
use crate::failure::Failure;
use crate::findings::Told;
use crate::output;
use crate::settings::Settings;

pub(crate) use markdown::escaped;

/// The two documents.
#[derive(Clone, Copy)]
pub(crate) struct Sides<'a> {
    pub(crate) old: Compared<'a>,
    pub(crate) new: Compared<'a>,
}

impl Sides<'_> {
    /// Compares them, and tells which choices do not fit them; `old` and `new` are the settings that those are from.
    pub(crate) fn compare(
        &self,
        old: Option<&Settings>,
        new: Option<&Settings>,
    ) -> Result<Comparison, Failure> {
        let tell = |report: &Report, side: Compared<'_>, settings| {
            Told::new(report, side.source, settings, Telling::default()).print()
        };
        let (which, told) = match generator::compare(self.old, self.new) {
            Ok(comparison) => {
                tell(&comparison.old_misfits, self.old, old)?;
                tell(&comparison.new_misfits, self.new, new)?;
                return Ok(comparison);
            }
            Err(NotComparable::Old(report)) => ("old", tell(&report, self.old, old)),
            Err(NotComparable::New(report)) => ("new", tell(&report, self.new, new)),
        };
        let unusable = Failure::unusable(format!(
            "no client can be made of the {which} document, so that there is nothing to compare"
        ));
        Err(told.err().unwrap_or(unusable))
    }

    /// The places of a change, in words: `old a.json:1:2 (#/paths)`.
    fn places(&self, change: &Change) -> Vec<String> {
        let place = |which: &str, source: &Source, pointer: &Option<generator::Pointer>| {
            let pointer = pointer.as_ref()?;
            Some(format!("{which} {} ({pointer})", source.place(pointer)))
        };
        let places = [
            place("old", self.old.source, &change.old),
            place("new", self.new.source, &change.new),
        ];
        places.into_iter().flatten().collect()
    }
}

/// The whole comparison.
pub(crate) fn text(comparison: &Comparison, sides: Sides<'_>, format: ComparisonFormat) -> String {
    match format {
        ComparisonFormat::Text => plain::text(comparison, sides),
        ComparisonFormat::Markdown => markdown::text(comparison, sides),
        ComparisonFormat::Json => json::text(comparison, sides),
    }
}

/// How the two verdicts of a change are told together.
pub(crate) fn verdict(change: &Change) -> &'static str {
    match (change.wire(), change.source()) {
        (Wire::Breaks, SourceCode::Breaks) => "breaks programs and source",
        (Wire::Breaks, SourceCode::Same | SourceCode::Adds) => "breaks programs",
        (Wire::Works, SourceCode::Breaks) => "breaks source",
        (Wire::Works, SourceCode::Adds) => "adds",
        (Wire::Works, SourceCode::Same) => "harmless",
    }
}

/// The summary in one line: what breaks, and how much changed.
pub(crate) fn summary(comparison: &Comparison) -> String {
    let count =
        |holds: &dyn Fn(&Change) -> bool| comparison.changes.iter().filter(|it| holds(it)).count();
    if comparison.changes.is_empty() {
        return "nothing changed".to_owned();
    }
    let on_the_wire = count(&|it| it.wire() == Wire::Breaks);
    let in_source = count(&|it| it.source() == SourceCode::Breaks);
    format!(
        "{}: {}, {}",
        output::count(comparison.changes.len(), "change"),
        match on_the_wire {
            0 => "running programs go on working".to_owned(),
            many => format!(
                "{many} break{} running programs",
                if many == 1 { "s" } else { "" }
            ),
        },
        match (in_source, comparison.source()) {
            (0, SourceCode::Same) => "the crate offers the same".to_owned(),
            (0, _) => "written code goes on compiling".to_owned(),
            (many, _) => format!(
                "{many} break{} written code",
                if many == 1 { "s" } else { "" }
            ),
        },
    )
}

/// An item as callers write it, and what became of it.
fn item(item: &ItemChange) -> String {
    let path = item.path.trim_start_matches("types::");
    match (&item.fate, item.fate.how()) {
        (ItemFate::Added, _) => format!("+ {path}"),
        (ItemFate::Removed, _) => format!("- {path}"),
        (_, how) => format!("~ {path}: {}", how.unwrap_or_default()),
    }
}
