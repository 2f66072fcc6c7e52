//! What rustc and rustdoc say about a crate.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::measure::Ended;

/// Their findings, in the order in which they came.
#[derive(Debug, Default, Serialize)]
pub(super) struct Findings {
    pub(super) errors: Vec<Finding>,
    pub(super) warnings: Vec<Finding>,
}

/// One finding.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) message: String,
    /// File and line, where there is one.
    pub(super) place: Option<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{} ({place})", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl Findings {
    /// Takes them from what Cargo printed with `--message-format json`.
    pub(super) fn of(ended: &Ended) -> Self {
        let mut findings = Self::default();
        for line in ended.stdout.lines() {
            // A line that is not JSON is not a message.
            let message: Value = serde_json::from_str(line).unwrap_or_default();
            if message.get("reason").and_then(Value::as_str) == Some("compiler-message")
                && let Some(message) = message.get("message")
            {
                findings.add(message);
            }
        }
        if !ended.status.success() && findings.errors.is_empty() {
            // Cargo refused the crate, or the compiler was ended.
            return Self::error(&ended.stderr);
        }
        findings
    }

    /// What kept the compiler from looking at the crate.
    pub(super) fn error(message: &str) -> Self {
        Self {
            errors: vec![Finding {
                message: message.trim().to_owned(),
                place: None,
            }],
            warnings: Vec::new(),
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty()
    }

    fn add(&mut self, message: &Value) {
        let text = |key: &str| message.get(key).and_then(Value::as_str).unwrap_or_default();
        let spans = message.get("spans").and_then(Value::as_array);
        let primary = spans
            .into_iter()
            .flatten()
            .find(|span| span.get("is_primary").and_then(Value::as_bool) == Some(true));
        let finding = Finding {
            message: text("message").to_owned(),
            place: primary.and_then(place),
        };
        if finding.place.is_none() && is_summary(&finding.message) {
            return;
        }
        match text("level") {
            "warning" => self.warnings.push(finding),
            level if level.starts_with("error") => self.errors.push(finding),
            // Notes and help belong to others.
            _ => {}
        }
    }
}

fn place(span: &Value) -> Option<String> {
    let file = span.get("file_name")?.as_str()?;
    let line = span.get("line_start")?.as_u64()?;
    Some(format!("{file}:{line}"))
}

/// Whether the message only counts others.
fn is_summary(message: &str) -> bool {
    message.starts_with("aborting due to")
        || message.ends_with("warning emitted")
        || message.ends_with("warnings emitted")
}

#[cfg(test)]
mod tests {
    use std::process::ExitStatus;

    use super::*;
    use crate::corpus::measure::Cost;

    fn ended(status: ExitStatus, stdout: &str, stderr: &str) -> Ended {
        Ended {
            status,
            stdout: stdout.to_owned(),
            stderr: stderr.to_owned(),
            cost: Cost {
                seconds: 0.0,
                user_seconds: 0.0,
                peak_bytes: 0,
            },
        }
    }

    #[test]
    fn messages_are_told_apart_by_level_and_summaries_are_none() {
        let stdout = r#"{"reason":"compiler-artifact"}
not JSON
{"reason":"compiler-message","message":{"level":"error","message":"mismatched types","spans":[{"is_primary":false,"file_name":"a.rs","line_start":1},{"is_primary":true,"file_name":"b.rs","line_start":2}]}}
{"reason":"compiler-message","message":{"level":"warning","message":"unused","spans":[{"is_primary":true,"file_name":"c.rs","line_start":3}]}}
{"reason":"compiler-message","message":{"level":"warning","message":"1 warning emitted","spans":[]}}
{"reason":"compiler-message","message":{"level":"error","message":"aborting due to 1 previous error","spans":[]}}
{"reason":"compiler-message","message":{"level":"failure-note","message":"For more information","spans":[]}}
"#;
        let findings = Findings::of(&ended(ExitStatus::default(), stdout, ""));
        let finding = |message: &str, place: &str| Finding {
            message: message.to_owned(),
            place: Some(place.to_owned()),
        };
        assert_eq!(findings.errors, [finding("mismatched types", "b.rs:2")]);
        assert_eq!(findings.warnings, [finding("unused", "c.rs:3")]);
    }

    #[cfg(unix)]
    #[test]
    fn a_failure_without_a_message_of_the_compiler_is_what_cargo_says() {
        use std::os::unix::process::ExitStatusExt as _;

        let failed = ExitStatus::from_raw(101 << 8);
        let findings = Findings::of(&ended(failed, "", "error: no matching package\n"));
        assert_eq!(findings.errors.len(), 1);
        assert_eq!(findings.errors[0].message, "error: no matching package");
    }
}
