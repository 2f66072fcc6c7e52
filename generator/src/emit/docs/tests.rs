use super::*;
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

/// Texts that were a doc test, HTML or a dangerous link to one parser or another.
const HOSTILE: &[&str] = &[
    "- [x]     panic!(\"pwned\");",
    "1. [ ]\tpanic!()",
    "> - [x]     x",
    "[^a]: ```\n    panic!(\"pwned\");\n    ```\n\nsee [^a]",
    "```\u{a0}text\nx\n```",
    "- [ ] ```\n  b\n  ```",
    "<pre>\n```rust\npanic!()\n```\n</pre>",
    " *\t  <pre>",
    "    indented();",
    "a\n\n\tindented by a tab",
    "- a\n\n      deep",
    ">     quoted",
    "~~~\nno end",
    "`<img src=x onerror=pwn()>\n`",
    "a `\n`<b>`",
    "| `a | <b>` |\n|---|---|\n| `x | <img src=x>` |",
    "[a]: javascript:pwn()\n\n[a]",
    "[a](javascript:pwn()) [a](\tjavascript:x) ![x](https://a.example/x.png) <javascript:pwn()>",
    "\\`<b>` \\\\<b> `` ` <b>",
    "</div><script>x</script>",
];

#[test]
fn a_code_block_is_text_whatever_it_says() {
    assert_eq!(
        lines("```\nlet x = 1;\n```"),
        ["```text", "let x = 1;", "```"]
    );
    assert_eq!(lines("~~~rust,no_run\nx\n~~~"), ["```text", "x", "```"]);
    assert_eq!(
        lines("a\n\n    let x;\n\nb"),
        ["a", "", "```text", "let x;", "", "```", "b"]
    );
    assert_eq!(
        lines("- a\n\n  ```sh\n  x\n  ```"),
        ["- a", "", "```text", "  x", "```"]
    );
    assert_eq!(
        lines("- ```\n  b\n  ```\nc"),
        ["```text", "  b", "```", "c"]
    );
    assert_eq!(lines("```json\n{"), ["```text", "{", "```"]);
    assert_eq!(lines("````\n```\n````"), ["```text", "'''", "```"]);
}

#[test]
fn html_is_shown_and_links_lead_to_the_web() {
    assert_eq!(lines("a <b>c</b>"), ["a \\<b>c\\</b>"]);
    assert_eq!(lines("`Vec<T>` is < 3"), ["`Vec<T>` is \\< 3"]);
    assert_eq!(lines("an `unclosed <b>"), ["an \\`unclosed \\<b>"]);
    assert_eq!(
        lines("[a](https://a.example) [b](x)"),
        ["[a](https://a.example) [b]\\(x)"]
    );
    assert_eq!(lines("[a]: x"), ["[a]\\: x"]);
}

#[test]
fn lists_keep_their_shape_as_far_as_it_is_safe() {
    assert_eq!(lines("- a\n  - b\n    more"), ["- a", "  - b", "   more"]);
}

#[test]
fn a_text_within_a_line_is_one_line() {
    assert_eq!(inline(" a\n\n```\nb "), "a \\`\\`\\` b");
    assert_eq!(first_line("\n a `b\n c`"), "a \\`b");
    assert_eq!(first_line("```\nx\n```"), "");
}

#[test]
fn characters_that_turn_the_direction_of_text_are_dropped() {
    assert_eq!(lines("a\u{202E}b\u{0}c\rd"), ["ab c d"]);
}

#[test]
fn long_lines_are_wrapped_outside_of_code_and_tables() {
    let long = "word ".repeat(40);
    assert!(lines(&long).iter().all(|line| line.len() <= WIDTH));
    assert_eq!(lines(&format!("| {long} |")).len(), 1);
    assert_eq!(lines(&format!("a `{}`", long.trim())).len(), 1);
}

/// rustdoc itself is asked, because its parser is not the one that the other tests use.
#[test]
fn rustdoc_finds_no_doc_test_in_hostile_text() {
    let mut code = String::new();
    for (index, text) in HOSTILE.iter().enumerate() {
        for line in lines(text)
            .into_iter()
            .chain([format!("- x: {}", first_line(text)), inline(text)])
        {
            code.push_str(&format!("/// {line}\n"));
        }
        code.push_str(&format!("pub struct Hostile{index};\n"));
    }
    // One that is there, so that finding none means something.
    code.push_str("/// ```\n/// let x = 1;\n/// ```\npub struct Harmless;\n");
    let file = std::env::temp_dir().join(format!("hostile-docs-{}.rs", std::process::id()));
    std::fs::write(&file, code).unwrap();
    let output = std::process::Command::new("rustdoc")
        .arg("--test")
        .arg(&file)
        .args(["--crate-name", "hostile", "--test-args", "--list"])
        .output()
        .unwrap();
    std::fs::remove_file(&file).unwrap();
    let listed = String::from_utf8_lossy(&output.stdout);
    let tests: Vec<&str> = listed
        .lines()
        .filter(|line| line.ends_with(": test"))
        .collect();
    assert!(
        tests.len() == 1 && tests[0].contains("Harmless"),
        "{listed}"
    );
}

/// What is wrong with a text as a parser with these options sees it.
fn danger(text: &str, options: Options) -> Option<String> {
    Parser::new_ext(text, options).find_map(|event| {
        let is_safe = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => &**info == "text",
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                *link_type == LinkType::Inline && dest_url.to_ascii_lowercase().starts_with("http")
                    || dest_url.to_ascii_lowercase().starts_with("mailto:")
            }
            _ => true,
        };
        (!is_safe).then(|| format!("{event:?}"))
    })
}

fn assert_safe(text: &str) {
    let shown = [
        lines(text).join("\n"),
        format!("x: {}", first_line(text)),
        inline(text),
    ];
    for options in [Options::empty(), Options::all() - Options::ENABLE_MATH] {
        for shown in &shown {
            assert_eq!(danger(shown, options), None, "{text:?} became {shown:?}");
        }
    }
}

#[test]
fn no_parser_finds_danger_in_hostile_text() {
    for text in HOSTILE {
        assert_safe(text);
    }
}

proptest! {
    #[test]
    fn no_text_becomes_a_doc_test_html_or_a_dangerous_link(
        text in "([ \\t>*-]{0,6}(```|~~~|`|``|<pre>|</pre>|<!--|\\[\\^a\\]:|\\[\\^a\\]|\\[a\\]: |\\[a\\]|\\[ \\] |\\]\\(x:y\\)|!\\[|\\||--|rust|x|1\\. |\\\\| ){0,5}\\n){0,8}"
    ) {
        assert_safe(&text);
    }
}
