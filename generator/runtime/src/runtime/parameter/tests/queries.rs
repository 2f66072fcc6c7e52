use serde_json::json;

use super::{reason, text};
use crate::runtime::form;
use crate::runtime::parameter::{Encoding, Parameter, PropertyEncoding, Style};

const COLOR: Parameter = Parameter::query("color");
const DEEP: Parameter = COLOR.style(Style::DeepObject, true);
const LIST: Parameter = COLOR.style(Style::Form, false);

#[test]
fn numbers_and_booleans_are_their_json() {
    assert_eq!(text(COLOR, json!(true)), "color=true");
    assert_eq!(text(COLOR, json!(-3)), "color=-3");
    assert_eq!(text(COLOR, json!(0.5)), "color=0.5");
    assert_eq!(text(LIST, json!([1, false, "x"])), "color=1,false,x");
}

#[test]
fn everything_but_unreserved_characters_is_encoded_and_delimiters_are_not() {
    assert_eq!(
        text(LIST, json!(["a,b", "c d", "&=+#%"])),
        "color=a%2Cb,c%20d,%26%3D%2B%23%25"
    );
    assert_eq!(text(COLOR, json!("ü-._~")), "color=%C3%BC-._~");
    assert_eq!(
        text(Parameter::query("a[b] c"), json!("x")),
        "a%5Bb%5D%20c=x"
    );
}

#[test]
fn null_in_an_array_or_an_object_is_left_out() {
    assert_eq!(text(LIST, json!(["a", null, "b"])), "color=a,b");
    assert_eq!(text(COLOR, json!(["a", null, "b"])), "color=a&color=b");
    assert_eq!(text(COLOR, json!({"a": null, "b": 1})), "b=1");
    assert_eq!(
        text(DEEP, json!({"a": null, "b": {"c": null, "d": 1}})),
        "color%5Bb%5D%5Bd%5D=1"
    );
}

#[test]
fn what_is_nested_in_form_is_json_and_an_array_in_an_exploded_object_is_repeated() {
    assert_eq!(text(COLOR, json!([{"a": 1}])), "color=%7B%22a%22%3A1%7D");
    assert_eq!(text(LIST, json!([[1, 2], "x"])), "color=%5B1%2C2%5D,x");
    assert_eq!(
        text(
            COLOR,
            json!({"page": 1, "sort": ["a", "b"], "where": {"x": 1}})
        ),
        "page=1&sort=a&sort=b&where=%7B%22x%22%3A1%7D"
    );
}

#[test]
fn deep_objects_nest_as_servers_in_the_field_read_them() {
    let decoded = |value| text(DEEP, value).replace("%5B", "[").replace("%5D", "]");
    assert_eq!(decoded(json!({"a": {"b": "c"}})), "color[a][b]=c");
    assert_eq!(
        decoded(json!({"tags": ["x", "y"], "on": true})),
        "color[tags][]=x&color[tags][]=y&color[on]=true"
    );
    assert_eq!(
        decoded(json!({"items": [{"name": "x", "n": 1}, {"name": "y"}]})),
        "color[items][0][name]=x&color[items][0][n]=1&color[items][1][name]=y"
    );
    assert_eq!(
        decoded(json!({"grid": [[1, 2], [3]]})),
        "color[grid][0][]=1&color[grid][0][]=2&color[grid][1][]=3"
    );
}

#[test]
fn what_would_be_read_as_something_else_is_an_error() {
    for (parameter, value) in [
        (COLOR.style(Style::SpaceDelimited, false), json!(["a b"])),
        (COLOR.style(Style::PipeDelimited, false), json!(["a|b"])),
        (
            COLOR.style(Style::PipeDelimited, false).allow_reserved(),
            json!(["a%7cb"]),
        ),
        (DEEP, json!({"a[b": 1})),
        (DEEP, json!({"": 1})),
    ] {
        assert!(!reason(parameter, value).is_empty());
    }
}

#[test]
fn json_is_encoded_as_one_text() {
    assert_eq!(
        text(COLOR.json(), json!({"b": [1, "x y"], "a": null})),
        "color=%7B%22b%22%3A%5B1%2C%22x%20y%22%5D%2C%22a%22%3Anull%7D"
    );
    assert_eq!(text(COLOR.json(), json!("blue")), "color=%22blue%22");
}

#[test]
fn allow_reserved_keeps_what_has_no_meaning_in_a_query() {
    let parameter = COLOR.allow_reserved();
    assert_eq!(
        text(parameter, json!("/a?b:c@d!$'()*,;[x]#e&f=g+h i^%2F%zz%")),
        "color=/a?b:c@d!$%27()*,%3B%5Bx%5D%23e%26f%3Dg%2Bh%20i%5E%2F%25zz%25"
    );
    let list = LIST.allow_reserved();
    assert_eq!(text(list, json!(["a,b"])), "color=a%2Cb");
    assert_eq!(text(list, json!(["a/b", "ü"])), "color=a/b,%C3%BC");
    // The example of Appendix C of the specification.
    let formulas = Parameter::query("formulas").allow_reserved();
    assert_eq!(
        text(formulas, json!({"a": "x+y", "b": "x/y", "c": "x^y"})),
        "a=x%2By&b=x/y&c=x%5Ey"
    );
}

const PROPERTIES: &[PropertyEncoding] = &[
    PropertyEncoding {
        property: "deep",
        content_type: None,
        encoding: Some(Encoding::Style {
            style: Style::DeepObject,
            explode: true,
            allow_reserved: false,
        }),
        headers: &[],
    },
    PropertyEncoding {
        property: "list",
        content_type: Some("application/json"),
        encoding: Some(Encoding::Style {
            style: Style::Form,
            explode: false,
            allow_reserved: true,
        }),
        headers: &[],
    },
    PropertyEncoding {
        property: "json",
        content_type: Some("Application/Problem+JSON; charset=utf-8"),
        encoding: None,
        headers: &[],
    },
];

#[test]
fn a_form_has_its_properties_by_their_encoding() {
    let form = |value| form::encode(&value, PROPERTIES).unwrap();
    assert_eq!(
        form(json!({"text": "a b+c%20~", "none": null, "many": [1, "x y"], "empty": ""})),
        "text=a+b%2Bc%2520~&many=1&many=x+y&empty="
    );
    assert_eq!(
        form(json!({"deep": {"a": {"b": "c d"}}, "list": ["/a", "b,c"], "json": ["x"]})),
        "deep%5Ba%5D%5Bb%5D=c+d&list=/a,b%2Cc&json=%5B%22x%22%5D"
    );
    assert_eq!(form(json!({})), "");
}

#[test]
fn an_object_in_a_form_is_json_where_nothing_else_is_said() {
    // The example of the specification, which leaves the colon and the comma as they are.
    let address = json!({
        "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "address": {"streetAddress": "123 Example Dr.", "zip": "99999+1234"},
    });
    assert_eq!(
        form::encode(&address, &[]).unwrap(),
        "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22zip%22%3A%2299999%2B1234%22%7D"
    );
    assert_eq!(
        form::encode(&json!({"a": [{"b": 1}, {"b": 2}]}), &[]).unwrap(),
        "a=%7B%22b%22%3A1%7D&a=%7B%22b%22%3A2%7D"
    );
}

#[test]
fn a_form_that_is_no_object_is_an_input_error() {
    for value in [json!(null), json!([]), json!("a=b")] {
        assert_eq!(
            form::encode(&value, &[]).unwrap_err().to_string(),
            "the body cannot be written: a form is an object"
        );
    }
}
