// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::fmt;

/// Where in a JSON value something is, such as `$.files[2].name`. It is built from the inside out, while an error
/// travels up, so that reading without errors costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Path(Vec<Segment>);

#[derive(Debug)]
enum Segment {
    Key(String),
    Index(usize),
}

impl Path {
    /// Steps out of a property.
    pub(crate) fn leave_key(&mut self, name: &str) {
        self.0.push(Segment::Key(name.to_owned()));
    }

    /// Steps out of an array's item.
    pub(crate) fn leave_index(&mut self, index: usize) {
        self.0.push(Segment::Index(index));
    }

    /// Whether the value itself is meant.
    pub(crate) fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        for segment in self.0.iter().rev() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(name) if is_plain(name) => write!(f, ".{name}")?,
                Segment::Key(name) => write!(f, "[{name:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
