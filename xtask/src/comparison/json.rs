use generator::{Change, Comparison, ItemChange, ItemFate, Pointer, Source};
use serde_json::{Value, json};

use super::{Sides, summary};

/// All of it, for programs.
pub(super) fn text(comparison: &Comparison, sides: Sides<'_>) -> String {
    let value = json!({
        "summary": summary(comparison),
        "wire": comparison.wire().to_string(),
        "source": comparison.source().to_string(),
        "old": {"document": sides.old.source.name(), "operations": comparison.old_operations},
        "new": {"document": sides.new.source.name(), "operations": comparison.new_operations},
        "changes": comparison.changes.iter().map(|it| change(it, sides)).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn change(change: &Change, sides: Sides<'_>) -> Value {
    json!({
        "rule": change.rule.code(),
        "subject": change.subject,
        "message": change.message,
        "wire": change.wire().to_string(),
        "source": change.source().to_string(),
        "old": place(sides.old.source, change.old.as_ref()),
        "new": place(sides.new.source, change.new.as_ref()),
        "items": change.items.iter().map(item).collect::<Vec<_>>(),
    })
}

fn place(source: &Source, pointer: Option<&Pointer>) -> Value {
    pointer.map_or(
        Value::Null,
        |pointer| json!({"pointer": pointer.to_string(), "place": source.place(pointer)}),
    )
}

fn item(item: &ItemChange) -> Value {
    let fate = match &item.fate {
        ItemFate::Added => "added",
        ItemFate::Removed => "removed",
        ItemFate::Changed(_) | ItemFate::NeedsFeature(_) => "changed",
    };
    json!({"path": item.path, "fate": fate, "how": item.fate.how(), "breaks": item.breaks})
}
