//! Every row of the style tables of the OpenAPI Specification (3.0.4, section 4.7.12, and 3.1.1, section 4.8.12: "Style
//! Examples"), in each place that has the style. What the tables do not say stands here as it was decided; the column
//! `from` tells which is which.
//!
//! `cargo test -p client-runtime style_tables -- --nocapture` prints what is expected and what is sent.

use serde_json::{Value, json};

use super::sent;
use crate::runtime::error::InputError;
use crate::runtime::parameter::Place::{self, Cookie, Header, Path, Query};
use crate::runtime::parameter::Style::{
    self, DeepObject, Form, Label, Matrix, PipeDelimited, Simple, SpaceDelimited,
};
use crate::runtime::parameter::{Encoding, Parameter};

/// Nothing is sent.
const NOTHING: &str = "(nothing)";
/// [`InputError::EmptyPathParameter`].
const EMPTY: &str = "(error: empty)";

/// The columns: undefined, the empty string, string, array, object, the empty array, the empty object.
const SHAPES: [&str; 7] = ["undefined", "\"\"", "string", "array", "object", "[]", "{}"];

fn values() -> [Value; 7] {
    [
        Value::Null,
        json!(""),
        json!("blue"),
        json!(["blue", "black", "brown"]),
        json!({"R": 100, "G": 200, "B": 150}),
        json!([]),
        json!({}),
    ]
}

type Row = (Place, Style, bool, [&'static str; 7]);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (Path, Matrix, false, [";color", ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150", ";color", ";color"]),
    (Path, Matrix, true, [";color", ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150", ";color", ";color"]),
    (Path, Label, false, [".", ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150", ".", "."]),
    (Path, Label, true, [".", ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150", ".", "."]),
    // The table has the empty text, which is no segment.
    (Path, Simple, false, [EMPTY, EMPTY, "blue", "blue,black,brown", "R,100,G,200,B,150", EMPTY, EMPTY]),
    (Path, Simple, true, [EMPTY, EMPTY, "blue", "blue,black,brown", "R=100,G=200,B=150", EMPTY, EMPTY]),
    (Header, Simple, false, ["", "", "blue", "blue,black,brown", "R,100,G,200,B,150", NOTHING, NOTHING]),
    (Header, Simple, true, ["", "", "blue", "blue,black,brown", "R=100,G=200,B=150", NOTHING, NOTHING]),
    (Query, Form, false, ["color=", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150", NOTHING, NOTHING]),
    (Query, Form, true, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    (Cookie, Form, false, ["color=", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150", NOTHING, NOTHING]),
    // The table joins by `&`, which Appendix D calls wrong for cookies.
    (Cookie, Form, true, ["color=", "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150", NOTHING, NOTHING]),
    (Query, SpaceDelimited, false, ["color=", "color=", "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150", NOTHING, NOTHING]),
    (Query, SpaceDelimited, true, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    (Query, PipeDelimited, false, ["color=", "color=", "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150", NOTHING, NOTHING]),
    (Query, PipeDelimited, true, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    (Query, DeepObject, false, ["color=null", "color=", "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", NOTHING, NOTHING]),
    (Query, DeepObject, true, ["color=null", "color=", "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", NOTHING, NOTHING]),
];

#[test]
fn every_row_of_the_style_tables_is_sent_as_it_says() {
    println!(
        "{:<6} {:<14} {:<7} {:<5} {:<9} | {:<52} | sent",
        "in", "style", "explode", "from", "value", "expected"
    );
    let mut wrong = Vec::new();
    for (place, style, explode, expected) in ROWS {
        let parameter = Parameter {
            place: *place,
            name: "color",
            encoding: Encoding::Style {
                style: *style,
                explode: *explode,
                allow_reserved: false,
            },
        };
        for ((shape, value), expected) in SHAPES.iter().zip(values()).zip(expected) {
            let sent = shown(sent(parameter, &value));
            let line = format!(
                "{:<6} {:<14} {explode:<7} {:<5} {shape:<9} | {expected:<52} | {sent}",
                format!("{place:?}").to_lowercase(),
                openapi_name(*style),
                if is_in_tables(*place, *style, *explode, shape) {
                    "table"
                } else {
                    "ours"
                },
            );
            println!("{line}");
            if sent != *expected {
                wrong.push(line);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the tables say what is sent, and do not call it "n/a" or leave out the shape.
fn is_in_tables(place: Place, style: Style, explode: bool, shape: &str) -> bool {
    match (place, style, shape) {
        (_, _, "\"\"" | "[]" | "{}") => false,
        (_, SpaceDelimited | PipeDelimited, "array" | "object") => !explode,
        (_, SpaceDelimited | PipeDelimited, _) => false,
        (_, DeepObject, shape) => explode && shape == "object",
        (Path, Simple, "undefined") => false,
        (Cookie, Form, "array" | "object") => !explode,
        _ => true,
    }
}

fn shown(sent: Result<Option<String>, InputError>) -> String {
    match sent {
        Ok(Some(text)) => text,
        Ok(None) => NOTHING.to_owned(),
        Err(InputError::EmptyPathParameter { .. }) => EMPTY.to_owned(),
        Err(other) => other.to_string(),
    }
}

/// The style as documents write it.
fn openapi_name(style: Style) -> String {
    let name = format!("{style:?}");
    let (first, rest) = name.split_at(1);
    format!("{}{rest}", first.to_lowercase())
}
