//! Text and numbers, by format (OpenAPI Format Registry) and bounds.

use crate::config::{ByteFormat, DateFormat, UuidFormat};
use crate::model::{DateLibrary, IntegerWidth, Type};

use super::facts::Facts;
use super::{Lowering, Place};

/// The first number above all that an `i64` holds.
const ABOVE_I64: f64 = 9_223_372_036_854_775_808.0;

/// Formats whose values are text.
const TEXT: &[&str] = &[
    "base64url",
    "char",
    "commonmark",
    "decimal",
    "decimal128",
    "duration",
    "email",
    "etag",
    "hostname",
    "html",
    "http-date",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "media-range",
    "password",
    "regex",
    "relative-json-pointer",
    "sf-binary",
    "sf-boolean",
    "sf-decimal",
    "sf-integer",
    "sf-string",
    "sf-token",
    "time",
    "time-local",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
];

impl Lowering<'_> {
    /// An integer is as wide as its format says, and wider where its bounds ask for it.
    pub(super) fn integer(&mut self, facts: &Facts<'_>, place: &Place) -> Type {
        let said = match facts.format {
            Some("int8") => IntegerWidth::I8,
            Some("int16") => IntegerWidth::I16,
            Some("int32") => IntegerWidth::I32,
            Some("uint8") => IntegerWidth::U8,
            Some("uint16") => IntegerWidth::U16,
            Some("uint32") => IntegerWidth::U32,
            Some("uint64" | "uint") => IntegerWidth::U64,
            None | Some("int64" | "double-int") => IntegerWidth::I64,
            Some(format) => {
                let what = format!("the format `{format}` of an integer");
                self.ignored(place, &what);
                IntegerWidth::I64
            }
        };
        let (least, most) = range(said);
        let fits = facts.minimum.is_none_or(|bound| bound >= least)
            && facts.maximum.is_none_or(|bound| bound <= most);
        Type::Integer(if fits {
            said
        } else if facts.maximum.is_some_and(|bound| bound > ABOVE_I64) {
            IntegerWidth::U64
        } else {
            IntegerWidth::I64
        })
    }

    pub(super) fn string(&mut self, facts: &Facts<'_>, place: &Place) -> Type {
        match facts.format {
            Some("byte") => match self.formats.byte {
                ByteFormat::Bytes => Type::Bytes,
                ByteFormat::Text => Type::String,
            },
            // Where no multipart body carries it, the analysis makes text of it.
            Some("binary") => Type::File,
            Some("date-time") => date(self.formats.date_time, Type::Timestamp),
            Some("date") => date(self.formats.date, Type::Date),
            Some("uuid") => match self.formats.uuid {
                UuidFormat::Uuid => Type::Uuid,
                UuidFormat::Text => Type::String,
            },
            None => Type::String,
            Some(format) => {
                if !TEXT.contains(&format) {
                    let what = format!("the format `{format}`: its values stay text");
                    self.ignored(place, &what);
                }
                Type::String
            }
        }
    }
}

/// A date, or a date and time, of the library that is chosen.
fn date(format: DateFormat, of_library: fn(DateLibrary) -> Type) -> Type {
    match format {
        DateFormat::Jiff => of_library(DateLibrary::Jiff),
        DateFormat::Chrono => of_library(DateLibrary::Chrono),
        DateFormat::Text => Type::String,
    }
}

fn range(width: IntegerWidth) -> (f64, f64) {
    match width {
        IntegerWidth::I8 => (f64::from(i8::MIN), f64::from(i8::MAX)),
        IntegerWidth::I16 => (f64::from(i16::MIN), f64::from(i16::MAX)),
        IntegerWidth::I32 => (f64::from(i32::MIN), f64::from(i32::MAX)),
        IntegerWidth::I64 => (-ABOVE_I64, ABOVE_I64),
        IntegerWidth::U8 => (0.0, f64::from(u8::MAX)),
        IntegerWidth::U16 => (0.0, f64::from(u16::MAX)),
        IntegerWidth::U32 => (0.0, f64::from(u32::MAX)),
        IntegerWidth::U64 => (0.0, 2.0 * ABOVE_I64),
    }
}
