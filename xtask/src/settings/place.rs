//! Where the file has a setting.

use generator::Pointer;
use toml_edit::{Document, Item, TableLike, Value};

/// The byte at which `text` has a setting, or the nearest thing around it: a key, or the element of a list.
pub(super) fn offset(text: &str, setting: &Pointer) -> usize {
    let Ok(document) = Document::parse(text) else {
        return 0;
    };
    let mut found = 0;
    let mut inside = Inside::Table(document.as_table());
    for token in setting.tokens() {
        let Some((offset, next)) = inside.step(&token) else {
            break;
        };
        found = offset.unwrap_or(found);
        inside = next;
    }
    found
}

/// What a step leads into.
enum Inside<'a> {
    Table(&'a dyn TableLike),
    Item(&'a Item),
    Value(&'a Value),
}

impl<'a> Inside<'a> {
    /// Where that is which a token names, and what is inside of it.
    fn step(&self, token: &str) -> Option<(Option<usize>, Self)> {
        let index = || token.parse::<usize>().ok();
        let table = match self {
            Self::Table(table) => Some(*table),
            Self::Item(item) => item.as_table_like(),
            Self::Value(value) => value.as_inline_table().map(|it| it as &dyn TableLike),
        };
        if let Some(table) = table {
            let (key, item) = table.get_key_value(token)?;
            let span = key.span().or_else(|| item.span());
            return Some((span.map(|span| span.start), Self::Item(item)));
        }
        if let Self::Item(Item::ArrayOfTables(tables)) = self {
            let table = tables.get(index()?)?;
            let span = table.span();
            return Some((span.map(|span| span.start), Self::Table(table)));
        }
        let array = match self {
            Self::Item(item) => item.as_array(),
            Self::Value(value) => value.as_array(),
            Self::Table(_) => None,
        };
        let value = array?.get(index()?)?;
        Some((value.span().map(|span| span.start), Self::Value(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
source = "a"
name = "x"
operations.include = ["a", { tag = "b" }]

[rename]
types = { Pet = "Animal" }

[rename.properties]
"Pet.petKind" = "kind"

[[pagination]]
operations = "a"

[[pagination]]
operations = ["b", "c"]
"#;

    #[test]
    fn a_setting_is_where_its_key_or_its_element_is() {
        for (pointer, expected) in [
            ("/operations/include/0", "\"a\", {"),
            ("/operations/include/1", "{ tag"),
            ("/operations", "operations.include"),
            ("/rename/types/Pet", "Pet = "),
            ("/rename/properties/Pet.petKind", "\"Pet.petKind\""),
            ("/pagination/0", "[[pagination]]\noperations = \"a\""),
            ("/pagination/0/operations/0", "operations = \"a\""),
            ("/pagination/1/operations/1", "\"c\"]"),
            // The nearest thing around what is not there.
            ("/rename/types/Cat", "types = "),
            ("/nothing", "\nsource"),
        ] {
            let found = &FILE[offset(FILE, &Pointer::from(pointer))..];
            assert!(found.starts_with(expected), "{pointer}: {found:.30?}");
        }
    }
}
