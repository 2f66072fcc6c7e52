//! JSON Lines.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::runtime::error::BodyProblem;
use crate::runtime::stream::JsonLines;

#[test]
fn values_are_read_line_by_line_wherever_chunks_end() {
    let one_and_two = [json!({"n": 1}), json!("zwölf")];
    for text in [
        "{\"n\":1}\n\"zwölf\"\n",
        "{\"n\":1}\n\"zwölf\"",
        "{\"n\":1}\r\n\"zwölf\"\r\n",
        "\n\n{\"n\":1}\n \t\r\n\n  \"zwölf\"  \n\n",
        "\u{feff}{\"n\":1}\n\"zwölf\"\n",
        // RFC 7464
        "\u{1e}{\"n\":1}\n\u{1e}\"zwölf\"\n",
        "\u{1e}\u{1e}{\"n\":1}\n\n\u{1e}\"zwölf\"",
    ] {
        for cut in cuts(text.as_bytes()) {
            let read: Vec<Value> = all(JsonLines::new(body(&cut), LIMIT))
                .into_iter()
                .map(Result::unwrap)
                .collect();
            assert_eq!(read, one_and_two, "{text:?}, cut as {cut:?}");
        }
    }
    assert!(all(JsonLines::<Value>::new(body([""]), LIMIT)).is_empty());
}

#[test]
fn a_line_that_does_not_fit_is_an_error_and_the_stream_goes_on() {
    let mut lines = JsonLines::<i64>::new(body(["1\n\"x\"\n[DONE]\n\"\\xff\n2\n"]), LIMIT);
    assert_eq!(next(&mut lines).unwrap().unwrap(), 1);
    match next(&mut lines) {
        Some(Err(StreamError::Body {
            problem: BodyProblem::Mismatch { .. },
            event: None,
            data,
        })) => assert_eq!(data, "\"x\""),
        other => panic!("{other:?}"),
    }
    for _ in 0..2 {
        match next(&mut lines) {
            Some(Err(StreamError::Body {
                problem: BodyProblem::NotJson { .. },
                ..
            })) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(all(lines).remove(0).unwrap(), 2);
}

#[test]
fn a_line_that_is_cut_off_is_an_error() {
    let items = all(JsonLines::<Value>::new(body(["1\n{\"a\":"]), LIMIT));
    assert!(
        matches!(&items[..], [Ok(_), Err(StreamError::Body { data, .. })] if data == "{\"a\":"),
        "{items:?}"
    );
    let items = all(JsonLines::<Value>::new(
        broken(&["1\n2"], Kind::Exchange),
        LIMIT,
    ));
    assert!(
        matches!(&items[..], [Ok(_), Err(StreamError::Transport(_))]),
        "{items:?}"
    );
}

#[test]
fn a_line_beyond_the_limit_is_an_error_and_the_end() {
    for cut in cuts(b"123\n1234\n1\n") {
        let items = all(JsonLines::<i64>::new(body(cut), 3));
        assert!(
            matches!(
                items[..],
                [Ok(123), Err(StreamError::TooLarge { limit: 3 })]
            ),
            "{items:?}"
        );
    }
}

proptest! {
    #[test]
    fn what_is_written_as_lines_is_read_again(
        numbers in prop::collection::vec(any::<i64>(), 0..20),
        length in 1_usize..9,
    ) {
        let text: String = numbers.iter().map(|number| format!("{number}\n")).collect();
        let read: Vec<i64> = all(JsonLines::new(body(text.as_bytes().chunks(length)), LIMIT))
            .into_iter()
            .map(Result::unwrap)
            .collect();
        prop_assert_eq!(read, numbers);
    }
}
