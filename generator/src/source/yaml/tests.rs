use serde_json::json;

use super::*;

fn fault_of(text: &str) -> String {
    let fault = parse(text).unwrap_err();
    match fault.position {
        Some(position) => format!("{position}: {}", fault.message),
        None => fault.message,
    }
}

#[test]
fn keys_are_the_text_of_the_document() {
    assert_eq!(
        parse("{200: a, true: b, ~: c, 1.10: d, 0x1F: e, 2020-01-01: f, no: g, !!str 7: h}")
            .unwrap(),
        json!({"200": "a", "true": "b", "~": "c", "1.10": "d", "0x1F": "e", "2020-01-01": "f", "no": "g", "7": "h"})
    );
}

#[test]
fn keys_keep_their_order() {
    let value = parse("z: 1\na: 2\nm: 3\n").unwrap();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["z", "a", "m"]);
}

#[test]
fn two_keys_with_the_same_text_are_refused_at_the_second() {
    let expected = "3:3: the key `200` is already there in this mapping";
    assert_eq!(fault_of("a:\n  200: 1\n  '200': 2\n"), expected);
    assert_eq!(fault_of("a:\n  200: 1\n  200: 2\n"), expected);
    assert_eq!(
        fault_of("a: {}\nb:\n  <<: {}\n  <<: {}\n"),
        "4:3: the key `<<` is already there in this mapping"
    );
}

#[test]
fn words_and_dates_that_older_yaml_reads_otherwise_are_text() {
    let text = "[yes, no, on, off, NO, y, n, 2020-01-01, 2001-12-14t21:59:43.10-05:00, 12:30:45, 1.2.3, 1_000]";
    let value = parse(text).unwrap();
    let words: Vec<&str> = value
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    assert_eq!(format!("[{}]", words.join(", ")), text);
}

#[test]
fn integers_beyond_64_bits_are_read() {
    assert_eq!(
        parse(
            "[18446744073709551616, -9223372036854775809, 340282366920938463463374607431768211456]"
        )
        .unwrap(),
        json!([
            18_446_744_073_709_551_616.0,
            -9_223_372_036_854_775_809.0,
            3.402_823_669_209_385e38
        ])
    );
    assert!(parse(&"1".repeat(400)).is_ok());
}

#[test]
fn a_list_is_no_key() {
    assert_eq!(
        fault_of("a: 1\n? [b]\n: 2\n"),
        "2:3: invalid type: sequence, expected a string"
    );
}

#[test]
fn merge_keys_add_what_the_mapping_does_not_have() {
    let text = "a: &a {x: 1, y: 2}\nb: &b\n  <<: *a\n  y: 3\n  z: 4\nc:\n  <<: [*b, {w: 5, x: 6}]\n  z: 7\n";
    let value = parse(text).unwrap();
    assert_eq!(value["b"], json!({"x": 1, "y": 3, "z": 4}));
    assert_eq!(value["c"], json!({"x": 1, "y": 3, "z": 7, "w": 5}));
}

#[test]
fn a_merge_key_takes_mappings_only() {
    let expected = "2:3: what `<<` merges must be a mapping, or a list of mappings";
    assert_eq!(fault_of("a:\n  <<: 1\n"), expected);
    assert_eq!(fault_of("a:\n  <<: [{}, [{}]]\n"), expected);
}

#[test]
fn tags_are_dropped() {
    assert_eq!(
        parse("a: !x {b: !y 1, c: !z [!!str 2, !w text]}").unwrap(),
        json!({"a": {"b": 1, "c": ["2", "text"]}})
    );
}

#[test]
fn dates_stay_text_and_numbers_stay_numbers() {
    assert_eq!(
        parse("[2020-01-01, 2020-01-01T00:00:00Z, 1, -1, 1.0, 1e3, 18446744073709551616, 007]")
            .unwrap(),
        json!([
            "2020-01-01",
            "2020-01-01T00:00:00Z",
            1,
            -1,
            1.0,
            1000.0,
            18_446_744_073_709_551_616.0,
            "007"
        ])
    );
}

#[test]
fn a_number_that_json_does_not_have_is_refused() {
    let message = "infinity and `.nan` are no numbers in JSON; quote the value if it is text";
    for number in [".inf", "-.inf", ".nan"] {
        assert_eq!(
            fault_of(&format!("a:\n- 1\n- {number}\n")),
            format!("3:3: {message}")
        );
    }
}

#[test]
fn nesting_is_bounded_as_it_is_for_json() {
    let flow = |depth| format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
    let deepest = parse(&flow(MAX_DEPTH - 1)).unwrap();
    assert!(serde_json::from_str::<Value>(&deepest.to_string()).is_ok());
    assert_eq!(
        fault_of(&flow(MAX_DEPTH)),
        "1:130: lists and mappings are nested more than 127 deep"
    );
    assert_eq!(
        fault_of(&"- ".repeat(100_000)),
        "1:255: lists and mappings are nested more than 127 deep"
    );
    assert_eq!(
        fault_of(&format!("a: {}", "{a: ".repeat(100_000))),
        "1:508: lists and mappings are nested more than 127 deep"
    );
}

#[test]
fn an_alias_of_a_value_around_it_is_refused() {
    for text in ["a: &a [*a]", "a: &a {<<: *a}", "&a b: &b {c: *b, d: *b}"] {
        let message = parse(text).unwrap_err().message;
        assert_eq!(
            message, "lists and mappings are nested more than 127 deep",
            "{text}"
        );
    }
}

#[test]
fn aliases_that_unfold_without_measure_are_refused() {
    let mut doubling = String::from("a0: &a0 [1, 1]\n");
    for level in 1..60 {
        doubling += &format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1);
    }
    let long_list = format!(
        "a: &a [{}]\nb: [{}]\n",
        "1, ".repeat(5000),
        "*a, ".repeat(5000)
    );
    let long_text = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(100_000),
        "*a, ".repeat(5000)
    );
    for text in [doubling, long_list, long_text] {
        let message = parse(&text).unwrap_err().message;
        assert_eq!(message, "the aliases unfold to too large a document");
    }
}

#[test]
fn errors_of_the_library_keep_their_place_and_lose_the_rest() {
    assert_eq!(fault_of("a: *b"), "1:4: unknown anchor");
    assert_eq!(
        fault_of("é:\n  - \"é"),
        "2:7: found unexpected end of stream"
    );
    assert_eq!(
        fault_of("é:\r\n  - \"\u{2028}é\"\r\n  - *b"),
        "3:5: unknown anchor"
    );
    assert_eq!(
        fault_of("é: 1\nb: \u{8}\n"),
        "2:4: control characters are not allowed"
    );
}

#[test]
fn a_mistake_at_the_end_is_told_as_a_text_that_is_cut_off() {
    for (text, truncated) in [
        ("a: \"b", true),
        ("a: 1\nb\n", true),
        ("a: 1\nb\nc: 2\n", false),
        ("a: b: c", false),
    ] {
        assert_eq!(parse(text).unwrap_err().truncated, truncated, "{text:?}");
    }
}

#[test]
fn errors_of_the_library_are_placed_at_their_first_character() {
    assert_eq!(
        fault_of("@a: ["),
        "1:1: found character that cannot start any token"
    );
}
