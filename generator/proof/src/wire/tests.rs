use super::serde_json::{self, Value, json};
use super::support::{Report, Schema, Written, prove};

/// A type that gives back what `change` makes of what it read.
fn schema(sent: bool, change: fn(&str) -> Result<Written, String>) -> Option<Schema> {
    Some(Schema {
        sent,
        round_trip: change,
    })
}

fn gives(value: &Value) -> Result<Written, String> {
    Ok(Written {
        text: value.to_string(),
        unknown: false,
    })
}

fn case(value: &Value) -> Value {
    json!({"schema": "/components/schemas/Pet", "from": "/example", "value": value})
}

/// What comes of `value` when the type writes `written`.
fn compared(sent: bool, read: &Value, written: &Value, undescribed: &[&str]) -> Report {
    let mut case = case(read);
    case["undescribed"] = json!(undescribed);
    let mut report = Report::default();
    report.compare(&case, written, sent);
    report
}

fn paths(report: &Report) -> Vec<&str> {
    let paths = report.mismatches.iter();
    paths.map(|mismatch| mismatch.path.as_str()).collect()
}

#[test]
fn equal_values_come_back() {
    let value = json!({"a": [1, 0.5, "text", true, null, {}], "b": {"c": []}});
    let report = compared(true, &value, &value, &[]);
    assert_eq!(report.mismatches, []);
    assert_eq!(report.same_meaning, 0);
}

#[test]
fn numbers_are_equal_by_value() {
    let read = json!([1, 1.0, -1, 18_446_744_073_709_551_615_u64, 0.1]);
    let written = json!([1.0, 1, -1.0, 18_446_744_073_709_551_615_u64, 0.1]);
    assert_eq!(compared(true, &read, &written, &[]).mismatches, []);
    let read = json!([9_007_199_254_740_993_i64, 1, -1]);
    let written = json!([9_007_199_254_740_992_i64, 2, 1]);
    assert_eq!(
        paths(&compared(true, &read, &written, &[])),
        ["/0", "/1", "/2"]
    );
}

#[test]
fn timestamps_are_equal_as_instants() {
    for (read, written) in [
        ("2024-02-29T12:34:56.789+02:00", "2024-02-29T10:34:56.789Z"),
        ("2024-02-29T23:34:56-01:30", "2024-03-01T01:04:56Z"),
        ("2024-02-29T12:34:56.500Z", "2024-02-29T12:34:56.5Z"),
        ("2024-02-29t12:34:56z", "2024-02-29T12:34:56Z"),
        ("2023-12-31T23:59:59-00:01", "2024-01-01T00:00:59Z"),
    ] {
        let report = compared(true, &json!(read), &json!(written), &[]);
        assert_eq!(report.mismatches, [], "{read}");
        assert_eq!(report.same_meaning, 1, "{read}");
    }
    for (read, written) in [
        ("2024-02-29T12:34:56.789Z", "2024-02-29T12:34:56Z"),
        ("2024-02-29T12:34:56+02:00", "2024-02-29T12:34:56Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("text", "Text"),
        ("", "2024-02-29T00:00:00Z"),
        ("2024-02-29T12:34:56+", "2024-02-29T12:34:56Z"),
        ("2024-02-29Tüü:34:56Z", "2024-02-29T12:34:56Z"),
    ] {
        let report = compared(true, &json!(read), &json!(written), &[]);
        assert_eq!(paths(&report), [""], "{read}");
    }
}

#[test]
fn uuids_are_equal_whatever_their_case() {
    let read = json!("67E55044-10B1-426F-9247-BB680E5FE0C8");
    let written = json!("67e55044-10b1-426f-9247-bb680e5fe0c8");
    assert_eq!(compared(true, &read, &written, &[]).same_meaning, 1);
    assert_eq!(
        paths(&compared(true, &json!("ABC"), &json!("abc"), &[])),
        [""]
    );
}

#[test]
fn only_undescribed_properties_may_be_dropped() {
    let read = json!({"a": 1, "b": {"c/d": 2, "e": 3}});
    let written = json!({"b": {"e": 3}});
    let report = compared(true, &read, &written, &["/b/c~1d"]);
    assert_eq!(report.undocumented_properties, 1);
    assert_eq!(paths(&report), ["/a"]);
    // They may be kept as well.
    assert_eq!(compared(true, &read, &read, &["/b/c~1d"]).mismatches, []);
}

#[test]
fn null_is_absent_only_in_what_is_received() {
    let read = json!({"a": null, "b": [null]});
    let written = json!({"b": [null]});
    let report = compared(false, &read, &written, &[]);
    assert_eq!((report.null_as_absent, paths(&report)), (1, vec![]));
    assert_eq!(paths(&compared(true, &read, &written, &[])), ["/a"]);
}

#[test]
fn what_is_added_changed_or_lost_is_a_mismatch() {
    let read = json!({"a": [1, 2], "b": "x", "c": null, "d": 1});
    let written = json!({"a": [1], "b": null, "c": 0, "d": "1", "e": 1});
    let report = compared(false, &read, &written, &[]);
    assert_eq!(paths(&report), ["/a", "/b", "/c", "/d", "/e"]);
    assert_eq!(report.mismatches[4].read, None);
    assert_eq!(report.mismatches[4].written, Some(json!(1)));
}

#[test]
fn a_case_that_comes_back_passes() {
    let cases = json!([case(&json!({"a": 1}))]).to_string();
    prove(&cases, |_| {
        schema(true, |text| gives(&serde_json::from_str(text).unwrap()))
    });
}

#[test]
#[should_panic(
    expected = "2 values do not come back:\nschema /components/schemas/Pet (/example)\n  at \"/a\"\n  read    1\n  written 2\n"
)]
fn all_mismatches_are_listed() {
    let cases = json!([case(&json!({"a": 1})), case(&json!({"a": 3}))]).to_string();
    prove(&cases, |_| schema(true, |_| gives(&json!({"a": 2}))));
}

#[test]
#[should_panic(expected = "is not read: no")]
fn a_value_that_is_not_read_is_a_mismatch() {
    let cases = json!([case(&json!({"a": 1}))]).to_string();
    prove(&cases, |_| {
        schema(true, |_| Err("is not read: no".to_owned()))
    });
}

#[test]
#[should_panic(expected = "has no type")]
fn a_case_without_a_type_is_a_mismatch() {
    let cases = json!([case(&json!({"a": 1}))]).to_string();
    prove(&cases, |_| None);
}

#[test]
fn the_report_is_also_data() {
    let read = json!({"a": 1});
    let report = compared(true, &read, &json!({}), &[]).to_json();
    assert_eq!(report["mismatches"][0]["path"], "/a");
    assert_eq!(report["mismatches"][0]["read"], 1);
    assert_eq!(report["mismatches"][0]["written"], Value::Null);
    assert_eq!(report["same_meaning"], 0);
}

#[test]
fn a_round_trip_goes_through_text() {
    let written = super::support::round_trip(
        "[1,2]",
        serde_json::from_str::<Vec<u8>>,
        serde_json::to_string::<Vec<u8>>,
        |value| format!("Unknown({value:?})"),
    );
    let written = written.unwrap();
    assert_eq!(written.text, "[1,2]");
    assert!(written.unknown);
}
