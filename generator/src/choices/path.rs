//! Paths of types and derive macros, as the configuration writes them.

/// A path of Rust without arguments, such as `my_types::Money`.
pub(super) struct RustPath {
    /// Whether it begins with `::`.
    is_global: bool,
    /// At least one.
    segments: Vec<String>,
}

/// Why a text is none.
pub(super) enum NoPath {
    /// It has arguments, such as `<u8>`.
    Generic,
    Other,
}

impl RustPath {
    pub(super) fn parse(text: &str) -> Result<Self, NoPath> {
        let path: syn::Path = syn::parse_str(text).map_err(|_| NoPath::Other)?;
        if path.segments.iter().any(|it| !it.arguments.is_none()) {
            return Err(NoPath::Generic);
        }
        Ok(Self {
            is_global: path.leading_colon.is_some(),
            segments: path
                .segments
                .iter()
                .map(|it| it.ident.to_string())
                .collect(),
        })
    }

    /// Whether a path begins with the name of a crate that Rust itself has, or of a place in the client.
    pub(super) fn is_of_rust(first: &str) -> bool {
        ["alloc", "core", "crate", "self", "std", "super"].contains(&first)
    }

    /// What it begins with: the crate, where there are several segments.
    pub(super) fn first(&self) -> &str {
        self.segments.first().map_or("", String::as_str)
    }

    /// What it leads to.
    pub(super) fn last(&self) -> &str {
        self.segments.last().map_or("", String::as_str)
    }

    /// Whether it leads into a crate.
    pub(super) fn has_crate(&self) -> bool {
        self.segments.len() > 1
    }

    /// The text without the blanks and comments that it may have been written with: equal for equal paths.
    pub(super) fn text(&self) -> String {
        let colons = if self.is_global { "::" } else { "" };
        format!("{colons}{}", self.segments.join("::"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_in_one_way() {
        let text = |text: &str| RustPath::parse(text).ok().map(|path| path.text());
        for (written, expected) in [
            ("a::B", Some("a::B")),
            (" a :: B /* x */", Some("a::B")),
            (":: a::b::C", Some("::a::b::C")),
            ("B", Some("B")),
            ("a::B<u8>", None),
            ("a::B; mod x {}", None),
            ("", None),
        ] {
            assert_eq!(text(written).as_deref(), expected, "{written:?}");
        }
    }
}
