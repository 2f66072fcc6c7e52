//! What there is to tell about a document that cannot be read, in parts.

use std::fmt;

use super::{FilePlace, ReferenceProblem, SourceError};
use crate::diagnostics::{Code, Pointer};

/// The sentence of an error alone.
struct Message<'error>(&'error SourceError);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            // The places are told beside it.
            SourceError::Conflict { pointer, .. } => write!(
                f,
                "two sources differ in {pointer}: make them equal, or leave one of them out"
            ),
            error => error.fmt_message(f),
        }
    }
}

impl SourceError {
    /// What kind it is.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Reference { problem, .. } => match **problem {
                ReferenceProblem::Limit(_) => Code::LimitExceeded,
                _ => Code::UnresolvedReference,
            },
            _ => Code::InvalidDocument,
        }
    }

    /// What is wrong and what to do, without [the place](Self::place) that its text begins with.
    #[must_use]
    pub fn message(&self) -> String {
        Message(self).to_string()
    }

    /// Where it is: in a conflict of two sources, in the second one. `None` where there is no source at all.
    #[must_use]
    pub fn place(&self) -> Option<FilePlace> {
        match self {
            Self::Empty { name, .. }
            | Self::NotUtf8 { name, .. }
            | Self::Utf16 { name }
            | Self::Html { name }
            | Self::NotOpenApi { name, .. }
            | Self::NoDocumentInPage { name, .. }
            | Self::Unrecognized { name } => Some(FilePlace::file(name)),
            Self::Invalid { place, .. }
            | Self::UnclosedBlock { place }
            | Self::Reference { place, .. } => Some(place.clone()),
            Self::SeveralDocumentsInPage { places } | Self::Conflict { places, .. } => {
                let [_, second] = &**places;
                Some(second.clone())
            }
            Self::NothingToMerge => None,
        }
    }

    /// The part of the document that it is about, if it was read so far.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            Self::Conflict { pointer, .. } | Self::Reference { pointer, .. } => Some(pointer),
            _ => None,
        }
    }

    /// The other places that it is about, and what is there.
    #[must_use]
    pub fn related(&self) -> Vec<(FilePlace, String)> {
        let one = |place: &FilePlace, message: &str| vec![(place.clone(), message.to_owned())];
        match self {
            Self::Invalid {
                earlier: Some(earlier),
                ..
            } => one(earlier, "the first one is here"),
            Self::SeveralDocumentsInPage { places } => {
                let [first, _] = &**places;
                one(first, "the first one is here")
            }
            Self::Conflict { places, .. } => {
                let [first, _] = &**places;
                one(first, "the other source has it here")
            }
            Self::Reference { problem, .. } => match &**problem {
                ReferenceProblem::NothingThere {
                    nearest,
                    alike: Some(alike),
                    ..
                } => one(nearest, &format!("`{alike}` is here")),
                ReferenceProblem::NothingThere { nearest, .. } => {
                    one(nearest, "what comes nearest is here")
                }
                ReferenceProblem::Invalid(error) => {
                    let place = error.place().map(|place| (place, error.message()));
                    place.into_iter().chain(error.related()).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{FilePlace, Source, SourceError};

    fn source(name: &str, text: &str) -> Result<Source, SourceError> {
        Source::read(name, text.as_bytes())
    }

    /// The place and what is marked there.
    fn marked(place: &FilePlace) -> (String, String) {
        let excerpt = place.excerpt.as_ref().unwrap();
        let mark = excerpt.line[excerpt.mark.clone()].to_owned();
        (place.to_string(), mark)
    }

    #[track_caller]
    fn check(error: &SourceError, place: (&str, &str), related: &[(&str, &str, &str)]) {
        let own = marked(&error.place().unwrap());
        assert_eq!((own.0.as_str(), own.1.as_str()), place);
        let others: Vec<(String, String, String)> = error
            .related()
            .into_iter()
            .map(|(place, message)| {
                let (place, mark) = marked(&place);
                (place, mark, message)
            })
            .collect();
        let others: Vec<(&str, &str, &str)> = others
            .iter()
            .map(|(place, mark, message)| (place.as_str(), mark.as_str(), message.as_str()))
            .collect();
        assert_eq!(others, related);
    }

    #[test]
    fn a_mistake_of_the_text_has_its_line_also_in_a_page() {
        let error = source("a.json", "{\n  \"openapi\": 3 x\n}").unwrap_err();
        check(&error, ("a.json:2:16", "x"), &[]);
        assert_eq!(
            error.to_string(),
            format!("a.json:2:16: {}", error.message())
        );
        let page = "# API\n\n> ```yaml\n> openapi: 3.0.0\n> a: 1\n> a: 2\n> ```\n";
        let error = source("a.md", page).unwrap_err();
        check(
            &error,
            ("a.md:6:3", "a"),
            &[("a.md:5:3", "a", "the first one is here")],
        );
    }

    #[test]
    fn the_code_blocks_of_a_page_are_places() {
        let block = "~~~yaml\nopenapi: 3.0.0\n";
        let two = format!("{block}~~~\n\n{block}~~~\n");
        let error = source("a.md", &two).unwrap_err();
        check(
            &error,
            ("a.md:5:1", "~~~yaml"),
            &[("a.md:1:1", "~~~yaml", "the first one is here")],
        );
        let error = source("a.md", &format!("Text.\n\n{block}")).unwrap_err();
        check(&error, ("a.md:3:1", "~~~yaml"), &[]);
    }

    #[test]
    fn a_conflict_of_two_sources_is_in_both() {
        let one = |name, version| {
            source(
                name,
                &format!("openapi: 3.0.0\ninfo: {{version: {version}}}\n"),
            )
            .unwrap()
        };
        let error = Source::merge(vec![one("a.yaml", 1), one("b.yaml", 2)]).unwrap_err();
        check(
            &error,
            ("b.yaml:2:1", "info"),
            &[("a.yaml:2:1", "info", "the other source has it here")],
        );
        assert_eq!(error.pointer().unwrap().as_str(), "/info");
    }

    #[test]
    fn a_reference_that_fails_has_the_place_where_it_leads() {
        let bundled = |reference: &str| {
            let text = format!("openapi: 3.0.0\npaths:\n  /a: {{$ref: '{reference}'}}\n");
            source("a.yaml", &text)
                .unwrap()
                .with_references(&mut |location| match location.to_string().as_str() {
                    "b.yaml" => Ok(b"get:\n\tx: 1\n".to_vec()),
                    _ => Ok(b"items: {things: {}}\n".to_vec()),
                })
                .unwrap_err()
        };
        let place = ("a.yaml:3:8", "$ref");
        let error = bundled("b.yaml");
        let message =
            "not valid YAML: there is a tab in the indentation, where YAML has nothing but spaces";
        check(&error, place, &[("b.yaml:2:1", "\tx", message)]);
        let error = bundled("c.yaml#/items/thing");
        assert!(
            error
                .message()
                .ends_with("is c.yaml:1:9: did you mean `things`?")
        );
        check(
            &error,
            place,
            &[("c.yaml:1:9", "things", "`things` is here")],
        );
        let error = bundled("c.yaml#/items/other");
        check(
            &error,
            place,
            &[("c.yaml:1:1", "items", "what comes nearest is here")],
        );
    }
}
