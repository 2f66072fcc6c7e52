// @generated as a copy of the generator's support of this test; changes by hand are lost.

//! Reads values as a type, writes them again, and compares.
//!
//! Equal are:
//! - numbers of the same value, `1` and `1.0`;
//! - texts that are the same, or mean the same: two timestamps (RFC 3339) of one instant, two UUIDs that differ in case;
//! - an object with a property that no schema of the document describes, and the same without it: structs ignore those;
//! - `null` as the value of a property, and its absence, in what only responses carry.
//!
//! Everything else is a mismatch.

use super::serde_json::{self, Result as JsonResult, Value, json};
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

/// How values of a schema are read and written.
pub struct Schema {
    /// Whether a request can carry them.
    pub sent: bool,
    /// Reads a text and writes it again.
    pub round_trip: fn(&str) -> Result<Written, String>,
}

/// What came back.
pub struct Written {
    /// The JSON text.
    pub text: String,
    /// Whether a part was kept as an unknown enum value or an unknown branch of a union.
    pub unknown: bool,
}

/// Reads a text as a type and writes it again.
///
/// # Errors
///
/// What the type says when it cannot be read or written.
pub fn round_trip<'t, T>(
    text: &'t str,
    read: fn(&'t str) -> JsonResult<T>,
    write: fn(&T) -> JsonResult<String>,
    debug: fn(&T) -> String,
) -> Result<Written, String> {
    let value = read(text).map_err(|error| format!("is not read: {error}"))?;
    let text = write(&value).map_err(|error| format!("is not written: {error}"))?;
    let unknown = debug(&value).contains("Unknown(");
    Ok(Written { text, unknown })
}

/// Tries every case.
///
/// # Panics
///
/// When a value does not come back; the message lists all that did not.
pub fn prove(cases: &str, schema: fn(&str) -> Option<Schema>) {
    let cases: Vec<Value> = serde_json::from_str(cases).expect("the cases are JSON");
    let mut report = Report::default();
    for case in &cases {
        report.try_case(case, schema);
    }
    println!("{report}");
    if let Some(path) = std::env::var_os("WIRE_PROOF_JSON") {
        std::fs::write(&path, report.to_json().to_string()).expect("the report can be written");
    }
    assert!(
        report.mismatches.is_empty(),
        "{} values do not come back:\n{}",
        report.mismatches.len(),
        report.listed()
    );
}

/// What came of the cases.
#[derive(Debug, Default)]
pub struct Report {
    /// Values that were tried.
    pub cases: usize,
    /// Texts that are written in another way and mean the same.
    pub same_meaning: usize,
    /// Properties that were dropped and that no schema describes.
    pub undocumented_properties: usize,
    /// Properties that were `null` and are absent.
    pub null_as_absent: usize,
    /// Cases of which a part was kept as unknown: they prove less.
    pub unknown: Vec<String>,
    /// What did not come back.
    pub mismatches: Vec<Mismatch>,
}

/// A value that did not come back.
#[derive(Debug, Clone, PartialEq)]
pub struct Mismatch {
    /// JSON pointer of the schema in the document.
    pub schema: String,
    /// JSON pointer of the example in the document, or how the value was made.
    pub from: String,
    /// JSON pointer within the value.
    pub path: String,
    /// What was read; `None` if nothing was there.
    pub read: Option<Value>,
    /// What was written; `None` if nothing was.
    pub written: Option<Value>,
    /// What the type said, if it could not be read or written at all.
    pub error: Option<String>,
}

impl Report {
    /// Reads and writes one case.
    fn try_case(&mut self, case: &Value, schema: fn(&str) -> Option<Schema>) {
        self.cases += 1;
        let pointer = case["schema"].as_str().unwrap_or_default();
        let Some(schema) = schema(pointer) else {
            self.fail(case, "has no type".to_owned());
            return;
        };
        let written = (schema.round_trip)(&case["value"].to_string()).and_then(|written| {
            if written.unknown {
                self.unknown.push(format!("{pointer} ({})", case["from"]));
            }
            serde_json::from_str(&written.text).map_err(|error| format!("is not JSON: {error}"))
        });
        match written {
            Ok(written) => self.compare(case, &written, schema.sent),
            Err(error) => self.fail(case, error),
        }
    }

    fn fail(&mut self, case: &Value, error: String) {
        self.mismatches.push(Mismatch {
            read: Some(case["value"].clone()),
            error: Some(error),
            ..Mismatch::of(case)
        });
    }

    /// Compares what was written with the value of a case.
    pub fn compare(&mut self, case: &Value, written: &Value, sent: bool) {
        let undescribed = case["undescribed"].as_array().into_iter().flatten();
        let mut comparison = Comparison {
            sent,
            undescribed: undescribed.filter_map(Value::as_str).collect(),
            report: self,
            case,
        };
        comparison.values("", &case["value"], written);
    }

    fn listed(&self) -> String {
        let mut text = String::new();
        for mismatch in &self.mismatches {
            let _ = writeln!(text, "{mismatch}");
        }
        text
    }

    /// The report as data for a tool.
    pub fn to_json(&self) -> Value {
        let mismatches = self.mismatches.iter().map(Mismatch::to_json);
        json!({
            "cases": self.cases,
            "same_meaning": self.same_meaning,
            "undocumented_properties": self.undocumented_properties,
            "null_as_absent": self.null_as_absent,
            "unknown": self.unknown,
            "mismatches": mismatches.collect::<Vec<_>>(),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} values: {} texts of the same meaning, {} undocumented properties dropped, {} times null as absent, \
             {} values with something unknown, {} mismatches",
            self.cases,
            self.same_meaning,
            self.undocumented_properties,
            self.null_as_absent,
            self.unknown.len(),
            self.mismatches.len()
        )
    }
}

