//! Whatever a value is, it arrives as itself and changes nothing beside it.

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::{Value, json};
use url::Url;

use crate::runtime::form;
use crate::runtime::parameter::{Arguments, Parameter, Style};

const A: Parameter = Parameter::path("a");

/// The URL of `/x/{a}/y` with the parameter that is looked at between two others in the query.
fn url(path: (Parameter, Value), query: Option<(Parameter, Value)>) -> Url {
    let mut arguments = Arguments::default();
    arguments.set(path.0, path.1);
    arguments.set(Parameter::query("before"), json!("1"));
    if let Some((parameter, value)) = query {
        arguments.set(parameter, value);
    }
    arguments.set(Parameter::query("after"), json!("2"));
    let path = arguments.path("/x/{a}/y").unwrap();
    let query = arguments.query().unwrap().unwrap();
    Url::parse(&format!("http://host{path}?{query}")).unwrap()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// The pairs between the two others, as a server's reader of forms gives them.
fn pairs(url: &Url) -> Vec<(String, String)> {
    assert_eq!(url.path(), "/x/p/y");
    assert_eq!(url.fragment(), None);
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert_eq!(pairs.remove(0), ("before".to_owned(), "1".to_owned()));
    assert_eq!(pairs.pop(), Some(("after".to_owned(), "2".to_owned())));
    pairs
}

fn query_pairs(parameter: Parameter, value: Value) -> Vec<(String, String)> {
    pairs(&url((A, json!("p")), Some((parameter, value))))
}

/// The value of `q` before percent-decoding, where that is the only pair.
fn raw(parameter: Parameter, value: Value) -> String {
    let url = url((A, json!("p")), Some((parameter, value)));
    assert_eq!(pairs(&url).len(), 1);
    let query = url.query().unwrap();
    let query = query.strip_prefix("before=1&q=").unwrap();
    query.strip_suffix("&after=2").unwrap().to_owned()
}

fn named(name: &str, values: &[String]) -> Vec<(String, String)> {
    values
        .iter()
        .map(|value| (name.to_owned(), value.clone()))
        .collect()
}

const Q: Parameter = Parameter::query("q");

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(any::<String>(), 1..4)
}

/// Names of properties that brackets can carry and that no other parameter has.
fn members() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = proptest::collection::btree_map("z[^\\[\\]]{0,6}", any::<String>(), 1..4);
    names.prop_map(|members| members.into_iter().collect())
}

fn object(members: &[(String, String)]) -> Value {
    members
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect()
}

