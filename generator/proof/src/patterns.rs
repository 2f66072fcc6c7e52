//! Regular expressions (ECMA-262): which ones can be checked, and texts that fulfil them.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Compiled patterns; `None` where the engine refuses one.
#[derive(Default)]
pub(crate) struct Patterns(BTreeMap<String, Option<Validator>>);

impl Patterns {
    /// Whether the engine can take a pattern.
    pub(crate) fn knows(&mut self, pattern: &str) -> bool {
        self.0
            .entry(pattern.to_owned())
            .or_insert_with(|| {
                jsonschema::options()
                    .build(&json!({"pattern": pattern}))
                    .ok()
            })
            .is_some()
    }

    /// Whether a text fulfils a pattern, where that can be said.
    pub(crate) fn fulfils(&self, pattern: &str, text: &str) -> bool {
        match self.0.get(pattern) {
            Some(Some(validator)) => validator.is_valid(&Value::from(text)),
            _ => true,
        }
    }

    /// A text of at least `least` and at most `most` characters that fulfils a pattern, where one is easily found.
    pub(crate) fn text(&self, pattern: &str, least: usize, most: usize) -> Option<String> {
        // How far a repetition without an end is driven.
        let tries = [0, 1, 2, 3, 4, 8, 16, 32, least].into_iter();
        tries
            .filter_map(|extra| Reader::new(pattern, extra).text())
            .find(|text| {
                let length = text.chars().count();
                (least..=most).contains(&length) && self.fulfils(pattern, text)
            })
    }
}

/// Reads a pattern and writes a text as it goes: the first alternative, as few repetitions as allowed plus `extra`
/// where there is no end.
struct Reader {
    rest: Vec<char>,
    place: usize,
    extra: usize,
}

/// The longest text that is made.
const LONGEST: usize = 4096;

impl Reader {
    fn new(pattern: &str, extra: usize) -> Self {
        Self {
            rest: pattern.chars().collect(),
            place: 0,
            extra: extra.min(LONGEST),
        }
    }

    fn text(mut self) -> Option<String> {
        let text = self.alternatives(0)?;
        (self.place == self.rest.len()).then_some(text)
    }

    fn peek(&self) -> Option<char> {
        self.rest.get(self.place).copied()
    }

    fn next(&mut self) -> Option<char> {
        let found = self.peek()?;
        self.place += 1;
        Some(found)
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.place += 1;
        }
        found
    }

    /// `a|b|…`: the first that is not empty, or nothing.
    fn alternatives(&mut self, depth: usize) -> Option<String> {
        if depth > 32 {
            return None;
        }
        let mut chosen = self.sequence(depth)?;
        while self.take('|') {
            let other = self.sequence(depth)?;
            if chosen.is_empty() {
                chosen = other;
            }
        }
        Some(chosen)
    }

    fn sequence(&mut self, depth: usize) -> Option<String> {
        let mut text = String::new();
        while let Some(next) = self.peek() {
            if next == '|' || next == ')' {
                break;
            }
            let atom = self.atom(depth)?;
            let times = self.times()?;
            if text.len() + atom.len() * times > LONGEST {
                return None;
            }
            text.push_str(&atom.repeat(times));
        }
        Some(text)
    }

    fn atom(&mut self, depth: usize) -> Option<String> {
        Some(match self.next()? {
            '^' | '$' => String::new(),
            '.' => "a".to_owned(),
            '[' => self.class()?.to_string(),
            '(' => {
                let mut silent = false;
                if self.take('?') {
                    match self.next()? {
                        ':' => {}
                        // What follows is only looked at; whether it holds shows when the text is checked.
                        '=' | '!' => silent = true,
                        '<' => match self.next()? {
                            '=' | '!' => silent = true,
                            _ => while self.next()? != '>' {},
                        },
                        _ => return None,
                    }
                }
                let inner = self.alternatives(depth + 1)?;
                if !self.take(')') {
                    return None;
                }
                if silent { String::new() } else { inner }
            }
            '\\' => match self.next()? {
                'b' | 'B' => String::new(),
                escaped => self.escaped(escaped)?.to_string(),
            },
            plain => plain.to_string(),
        })
    }

    fn escaped(&mut self, escaped: char) -> Option<char> {
        Some(match escaped {
            'd' => '1',
            'w' | 'D' | 'S' => 'a',
            's' => ' ',
            'W' => '-',
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'x' => self.hexadecimal(2)?,
            'u' => self.hexadecimal(4)?,
            'p' | 'P' => {
                if self.take('{') {
                    while self.next()? != '}' {}
                }
                if escaped == 'p' { 'a' } else { '-' }
            }
            plain => plain,
        })
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + self.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }

    /// `[a-z…]` or `[^…]`: a character of it, rather a letter or digit.
    fn class(&mut self) -> Option<char> {
        let negated = self.take('^');
        let mut ranges: Vec<(char, char)> = Vec::new();
        loop {
            let start = match self.next()? {
                ']' => break,
                '\\' => {
                    let escaped = self.next()?;
                    match escaped {
                        'd' => ranges.push(('0', '9')),
                        'w' => ranges.extend([('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')]),
                        's' => ranges.push((' ', ' ')),
                        'S' | 'D' => ranges.push(('a', 'z')),
                        _ => {}
                    }
                    if "dwsSD".contains(escaped) {
                        continue;
                    }
                    self.escaped(escaped)?
                }
                plain => plain,
            };
            if self.peek() == Some('-') && self.rest.get(self.place + 1) != Some(&']') {
                self.place += 1;
                let end = match self.next()? {
                    '\\' => {
                        let escaped = self.next()?;
                        self.escaped(escaped)?
                    }
                    plain => plain,
                };
                ranges.push((start, end));
            } else {
                ranges.push((start, start));
            }
        }
        let holds = |wanted: char| {
            let within = ranges.iter().any(|(a, z)| (*a..=*z).contains(&wanted));
            within != negated
        };
        ('a'..='z')
            .chain('A'..='Z')
            .chain('0'..='9')
            .chain(' '..='~')
            .find(|candidate| holds(*candidate))
            .or_else(|| ranges.first().map(|(start, _)| *start))
    }

    /// How often the atom before stands.
    fn times(&mut self) -> Option<usize> {
        let times = match self.peek() {
            Some('*') => self.extra,
            Some('+') => self.extra.max(1),
            Some('?') => usize::from(self.extra > 0),
            Some('{') => return self.counted(),
            _ => return Some(1),
        };
        self.place += 1;
        self.take('?');
        Some(times)
    }

    fn counted(&mut self) -> Option<usize> {
        let start = self.place;
        self.place += 1;
        let least = self.digits();
        let most = if self.take(',') { self.digits() } else { least };
        let open = most.is_none();
        if !self.take('}') || least.is_none() {
            // A brace that counts nothing stands for itself.
            self.place = start;
            return Some(1);
        }
        self.take('?');
        let least = least?;
        let wanted = least.max(self.extra);
        Some(if open { wanted } else { wanted.min(most?) })
    }

    fn digits(&mut self) -> Option<usize> {
        let mut text = String::new();
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            text.push(digit);
            self.place += 1;
        }
        text.parse().ok()
    }
}