impl Mismatch {
    /// What is not there is left out: `null` is a value.
    fn to_json(&self) -> Value {
        let mut json = json!({"schema": self.schema, "from": self.from, "path": self.path, "error": self.error});
        for (name, value) in [("read", &self.read), ("written", &self.written)] {
            if let Some(value) = value {
                json[name] = value.clone();
            }
        }
        json
    }

    /// A mismatch of a case, without what differs.
    fn of(case: &Value) -> Self {
        let text = |name: &str| case[name].as_str().unwrap_or_default().to_owned();
        Self {
            schema: text("schema"),
            from: text("from"),
            path: String::new(),
            read: None,
            written: None,
            error: None,
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "schema {} ({})", self.schema, self.from)?;
        if let Some(error) = &self.error {
            writeln!(f, "  {error}")?;
        }
        writeln!(f, "  at {:?}", self.path)?;
        writeln!(f, "  read    {}", shown(self.read.as_ref()))?;
        write!(f, "  written {}", shown(self.written.as_ref()))
    }
}

/// The start of a value.
fn shown(value: Option<&Value>) -> String {
    let Some(value) = value else {
        return "nothing".to_owned();
    };
    let text = value.to_string();
    match text.char_indices().nth(400) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

struct Comparison<'c> {
    sent: bool,
    undescribed: BTreeSet<&'c str>,
    report: &'c mut Report,
    case: &'c Value,
}

impl Comparison<'_> {
    fn values(&mut self, path: &str, read: &Value, written: &Value) {
        match (read, written) {
            (Value::Object(before), Value::Object(after)) => {
                for (name, value) in before {
                    let path = inside(path, name);
                    match after.get(name) {
                        Some(written) => self.values(&path, value, written),
                        None => self.absent(&path, value),
                    }
                }
                for (name, value) in after {
                    if !before.contains_key(name) {
                        self.differ(&inside(path, name), None, Some(value));
                    }
                }
            }
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                for (index, (value, written)) in before.iter().zip(after).enumerate() {
                    self.values(&format!("{path}/{index}"), value, written);
                }
            }
            (Value::String(before), Value::String(after)) if before != after => {
                if same_instant(before, after) || same_uuid(before, after) {
                    self.report.same_meaning += 1;
                } else {
                    self.differ(path, Some(read), Some(written));
                }
            }
            (Value::Number(before), Value::Number(after)) if same_number(before, after) => {}
            _ if read == written => {}
            _ => self.differ(path, Some(read), Some(written)),
        }
    }

    fn absent(&mut self, path: &str, value: &Value) {
        if self.undescribed.contains(path) {
            self.report.undocumented_properties += 1;
        } else if !self.sent && value.is_null() {
            self.report.null_as_absent += 1;
        } else {
            self.differ(path, Some(value), None);
        }
    }

    fn differ(&mut self, path: &str, read: Option<&Value>, written: Option<&Value>) {
        self.report.mismatches.push(Mismatch {
            path: path.to_owned(),
            read: read.cloned(),
            written: written.cloned(),
            ..Mismatch::of(self.case)
        });
    }
}

/// A JSON pointer with one more token (RFC 6901, section 3).
fn inside(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn same_number(left: &serde_json::Number, right: &serde_json::Number) -> bool {
    let integer = |number: &serde_json::Number| {
        let natural = number.as_u64().map(i128::from);
        natural.or_else(|| number.as_i64().map(i128::from))
    };
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => left == right,
        _ => left.as_f64() == right.as_f64(),
    }
}

fn same_uuid(left: &str, right: &str) -> bool {
    let is_uuid = |text: &str| {
        text.len() == 36
            && text.bytes().enumerate().all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    is_uuid(left) && is_uuid(right) && left.eq_ignore_ascii_case(right)
}

fn same_instant(left: &str, right: &str) -> bool {
    match (instant(left), instant(right)) {
        (Some(left), Some(right)) => left == right,
        _ => false,
    }
}

/// Seconds since the epoch, and the digits of their fraction without zeros at the end, of a timestamp (RFC 3339,
/// section 5.6).
fn instant(text: &str) -> Option<(i64, String)> {
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| digits.parse().ok())?
    };
    let sign = |at: usize, allowed: &str| text.get(at..=at).filter(|sign| allowed.contains(*sign));
    sign(4, "-").and(sign(7, "-")).and(sign(10, "Tt "))?;
    sign(13, ":").and(sign(16, ":"))?;
    let days = days(number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let seconds = number(11, 13)? * 3600 + number(14, 16)? * 60 + number(17, 19)?;
    let rest = text.get(19..)?;
    let zone = rest.find(|c: char| c != '.' && !c.is_ascii_digit())?;
    let fraction = rest.get(..zone)?.trim_start_matches('.');
    let offset = match rest.get(zone..)?.as_bytes() {
        b"Z" | b"z" => 0,
        [sign @ (b'+' | b'-'), ..] => {
            let start = 19 + zone;
            let minutes = number(start + 1, start + 3)? * 60 + number(start + 4, start + 6)?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    let seconds = days * 86_400 + seconds - offset * 60;
    Some((seconds, fraction.trim_end_matches('0').to_owned()))
}

/// Days since 1970-01-01 in the Gregorian calendar; a year is counted from March, so that the leap day ends it.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + day_of_year - 719_468
}