proptest! {
    #[test]
    fn a_text_in_the_path_is_one_segment(value in "\\PC+") {
        prop_assume!(value != "." && value != "..");
        let url = url((A, json!(value)), None);
        let segments: Vec<String> = url.path_segments().unwrap().map(decoded).collect();
        prop_assert_eq!(segments, ["x", &value, "y"]);
        prop_assert_eq!(url.query(), Some("before=1&after=2"));
        prop_assert!(url.fragment().is_none());
    }

    #[test]
    fn an_array_in_the_path_is_split_at_its_delimiters_only(values in texts()) {
        prop_assume!(values.iter().all(|value| !value.is_empty() && !value.contains('.')));
        for (style, explode, prefix, delimiter) in [
            (Style::Simple, false, "", ","),
            (Style::Label, false, ".", ","),
            (Style::Label, true, ".", "."),
            (Style::Matrix, false, ";a=", ","),
            (Style::Matrix, true, ";a=", ";a="),
        ] {
            let url = url((A.style(style, explode), json!(values)), None);
            let segments: Vec<&str> = url.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 3);
            let items = segments[1].strip_prefix(prefix).unwrap().split(delimiter);
            prop_assert_eq!(items.map(decoded).collect::<Vec<_>>(), &values[..]);
        }
    }

    #[test]
    fn a_text_in_the_query_is_one_pair(name in "\\PC*", value in any::<String>()) {
        let name: &'static str = name.leak();
        prop_assume!(name != "before" && name != "after");
        let pairs = query_pairs(Parameter::query(name), json!(value));
        prop_assert_eq!(pairs, named(name, &[value]));
    }

    #[test]
    fn an_exploded_array_is_a_pair_an_item(values in texts()) {
        let expected = named("q", &values);
        prop_assert_eq!(query_pairs(Q, json!(values)), expected);
        let deep = query_pairs(Q.style(Style::DeepObject, true), json!(values));
        prop_assert_eq!(deep, named("q[]", &values));
    }

    #[test]
    fn a_list_is_split_at_its_delimiters_only(values in texts()) {
        prop_assume!(values.iter().all(|value| !value.contains([' ', '|'])));
        for (style, delimiter) in [
            (Style::Form, ","),
            (Style::SpaceDelimited, "%20"),
            (Style::PipeDelimited, "%7C"),
        ] {
            let raw = raw(Q.style(style, false), json!(values));
            let items: Vec<String> = raw.split(delimiter).map(decoded).collect();
            prop_assert_eq!(items, &values[..]);
        }
    }

    #[test]
    fn an_exploded_object_is_a_pair_a_property(members in members()) {
        prop_assert_eq!(&query_pairs(Q, object(&members)), &members);
        let deep = query_pairs(Q.style(Style::DeepObject, true), object(&members));
        let expected: Vec<_> = members
            .iter()
            .map(|(name, value)| (format!("q[{name}]"), value.clone()))
            .collect();
        prop_assert_eq!(deep, expected);
    }

    #[test]
    fn json_in_the_query_is_one_pair(members in members()) {
        let value = object(&members);
        let pairs = query_pairs(Q.json(), value.clone());
        prop_assert_eq!(pairs.len(), 1);
        prop_assert_eq!(serde_json::from_str::<Value>(&pairs[0].1).unwrap(), value);
    }

    #[test]
    fn allow_reserved_lets_nothing_break_out(
        values in proptest::collection::vec("[a-f0-9%&=+#;,/?\\[\\]ü |\"<>^`{}\\\\]{0,12}", 1..4)
    ) {
        // What is percent-encoded already is taken for what it stands for, once.
        let parameter = Q.allow_reserved();
        for (sent, value) in query_pairs(parameter, json!(values)).iter().zip(&values) {
            prop_assert_eq!(&sent.0, "q");
            let expected = percent_decode_str(value).decode_utf8_lossy();
            prop_assert_eq!(&sent.1, &expected);
        }
        let raw = raw(Q.style(Style::Form, false).allow_reserved(), json!(values));
        prop_assert_eq!(raw.split(',').count(), values.len());
        prop_assert!(!raw.contains([';', '+', '=', '[', ']', ' ']));
    }

    #[test]
    fn a_form_gives_its_properties_back(members in members(), values in texts()) {
        let mut value = object(&members);
        value.as_object_mut().unwrap().insert("q".to_owned(), json!(values));
        let text = form::encode(&value, &[]).unwrap();
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        let mut expected = members.clone();
        expected.extend(named("q", &values));
        prop_assert_eq!(pairs, expected);
    }

    #[test]
    fn a_header_is_itself_or_an_error(value in any::<String>()) {
        let mut arguments = Arguments::default();
        arguments.set(Parameter::header("X-A"), json!(value));
        let mut headers = http::HeaderMap::new();
        if arguments.headers(&mut headers).is_ok() {
            prop_assert_eq!(headers["x-a"].to_str().unwrap(), value);
        } else {
            prop_assert!(headers.is_empty());
        }
    }

    #[test]
    fn a_cookie_never_ends_early(name in "\\PC{1,6}", value in any::<String>()) {
        let mut arguments = Arguments::default();
        arguments.set(Parameter::cookie("a"), json!({name.clone(): value}));
        arguments.set(Parameter::cookie("b"), json!("1"));
        let text = arguments.cookie().unwrap().unwrap();
        let cookies: Vec<&str> = text.split("; ").collect();
        prop_assert_eq!(cookies.len(), 2);
        prop_assert!(!cookies[0].contains([';', ' ', ',', '"', '\\', '\r', '\n']));
        prop_assert!(cookies[0].is_ascii());
        let (sent_name, sent) = cookies[0].split_once('=').unwrap();
        prop_assert_eq!(decoded(sent_name), name);
        let came = if value.contains('%') && sent == value { sent.to_owned() } else { decoded(sent) };
        prop_assert_eq!(came, value);
    }
}
