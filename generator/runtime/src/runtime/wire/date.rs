//! Format `date`: `full-date` of RFC 3339, section 5.6.

use super::text::wire_text;

wire_text!(jiff::civil::Date, "a date as RFC 3339 has it");
