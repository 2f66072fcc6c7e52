//! Format `uuid`: RFC 9562, section 4.

use super::text::wire_text;

wire_text!(uuid::Uuid, "a UUID");
