//! Format `date` as a type of `chrono`: `full-date` of RFC 3339, section 5.6.

use super::text::wire_text;

wire_text!(chrono::NaiveDate, "a date as RFC 3339 has it");
