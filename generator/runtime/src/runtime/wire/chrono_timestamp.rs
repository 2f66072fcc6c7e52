//! Format `date-time` as a type of `chrono`: an instant, by RFC 3339, section 5.6.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::de::Deserializer;
use serde::ser::Serializer;

use super::text::text;
use super::{Context, Wire};

impl Wire for DateTime<Utc> {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        text(deserializer, "a date and time as RFC 3339 has it", |text| {
            DateTime::parse_from_rfc3339(text).ok().map(Self::from)
        })
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Text of its own form would not be that of RFC 3339.
        serializer.serialize_str(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}
