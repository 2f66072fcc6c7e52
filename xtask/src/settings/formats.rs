//! The table `[formats]`: what values of the registered formats are in Rust.

use generator::{ByteFormat, DateFormat, Formats, UuidFormat};
use serde::{Deserialize, Deserializer};

/// The table as the file writes it: the keys are the formats.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Table {
    #[serde(with = "DateWord")]
    date_time: DateFormat,
    #[serde(with = "DateWord")]
    date: DateFormat,
    #[serde(with = "UuidWord")]
    uuid: UuidFormat,
    #[serde(with = "ByteWord")]
    byte: ByteFormat,
}

/// How the file writes a choice.
#[derive(Deserialize)]
#[serde(remote = "DateFormat", rename_all = "kebab-case")]
enum DateWord {
    Jiff,
    Chrono,
    Text,
}

/// How the file writes a choice.
#[derive(Deserialize)]
#[serde(remote = "UuidFormat", rename_all = "kebab-case")]
enum UuidWord {
    Uuid,
    Text,
}

/// How the file writes a choice.
#[derive(Deserialize)]
#[serde(remote = "ByteFormat", rename_all = "kebab-case")]
enum ByteWord {
    Bytes,
    Text,
}

/// Reads the table.
pub(super) fn formats<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Formats, D::Error> {
    let table = Table::deserialize(deserializer)?;
    Ok(Formats {
        date_time: table.date_time,
        date: table.date,
        uuid: table.uuid,
        byte: table.byte,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn parse(table: &str) -> Result<Formats, String> {
        let text = format!("source = \"a\"\nname = \"x\"\n[formats]\n{table}");
        let settings = Settings::parse(&text).map_err(|error| error.to_string())?;
        Ok(settings.formats)
    }

    #[test]
    fn each_format_has_its_choices_and_the_rest_is_as_usual() {
        assert_eq!(parse("").unwrap(), Formats::default());
        let all = "date-time = \"chrono\"\ndate = \"text\"\nuuid = \"text\"\nbyte = \"text\"";
        assert_eq!(
            parse(all).unwrap(),
            Formats {
                date_time: DateFormat::Chrono,
                date: DateFormat::Text,
                uuid: UuidFormat::Text,
                byte: ByteFormat::Text,
            }
        );
        let one = Formats {
            date: DateFormat::Jiff,
            ..Formats::default()
        };
        assert_eq!(parse("date = \"jiff\"").unwrap(), one);
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_what_it_is_like() {
        for (table, expected) in [
            ("date_time = \"jiff\"", "did you mean `date-time`?"),
            ("date-time = \"chron\"", "did you mean `chrono`?"),
            ("uuid = \"jiff\"", "expected `uuid` or `text`"),
            ("byte = 3", "wanted string"),
        ] {
            let error = parse(table).unwrap_err();
            assert!(error.contains(expected), "{table:?} gives {error:?}");
            assert!(error.contains("line 4"), "{error}");
        }
    }
}
