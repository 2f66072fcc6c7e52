//! Every row of the style tables of the OpenAPI Specification (3.0.4, section 4.7.12, and 3.1.1, section 4.8.12: "Style
//! Examples"), in each place that has the style. What the tables call "n/a" stands here as it was decided.
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

/// Where a row comes from.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// The tables.
    Table,
    /// "n/a" in the tables, and so our own decision.
    Ours,
}
use Source::{Ours, Table};

/// Nothing is sent.
const NOTHING: &str = "(nothing)";
/// [`InputError::EmptyPathParameter`].
const EMPTY: &str = "(error: empty)";
/// [`InputError::DotSegment`].
const DOT: &str = "(error: dot segment)";

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

type Row = (Place, Style, bool, Source, [&'static str; 7]);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (Path, Matrix, false, Table, [";color", ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150", ";color", ";color"]),
    (Path, Matrix, true, Table, [";color", ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150", ";color", ";color"]),
    // A label of nothing is the segment `.`, which URLs cannot carry.
    (Path, Label, false, Table, [DOT, DOT, ".blue", ".blue,black,brown", ".R,100,G,200,B,150", DOT, DOT]),
    (Path, Label, true, Table, [DOT, DOT, ".blue", ".blue.black.brown", ".R=100.G=200.B=150", DOT, DOT]),
    // The table has the empty text, which is no segment.
    (Path, Simple, false, Table, [EMPTY, EMPTY, "blue", "blue,black,brown", "R,100,G,200,B,150", EMPTY, EMPTY]),
    (Path, Simple, true, Table, [EMPTY, EMPTY, "blue", "blue,black,brown", "R=100,G=200,B=150", EMPTY, EMPTY]),
    (Header, Simple, false, Table, ["", "", "blue", "blue,black,brown", "R,100,G,200,B,150", NOTHING, NOTHING]),
    (Header, Simple, true, Table, ["", "", "blue", "blue,black,brown", "R=100,G=200,B=150", NOTHING, NOTHING]),
    (Query, Form, false, Table, ["color=", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150", NOTHING, NOTHING]),
    (Query, Form, true, Table, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    (Cookie, Form, false, Table, ["color=", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150", NOTHING, NOTHING]),
    // The table joins by `&`, which Appendix D calls wrong for cookies.
    (Cookie, Form, true, Ours, ["color=", "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150", NOTHING, NOTHING]),
    // Of these, the tables have array and object, not exploded.
    (Query, SpaceDelimited, false, Table, ["color=", "color=", "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150", NOTHING, NOTHING]),
    (Query, SpaceDelimited, true, Ours, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    (Query, PipeDelimited, false, Table, ["color=", "color=", "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150", NOTHING, NOTHING]),
    (Query, PipeDelimited, true, Ours, ["color=", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150", NOTHING, NOTHING]),
    // Of this, the tables have the object, exploded.
    (Query, DeepObject, false, Ours, ["color=", "color=", "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", NOTHING, NOTHING]),
    (Query, DeepObject, true, Table, ["color=", "color=", "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", NOTHING, NOTHING]),
];

#[test]
fn every_row_of_the_style_tables_is_sent_as_it_says() {
    println!(
        "{:<6} {:<14} {:<7} {:<5} {:<9} | {:<52} | sent",
        "in", "style", "explode", "from", "value", "expected"
    );
    let mut wrong = Vec::new();
    for (place, style, explode, source, expected) in ROWS {
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
                format!("{:?}", source_of(*source, *style, shape)).to_lowercase(),
            );
            println!("{line}");
            if sent != *expected {
                wrong.push(line);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The styles that the tables know for some shapes only, and the shapes that the tables do not have.
fn source_of(row: Source, style: Style, shape: &str) -> Source {
    match (style, shape) {
        (_, "\"\"" | "[]" | "{}") => Ours,
        (SpaceDelimited | PipeDelimited, "undefined" | "string") => Ours,
        (DeepObject, "undefined" | "string" | "array") => Ours,
        _ => row,
    }
}

fn shown(sent: Result<Option<String>, InputError>) -> String {
    match sent {
        Ok(Some(text)) => text,
        Ok(None) => NOTHING.to_owned(),
        Err(InputError::EmptyPathParameter { .. }) => EMPTY.to_owned(),
        Err(InputError::DotSegment { .. }) => DOT.to_owned(),
        Err(other) => other.to_string(),
    }
}

/// The style as documents write it.
fn openapi_name(style: Style) -> String {
    let name = format!("{style:?}");
    let (first, rest) = name.split_at(1);
    format!("{}{rest}", first.to_lowercase())
}
