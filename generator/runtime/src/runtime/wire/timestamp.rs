//! Format `date-time`: an instant, by RFC 3339, section 5.6.

use super::text::wire_text;

wire_text!(jiff::Timestamp, "a date and time as RFC 3339 has it");
