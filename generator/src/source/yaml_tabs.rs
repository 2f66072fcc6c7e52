//! Tabs in YAML: those that are separation, which a document may have, and those that would be indentation, which it
//! may not (YAML 1.2.2, sections 6.1 and 6.2).

/// The text with spaces for the tabs in lines that have nothing else or a comment, and behind the dashes of lists;
/// `None` where there are none of these.
pub(super) fn replace(text: &str) -> Option<String> {
    if !text.contains('\t') {
        return None;
    }
    let mut replaced = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t']);
        let blank = line.get(..line.len() - content.len()).unwrap_or_default();
        let is_separation = content.is_empty() || content.starts_with(['\r', '\n', '#']);
        if is_separation {
            replaced.push_str(&blank.replace('\t', " "));
            replaced.push_str(content);
        } else if content.starts_with("-\t") {
            replaced.push_str(blank);
            replaced.push_str(&content.replacen('\t', " ", 1));
        } else {
            replaced.push_str(line);
        }
    }
    (replaced != text).then_some(replaced)
}

/// Whether there is a tab in the blanks at the beginning of the line of `offset`.
pub(super) fn indents_at(text: &str, offset: usize) -> bool {
    let start = text
        .get(..offset)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |before| before + 1);
    let line = text.get(start..).unwrap_or_default();
    line.chars()
        .take_while(|c| matches!(c, ' ' | '\t'))
        .any(|c| c == '\t')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{Pointer, Source};

    #[test]
    fn tabs_that_are_no_indentation_are_read() {
        let text = "openapi:\t3.0.0\t\nx:\n-\t a\n\t# comment\n \t\n-\tb:\tc\ty\t# comment\ny: {\n\tz: [\n\t1]}\nt: |\n  a\n  \tb\n";
        let source = Source::read("a", text.as_bytes()).unwrap();
        assert_eq!(
            source.value(),
            &json!({"openapi": "3.0.0", "x": ["a", {"b": "c\ty"}], "y": {"z": [1]}, "t": "a\n\tb\n"})
        );
        for (pointer, place) in [
            ("/openapi", "a:1:1"),
            ("/x/0", "a:3:4"),
            ("/x/1/b", "a:6:3"),
            ("/y/z/0", "a:9:2"),
            ("/t", "a:10:1"),
        ] {
            assert_eq!(source.place(&Pointer::from(pointer)), place);
        }
    }

    #[test]
    fn tabs_that_are_indentation_are_refused_with_their_line() {
        let message = "there is a tab in the indentation, where YAML has nothing but spaces";
        for (text, place) in [
            ("openapi: 3.0.0\ninfo:\n\ttitle: x\n", "3:1"),
            ("openapi: 3.0.0\ninfo:\n  title: x\n\tversion: y\n", "4:1"),
            ("openapi: 3.0.0\nx:\n\t- a\n", "3:1"),
            ("openapi: 3.0.0\nx: |\n\ta\n", "3:1"),
        ] {
            let error = Source::read("a", text.as_bytes()).unwrap_err().to_string();
            assert_eq!(
                error,
                format!("a:{place}: not valid YAML: {message}"),
                "{text:?}"
            );
        }
    }
}
