use http::StatusCode;

use crate::model::StatusMatch;

use super::pascal_case;

/// The variant for a status, after its reason phrase (RFC 9110, section 15).
pub(crate) fn status_variant(status: StatusMatch) -> String {
    match status {
        StatusMatch::Code(code) => {
            reason(code).map_or_else(|| format!("Status{code}"), pascal_case)
        }
        StatusMatch::Range(4) => "ClientError".to_owned(),
        StatusMatch::Range(5) => "ServerError".to_owned(),
        StatusMatch::Range(digit) => format!("Status{digit}xx"),
        StatusMatch::Default => "Default".to_owned(),
    }
}

/// The status for a sentence: `404 Not Found`, `4XX`.
pub(crate) fn status_sentence(status: StatusMatch) -> String {
    match status {
        StatusMatch::Code(code) => {
            reason(code).map_or_else(|| code.to_string(), |reason| format!("{code} {reason}"))
        }
        StatusMatch::Range(digit) => format!("{digit}XX"),
        StatusMatch::Default => "Any other status".to_owned(),
    }
}

fn reason(code: u16) -> Option<&'static str> {
    StatusCode::from_u16(code).ok()?.canonical_reason()
}
