//! What the configuration makes of documents: of each in `tests/configured/` what is chosen for it here.

use std::collections::BTreeMap;
use std::fs;

use generator::{
    ByteFormat, Choices, CrateRequirement, DateFormat, Edits, Formats, OperationFilter,
    OperationPattern, Overlay, UuidFormat,
};

use crate::fixture::Fixture;

pub(crate) fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    let owned = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
    pairs.into_iter().map(owned).collect()
}

pub(crate) fn derives<const N: usize>(
    pairs: [(&str, &[&str]); N],
) -> BTreeMap<String, Vec<String>> {
    let owned = |(key, traits): (&str, &[&str])| {
        let traits = traits.iter().map(|it| (*it).to_owned());
        (key.to_owned(), traits.collect())
    };
    pairs.into_iter().map(owned).collect()
}

/// The crate with types of the user's own.
pub(crate) fn my_types() -> CrateRequirement {
    CrateRequirement {
        place: pairs([("path", "../my-types")]),
        ..CrateRequirement::default()
    }
}

/// What is chosen for a document.
pub(crate) fn choices(name: &str) -> (Formats, Choices) {
    let usual = (Formats::default(), Choices::default());
    match name {
        "formats_of_chrono" => {
            let formats = Formats {
                date_time: DateFormat::Chrono,
                date: DateFormat::Chrono,
                ..Formats::default()
            };
            (formats, usual.1)
        }
        "formats_of_text" => {
            let formats = Formats {
                date_time: DateFormat::Text,
                date: DateFormat::Text,
                uuid: UuidFormat::Text,
                byte: ByteFormat::Text,
            };
            (formats, usual.1)
        }
        "names" => {
            let choices = Choices {
                type_names: pairs([
                    ("PetDto", "Pet"),
                    ("PetDtoToy", "Toy"),
                    ("NoPet", "PetError"),
                ]),
                field_names: pairs([
                    ("PetDto.type", "kind"),
                    ("PetDto.toys", "new"),
                    ("PetDto.new", "is_new"),
                    ("NoPet.msg", "message"),
                ]),
                method_names: pairs([
                    ("PetsController_findAll_v2", "list_pets"),
                    ("POST /pets", "add"),
                ]),
                ..Choices::default()
            };
            (usual.0, choices)
        }
        "derives" => {
            let derives = derives([("*", &["PartialOrd"]), ("Tree", &["Ord"])]);
            (usual.0, Choices { derives, ..usual.1 })
        }
        "replaced" => {
            let choices = Choices {
                replacements: pairs([
                    ("Money", "::my_types::Money"),
                    ("Cost", "my_types::Money"),
                    ("Loose", "serde_json::Value"),
                    ("Word", "String"),
                ]),
                dependencies: [("my-types".to_owned(), my_types())].into(),
                ..Choices::default()
            };
            (usual.0, choices)
        }
        "every_choice" => every_choice(),
        _ => usual,
    }
}

/// Each kind of choice, beside the others.
fn every_choice() -> (Formats, Choices) {
    let formats = Formats {
        date: DateFormat::Chrono,
        ..Formats::default()
    };
    let url = CrateRequirement {
        features: vec!["serde".to_owned()],
        ..CrateRequirement::default()
    };
    let choices = Choices {
        type_names: pairs([("PetDto", "Pet")]),
        field_names: pairs([("PetDto.type", "kind")]),
        method_names: pairs([("get /pets", "list_pets")]),
        replacements: pairs([("Money", "my_types :: Money"), ("Link", "url::Url")]),
        derives: derives([("Size", &["::core::cmp::Ord"])]),
        dependencies: [("my-types".to_owned(), my_types()), ("url".to_owned(), url)].into(),
    };
    (formats, choices)
}

/// What is changed of a document before it is read.
pub(crate) fn edits(fixture: &Fixture) -> Edits {
    let path = fixture.expected_path("overlay");
    if !path.exists() {
        return Edits::default();
    }
    let overlay = Overlay::read("overlaid.overlay", &fs::read(path).unwrap()).unwrap();
    Edits {
        overlays: vec![overlay],
        operations: OperationFilter {
            include: vec![OperationPattern::Tag("pets".to_owned())],
            exclude: vec![OperationPattern::Text("DELETE /*".to_owned())],
        },
    }
}
