//! What stands in the documentation of generated code, whatever the document says.

use crate::fixture::{Fixture, is_own};

/// The text of all doc comments of a file, one line each.
fn documentation(code: &str) -> Vec<&str> {
    code.lines()
        .filter_map(|line| {
            let line = line.trim_start();
            line.strip_prefix("///")
                .or_else(|| line.strip_prefix("//!"))
        })
        .collect()
}

/// Whether a line of documentation opens or closes a code block, also inside lists and quotations.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let line = line.trim_start_matches(['.', ')', ' ']);
    let rest = line.trim_start_matches('`');
    let is_fence = line.len() - rest.len() >= 3 && !rest.contains('`');
    let tildes = line.trim_start_matches('~');
    match (is_fence, line.len() - tildes.len() >= 3) {
        (true, _) => Some(rest),
        (_, true) => Some(tildes),
        _ => None,
    }
}

#[test]
fn every_code_block_is_text_or_the_quick_start() {
    for fixture in Fixture::all("positive") {
        for file in fixture.generated().files.iter().filter(|file| is_own(file)) {
            let place = format!("{} of {}", file.path, fixture.name);
            let mut quick_starts = 0;
            let mut in_block = false;
            for line in documentation(&file.contents) {
                let Some(info) = fence(line) else { continue };
                in_block = !in_block;
                if in_block {
                    quick_starts += usize::from(info == "no_run");
                    assert!(info == "text" || info == "no_run", "{line:?} in {place}");
                }
            }
            assert!(!in_block, "a code block has no end in {place}");
            assert_eq!(
                quick_starts,
                usize::from(file.path == "src/lib.rs"),
                "{place}"
            );
        }
    }
}

#[test]
fn generated_code_has_no_character_that_turns_the_direction_of_text() {
    for fixture in Fixture::all("positive") {
        for file in fixture.generated().files {
            let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            assert!(
                !file.contents.contains(turns),
                "{} of {}",
                file.path,
                fixture.name
            );
        }
    }
}

#[test]
fn every_file_stays_inside_the_crate() {
    for fixture in Fixture::all("positive") {
        for file in fixture.generated().files {
            let plain = |part: &str| {
                let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
                !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain)
            };
            assert!(file.path.split('/').all(plain), "{:?}", file.path);
        }
    }
}

#[test]
fn every_file_says_in_its_first_line_that_it_is_generated() {
    for fixture in Fixture::all("positive") {
        for file in fixture.generated().files {
            let first = file.contents.lines().next().unwrap();
            assert!(
                first.contains(generator::MARKER),
                "{} of {}",
                file.path,
                fixture.name
            );
        }
    }
}
