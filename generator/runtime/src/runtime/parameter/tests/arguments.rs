use http::HeaderMap;
use serde_json::{Value, json};

use crate::runtime::error::InputError;
use crate::runtime::parameter::{Argument, Arguments, Parameter, Style};

fn arguments(values: &[(Parameter, Value)]) -> Arguments {
    let mut arguments = Arguments::default();
    for (parameter, value) in values {
        arguments.set(*parameter, value.clone());
    }
    arguments
}

fn path(template: &str, values: &[(Parameter, Value)]) -> Result<String, InputError> {
    arguments(values).path(template)
}

const ID: Parameter = Parameter::path("id");

#[test]
fn what_is_borrowed_is_an_argument_like_what_is_owned() {
    fn value<A: Argument + ?Sized>(argument: &A) -> Value {
        argument.value().unwrap()
    }
    assert_eq!(value("a"), json!("a"));
    assert_eq!(value(&"a".to_owned()), json!("a"));
    assert_eq!(value(["a", "b"].as_slice()), json!(["a", "b"]));
    assert_eq!(value(&vec![Some(1), None]), json!([1, null]));
    assert_eq!(value(&1.0), json!(1));
    assert_eq!(
        f64::NAN.value().unwrap_err().to_string(),
        "an argument cannot be written: JSON has no number that is not finite"
    );
}

#[test]
fn the_properties_of_an_object_keep_their_order() {
    let text = r#"{"R":100,"G":200,"B":150}"#;
    let object: Value = serde_json::from_str(text).unwrap();
    assert_eq!(object.value().unwrap().to_string(), text);
}

#[test]
fn parameters_of_one_place_stand_side_by_side() {
    let arguments = arguments(&[
        (Parameter::query("a"), json!(["x", "y"])),
        (Parameter::query("none"), json!([])),
        (Parameter::cookie("k"), json!("v")),
        (Parameter::query("b"), json!(1)),
        (Parameter::header("X-A"), json!("x")),
        (Parameter::cookie("l"), json!("w")),
    ]);
    assert_eq!(arguments.query().unwrap().unwrap(), "a=x&a=y&b=1");
    assert_eq!(arguments.path_and_query("/x").unwrap(), "/x?a=x&a=y&b=1");
    assert_eq!(
        arguments.path_and_query("/x?beta=true").unwrap(),
        "/x?beta=true&a=x&a=y&b=1"
    );
    assert_eq!(
        arguments.path_and_query("/x#share").unwrap(),
        "/x?a=x&a=y&b=1"
    );
    assert_eq!(arguments.cookie().unwrap().unwrap(), "k=v; l=w");
    let mut headers = HeaderMap::new();
    headers.insert("x-a", "default".parse().unwrap());
    arguments.headers(&mut headers).unwrap();
    assert_eq!(headers.len(), 1);
    assert_eq!(headers["x-a"], "x");
    assert_eq!(Arguments::default().query(), Ok(None));
    assert_eq!(Arguments::default().path_and_query("/x").unwrap(), "/x");
    assert_eq!(Arguments::default().cookie(), Ok(None));
}

#[test]
fn a_later_value_replaces_an_earlier_one_of_the_same_place_and_name() {
    let arguments = arguments(&[
        (Parameter::query("a"), json!(1)),
        (Parameter::query("b"), json!(2)),
        (Parameter::path("a"), json!("p")),
        (Parameter::query("a"), json!(3)),
    ]);
    assert_eq!(arguments.query().unwrap().unwrap(), "a=3&b=2");
    assert_eq!(arguments.path("/{a}").unwrap(), "/p");
}

#[test]
fn a_value_is_one_segment_whatever_it_contains() {
    let one = |value: &str| path("/a/{id}/b", &[(ID, json!(value))]).unwrap();
    assert_eq!(one("a/b?c#d e%"), "/a/a%2Fb%3Fc%23d%20e%25/b");
    assert_eq!(one("ü"), "/a/%C3%BC/b");
    assert_eq!(one("{id}"), "/a/%7Bid%7D/b");
}

#[test]
fn a_template_has_text_around_placeholders_and_a_placeholder_twice() {
    let values = [(ID, json!("x")), (Parameter::path("to"), json!(["y", "z"]))];
    assert_eq!(
        path("/{id}...{to}.json/{id}/{nobody}", &values).unwrap(),
        "/x...y,z.json/x/{nobody}"
    );
    assert_eq!(path("/{{id}", &values).unwrap(), "/{x");
    let matrix = ID.style(Style::Matrix, true);
    assert_eq!(
        path("/a{id}/b", &[(matrix, json!(["x", ""]))]).unwrap(),
        "/a;id=x;id/b"
    );
    let label = ID.style(Style::Label, false);
    assert_eq!(path("/a{id}", &[(label, json!(null))]).unwrap(), "/a.");
    assert_eq!(
        path("/{id}", &[(label, json!(null))]),
        Err(InputError::DotSegment {
            name: "id".to_owned()
        })
    );
    assert_eq!(
        path("/{id}", &[(ID.json(), json!({"a": 1}))]).unwrap(),
        "/%7B%22a%22%3A1%7D"
    );
}

#[test]
fn an_empty_value_and_the_dot_segments_are_input_errors() {
    let one = |value: &str| path("/a/{id}/b", &[(ID, json!(value))]);
    let name = || "id".to_owned();
    assert_eq!(
        one(""),
        Err(InputError::EmptyPathParameter { name: name() })
    );
    assert_eq!(one("."), Err(InputError::DotSegment { name: name() }));
    assert_eq!(one(".."), Err(InputError::DotSegment { name: name() }));
    assert_eq!(one("...").unwrap(), "/a/.../b");
}

#[test]
fn two_values_that_make_one_dot_segment_are_an_input_error() {
    let values = [
        (Parameter::path("a"), json!(".")),
        (Parameter::path("b"), json!(".")),
    ];
    assert!(matches!(
        path("/{a}{b}", &values),
        Err(InputError::DotSegment { .. })
    ));
    assert_eq!(path("/{a}-{b}", &values).unwrap(), "/.-.");
}

#[test]
fn a_dot_in_an_exploded_label_is_an_error() {
    let label = ID.style(Style::Label, true);
    assert!(matches!(
        path("/{id}", &[(label, json!([0.5]))]),
        Err(InputError::InvalidParameter { .. })
    ));
    assert_eq!(path("/{id}", &[(label, json!(0.5))]).unwrap(), "/.0.5");
}
