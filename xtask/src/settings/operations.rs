//! The table `[operations]`: which of them the crate has.

use generator::{OperationFilter, OperationPattern};
use serde::{Deserialize, Deserializer};

use super::text_or_table::text_or_table;

/// The table as the file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    include: Vec<Pattern>,
    #[serde(default)]
    exclude: Vec<Pattern>,
}

/// What finds operations, as the file writes it.
struct Pattern(OperationPattern);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tag {
    tag: String,
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self(OperationPattern::Text(text))
    }
}

impl From<Tag> for Pattern {
    fn from(Tag { tag }: Tag) -> Self {
        Self(OperationPattern::Tag(tag))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an id, `METHOD /path`, or `{ tag = \"…\" }`";
        text_or_table::<D, Tag, Self>(deserializer, expected)
    }
}

/// Reads the table.
pub(super) fn filter<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<OperationFilter, D::Error> {
    let table = Table::deserialize(deserializer)?;
    let patterns = |list: Vec<Pattern>| list.into_iter().map(|it| it.0).collect();
    Ok(OperationFilter {
        include: patterns(table.include),
        exclude: patterns(table.exclude),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn parse(table: &str) -> Result<OperationFilter, String> {
        let text = format!("source = \"a\"\nname = \"x\"\n[operations]\n{table}");
        let settings = Settings::parse(&text).map_err(|error| error.to_string())?;
        Ok(settings.operations)
    }

    #[test]
    fn operations_are_named_by_id_path_or_tag() {
        let text = |text: &str| OperationPattern::Text(text.to_owned());
        let filter = parse("include = [\"list*\", \"GET /a\", { tag = \"b\" }]\nexclude = [\"c\"]");
        assert_eq!(
            filter.unwrap(),
            OperationFilter {
                include: vec![
                    text("list*"),
                    text("GET /a"),
                    OperationPattern::Tag("b".into())
                ],
                exclude: vec![text("c")],
            }
        );
        assert_eq!(parse("").unwrap(), OperationFilter::default());
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        for (table, expected) in [
            ("inclde = [\"a\"]", "did you mean `include`?"),
            ("include = [3]", "expected an id"),
            ("include = [{ tga = \"a\" }]", "did you mean `tag`?"),
            ("include = \"a\"", "expected a sequence"),
        ] {
            let error = parse(table).unwrap_err();
            assert!(error.contains(expected), "{table:?} gives {error:?}");
            assert!(error.contains("line 4"), "{error}");
        }
    }
}
