use generator::Severity;
use serde_json::{Value, json};

use super::Finding;

/// All of them, for programs.
pub(super) fn text(document: &str, findings: &[Finding<'_>]) -> String {
    let count = |severity| {
        let of_it = |it: &&Finding<'_>| it.diagnostic.severity == severity;
        findings.iter().filter(of_it).count()
    };
    let value = json!({
        "document": document,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn finding(finding: &Finding<'_>) -> Value {
    let position = finding.spot.map(|spot| spot.position());
    json!({
        "severity": finding.severity(),
        "code": finding.code(),
        "message": finding.diagnostic.message,
        "help": finding.diagnostic.help,
        "pointer": finding.diagnostic.pointer.to_string(),
        "file": finding.file,
        "line": position.map(|it| it.line),
        "column": position.map(|it| it.column),
    })
}
