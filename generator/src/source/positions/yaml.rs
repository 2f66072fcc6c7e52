//! Positions in YAML.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Marker, Parser};

use super::{Positions, builder::Builder};
use crate::source::Position;

/// Indexes `text`, which may be wrong; what stands before the first mistake is found.
pub(in crate::source) fn scan(text: &str) -> Positions {
    let mut builder = Builder::new();
    let mut anchors = BTreeMap::new();
    // The parser refuses tabs that the reader of values takes. No position depends on which of the two it is.
    let text = text.replace('\t', " ");
    for event in Parser::new_from_str(&text) {
        let Ok((event, span)) = event else { break };
        let position = position(span.start);
        match event {
            Event::Scalar(text, _, anchor, _) => {
                // Numbers of anchors begin with 1.
                if anchor != 0 {
                    anchors.insert(anchor, Anchored::Scalar(text.clone()));
                }
                builder.scalar(text, position);
            }
            Event::SequenceStart(anchor, _) => {
                anchors.insert(anchor, Anchored::Node(builder.begin_array(position)));
            }
            Event::MappingStart(anchor, _) => {
                anchors.insert(anchor, Anchored::Node(builder.begin_object(position)));
            }
            Event::SequenceEnd | Event::MappingEnd => builder.end(),
            Event::Alias(anchor) => match anchors.get(&anchor) {
                Some(Anchored::Node(node)) => builder.alias(*node, position),
                Some(Anchored::Scalar(text)) => builder.scalar(text.clone(), position),
                None => builder.scalar("", position),
            },
            Event::DocumentEnd | Event::StreamEnd => break,
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
        }
    }
    builder.finish()
}

/// What an alias can stand for: a node of the index, or the text of a key or leaf.
enum Anchored<Text> {
    Node(usize),
    Scalar(Text),
}

/// The parser counts columns from 0.
pub(in crate::source) fn position(marker: Marker) -> Position {
    Position {
        line: marker.line(),
        column: marker.col() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Pointer;

    fn place(text: &str, pointer: &str) -> Option<String> {
        scan(text)
            .find(&Pointer::from(pointer))
            .map(|position| position.to_string())
    }

    #[test]
    fn keys_and_elements_are_found_in_block_and_flow_style() {
        let text = "# comment\nü:\n  - x: {200: [1, 2]}\n  -\n  - |\n    long\n'b': \"c\"\n";
        assert_eq!(place(text, "").unwrap(), "2:1");
        assert_eq!(place(text, "/ü").unwrap(), "2:1");
        assert_eq!(place(text, "/ü/0").unwrap(), "3:5");
        assert_eq!(place(text, "/ü/0/x").unwrap(), "3:5");
        assert_eq!(place(text, "/ü/0/x/200").unwrap(), "3:9");
        assert_eq!(place(text, "/ü/0/x/200/1").unwrap(), "3:18");
        assert_eq!(place(text, "/b").unwrap(), "7:1");
        assert_eq!(place(text, "/ü/3"), None);
    }

    #[test]
    fn an_alias_stands_at_its_own_place_and_its_parts_where_they_are_written() {
        let text = "a: &a\n  b: 1\nc: *a\n&k d: 1\ne:\n  *k : 2\n";
        assert_eq!(place(text, "/c").unwrap(), "3:1");
        assert_eq!(place(text, "/c/b").unwrap(), "2:3");
        assert_eq!(place(text, "/e/d").unwrap(), "6:3");
    }

    #[test]
    fn merged_members_are_found_where_they_are_written() {
        let text = "a: &a {x: 1, y: 2}\nb: &b\n  z: 3\nc:\n  <<: [*a, *b]\n  x: 4\nd:\n  <<: {w: {v: 1}}\n";
        assert_eq!(place(text, "/c/x").unwrap(), "6:3");
        assert_eq!(place(text, "/c/y").unwrap(), "1:14");
        assert_eq!(place(text, "/c/z").unwrap(), "3:3");
        assert_eq!(place(text, "/d/w/v").unwrap(), "8:12");
        assert_eq!(place(text, "/c/w"), None);
    }

    #[test]
    fn a_mapping_that_merges_itself_ends_the_search() {
        assert_eq!(place("a: &a\n  <<: *a\n", "/a/x"), None);
        assert_eq!(place("a: &a\n  <<: [*a]\n", "/a/x"), None);
    }

    #[test]
    fn a_list_as_a_key_keeps_keys_and_values_in_step() {
        assert_eq!(place("? [a, b]\n: 1\nc: 2\n", "/c").unwrap(), "3:1");
    }
}
