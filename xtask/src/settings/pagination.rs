//! The tables `[[pagination]]`: how lists come in pages.

use generator::{PageSteps, PaginationRule};
use serde::{Deserialize, Deserializer};

/// A table as the file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    #[serde(deserialize_with = "super::one_or_several")]
    operations: Vec<String>,
    cursor: Option<Cursor>,
    offset: Option<Offset>,
    page: Option<Page>,
    url: Option<String>,
    #[serde(default)]
    link: bool,
    #[serde(default)]
    none: bool,
    items: Option<String>,
    more: Option<String>,
    done: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cursor {
    parameter: String,
    next: Option<String>,
    last: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Offset {
    parameter: String,
    #[serde(default)]
    first: u32,
    size: Option<String>,
    total: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    parameter: String,
    #[serde(default = "one")]
    first: u32,
    total: Option<String>,
}

impl Cursor {
    fn steps(self) -> Result<PageSteps, String> {
        let parameter = self.parameter;
        match (self.next, self.last) {
            (Some(next), None) => Ok(PageSteps::Cursor { parameter, next }),
            (None, Some(property)) => Ok(PageSteps::LastItem {
                parameter,
                property,
            }),
            _ => Err("expected one of `next`, of the page, and `last`, of its last item".into()),
        }
    }
}

fn one() -> u32 {
    1
}

/// Reads the tables; an error tells the line of the one that is wrong.
pub(super) fn rules<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<PaginationRule>, D::Error> {
    let tables = Vec::<Checked>::deserialize(deserializer)?;
    Ok(tables.into_iter().map(|Checked(rule)| rule).collect())
}

#[derive(Deserialize)]
#[serde(try_from = "Table")]
struct Checked(PaginationRule);

impl TryFrom<Table> for Checked {
    type Error = String;

    fn try_from(table: Table) -> Result<Self, String> {
        let is_bare = table.items.is_none() && table.more.is_none() && table.done.is_none();
        if table.none && !is_bare {
            return Err("`none` says that there are no pages, of which nothing can be said".into());
        }
        let cursor = table.cursor.map(Cursor::steps).transpose()?;
        let offset = table.offset.map(|it| PageSteps::Offset {
            parameter: it.parameter,
            first: it.first,
            size: it.size,
            total: it.total,
        });
        let page = table.page.map(|it| PageSteps::Page {
            parameter: it.parameter,
            first: it.first,
            total: it.total,
        });
        let url = table.url.map(|next| PageSteps::Url { next });
        let link = table.link.then_some(PageSteps::Link);
        let steps = [cursor, offset, page, url, link].into_iter().flatten();
        let mut steps = steps.map(Some).chain(table.none.then_some(None));
        let (Some(one), None) = (steps.next(), steps.next()) else {
            return Err(
                "expected one of `cursor`, `offset`, `page`, `url`, `link = true` and `none = true`"
                    .into(),
            );
        };
        Ok(Self(PaginationRule {
            operations: table.operations,
            steps: one,
            items: table.items,
            more: table.more,
            done: table.done,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn parse(table: &str) -> Result<PaginationRule, String> {
        let text = format!("source = \"a\"\nname = \"x\"\n[[pagination]]\n{table}");
        let settings = Settings::parse(&text).map_err(|error| error.to_string())?;
        Ok(settings.pagination.into_iter().next().unwrap())
    }

    fn steps(table: &str) -> Option<PageSteps> {
        parse(&format!("operations = \"list*\"\n{table}"))
            .unwrap()
            .steps
    }

    #[test]
    fn a_table_says_how_a_page_leads_to_the_next_one() {
        let rule = parse(
            "operations = [\"a\", \"b\"]\ncursor = { parameter = \"p\", next = \"n\" }\nitems = \"i\"\nmore = \"m\"\ndone = \"d\"",
        );
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            rule.unwrap(),
            PaginationRule {
                operations: vec!["a".into(), "b".into()],
                steps: Some(PageSteps::Cursor {
                    parameter: "p".into(),
                    next: "n".into()
                }),
                items: text("i"),
                more: text("m"),
                done: text("d"),
            }
        );
        assert_eq!(
            steps("offset = { parameter = \"p\", size = \"s\", total = \"t\" }"),
            Some(PageSteps::Offset {
                parameter: "p".into(),
                first: 0,
                size: text("s"),
                total: text("t")
            })
        );
        assert_eq!(
            steps("offset = { parameter = \"p\", first = 1 }"),
            Some(PageSteps::Offset {
                parameter: "p".into(),
                first: 1,
                size: None,
                total: None
            })
        );
        assert_eq!(
            steps("cursor = { parameter = \"p\", last = \"id\" }"),
            Some(PageSteps::LastItem {
                parameter: "p".into(),
                property: "id".into()
            })
        );
        assert_eq!(
            steps("page = { parameter = \"p\" }"),
            Some(PageSteps::Page {
                parameter: "p".into(),
                first: 1,
                total: None
            })
        );
        assert_eq!(
            steps("url = \"n\""),
            Some(PageSteps::Url { next: "n".into() })
        );
        assert_eq!(steps("link = true"), Some(PageSteps::Link));
        assert_eq!(steps("none = true"), None);
    }

    #[test]
    fn a_mistake_in_a_table_is_told_with_its_line() {
        for (table, expected) in [
            ("operations = \"a\"", "expected one of"),
            ("operations = \"a\"\nlink = false", "expected one of"),
            (
                "operations = \"a\"\nlink = true\nurl = \"n\"",
                "expected one of",
            ),
            ("operations = \"a\"\nnone = true\nitems = \"i\"", "no pages"),
            ("operations = \"a\"\nlnik = true", "unknown field `lnik`"),
            (
                "operations = \"a\"\ncursor = { parameter = \"p\" }",
                "expected one of `next`",
            ),
            (
                "operations = \"a\"\ncursor = { parameter = \"p\", next = \"n\", last = \"id\" }",
                "expected one of `next`",
            ),
            ("operations = []\nlink = true", "at least one"),
            ("link = true", "missing field `operations`"),
        ] {
            let error = parse(table).unwrap_err();
            assert!(error.contains(expected), "{table:?} gives {error:?}");
            assert!(error.contains("line "), "{error}");
        }
    }
}
