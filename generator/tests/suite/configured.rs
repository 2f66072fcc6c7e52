//! What the configuration makes of documents: of each in `tests/configured/` what is chosen for it here, and what is
//! said of choices that cannot be followed.

use std::collections::BTreeMap;
use std::fs;

use generator::{
    ByteFormat, Choices, Config, CrateRequirement, DateFormat, Diagnostic, Edits, Formats,
    OperationFilter, OperationPattern, Overlay, PackageName, Source, UuidFormat, Within,
};

use crate::fixture::Fixture;

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    let owned = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
    pairs.into_iter().map(owned).collect()
}

fn derives<const N: usize>(pairs: [(&str, &[&str]); N]) -> BTreeMap<String, Vec<String>> {
    let owned = |(key, traits): (&str, &[&str])| {
        let traits = traits.iter().map(|it| (*it).to_owned());
        (key.to_owned(), traits.collect())
    };
    pairs.into_iter().map(owned).collect()
}

/// The crate with types of the user's own.
fn my_types() -> CrateRequirement {
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

const DOCUMENT: &str = r##"
openapi: 3.0.3
info: {title: Fixture, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /pets:
    get: {operationId: listPets, responses: {"204": {description: Done.}}}
    post:
      operationId: addPet
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Pet:
      type: object
      required: [tag]
      properties:
        tag: {type: string, enum: [pet]}
        petKind: {type: string}
        clone: {type: string}
        owner: {$ref: "#/components/schemas/Owner"}
        state: {type: string, enum: [a, b]}
    Owner: {type: object, properties: {weight: {type: number}, note: {}}}
    Name: {type: string}
    Keeper: {$ref: "#/components/schemas/Owner"}
"##;

/// What is found wrong with choices for the document.
fn findings(choices: Choices) -> Vec<Diagnostic> {
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    let config = Config {
        choices,
        ..Config::new(PackageName::new("fixture").unwrap())
    };
    generator::generate(&source, &config)
        .unwrap_err()
        .diagnostics
}

/// The same in words.
fn told(choices: Choices) -> Vec<String> {
    findings(choices)
        .into_iter()
        .map(|finding| {
            assert_eq!(finding.code.as_str(), "configuration");
            assert!(finding.setting.is_some(), "{finding:?}");
            let help = finding.help.unwrap();
            format!("{} {}; {help}", finding.pointer, finding.message)
        })
        .collect()
}

#[track_caller]
fn assert_told(choices: Choices, expected: &str) {
    let told = told(choices);
    assert!(
        told.len() == 1 && told[0].starts_with(expected),
        "{told:#?} does not begin with {expected:?}"
    );
}

#[test]
fn a_choice_that_does_not_fit_has_its_place_and_that_of_what_is_in_the_way() {
    let choices = |table: &str, choices: &[(&str, &str)]| {
        let pairs = choices.iter();
        let pairs = pairs.map(|(item, choice)| ((*item).to_owned(), (*choice).to_owned()));
        let mut all = Choices::default();
        match table {
            "types" => all.type_names = pairs.collect(),
            "properties" => all.field_names = pairs.collect(),
            _ => all.method_names = pairs.collect(),
        }
        all
    };
    for (table, chosen, setting, related) in [
        (
            "types",
            vec![("Pet", "Owner")],
            "#/rename/types/Pet",
            vec![(Within::Document, "#/components/schemas/Owner")],
        ),
        (
            "types",
            vec![("Pet", "One"), ("Owner", "One")],
            "#/rename/types/Pet",
            vec![(Within::Configuration, "#/rename/types/Owner")],
        ),
        (
            "types",
            vec![("Pet", "Option")],
            "#/rename/types/Pet",
            vec![],
        ),
        (
            "properties",
            vec![("Pet.petKind", "owner")],
            "#/rename/properties/Pet.petKind",
            vec![
                (
                    Within::Document,
                    "#/components/schemas/Pet/properties/petKind",
                ),
                (
                    Within::Document,
                    "#/components/schemas/Pet/properties/owner",
                ),
            ],
        ),
        (
            "operations",
            vec![("listPets", "add_pet")],
            "#/rename/operations/listPets",
            vec![(Within::Document, "#/paths/~1pets/post")],
        ),
    ] {
        let found = findings(choices(table, &chosen));
        let [finding] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(finding.setting.as_ref().unwrap().to_string(), setting);
        let places: Vec<(Within, String)> = finding
            .related
            .iter()
            .map(|it| (it.within.clone(), it.pointer.to_string()))
            .collect();
        let related: Vec<(Within, String)> = related
            .into_iter()
            .map(|(within, pointer)| (within, pointer.to_owned()))
            .collect();
        assert_eq!(places, related, "{setting}");
    }
}

#[test]
fn a_name_of_a_type_that_cannot_be_is_an_error() {
    for (old, new, expected) in [
        (
            "Pett",
            "A",
            "# `Pett` in `rename.types` is no type of the crate; did you mean `Pet`?",
        ),
        (
            "Pet",
            "pet",
            "#/components/schemas/Pet `pet`, which `rename.types` has for `Pet`, can be no name of a type",
        ),
        ("Pet", "A B", "#/components/schemas/Pet `A B`, which"),
        (
            "Pet",
            "Owner",
            "#/components/schemas/Pet `Owner`, which `rename.types` has for `Pet`, is the name of another type",
        ),
        (
            "Pet",
            "Option",
            "#/components/schemas/Pet `Option`, which `rename.types` has for `Pet`, is the name of another type",
        ),
    ] {
        let type_names = pairs([(old, new)]);
        assert_told(
            Choices {
                type_names,
                ..Choices::default()
            },
            expected,
        );
    }
    let twice = pairs([("Pet", "One"), ("Owner", "One")]);
    assert_told(
        Choices {
            type_names: twice,
            ..Choices::default()
        },
        "#/components/schemas/Pet `One`, which",
    );
}

#[test]
fn a_name_that_gives_another_item_a_number_is_an_error() {
    assert_told(
        Choices {
            type_names: pairs([("Pet", "Animal"), ("Owner", "AnimalState")]),
            ..Choices::default()
        },
        "#/components/schemas/Pet/properties/state `rename` makes `AnimalState` of `PetState`, but `Owner` has it; choose",
    );
    for (names, expected) in [
        (
            pairs([("listPets", "client")]),
            "#/paths/~1pets/get `rename.operations` makes `Client` the name of a type of `listPets`, but the client uses it",
        ),
        (
            pairs([("listPets", "add_pet_error")]),
            "#/paths/~1pets/post `rename.operations` makes `AddPetError` the name of a type of `addPet`, but the operation `listPets` has it",
        ),
    ] {
        assert_told(
            Choices {
                method_names: names,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn types_can_swap_their_names() {
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    let choices = Choices {
        type_names: pairs([("Pet", "Owner"), ("Owner", "Pet")]),
        ..Choices::default()
    };
    let config = Config {
        choices,
        ..Config::new(PackageName::new("fixture").unwrap())
    };
    let files = generator::generate(&source, &config).unwrap().files;
    let types = crate::fixture::file(&files, "src/types.rs");
    assert!(types.contains("pub owner: Option<Pet>,"), "{types}");
}

#[test]
fn a_name_of_a_field_that_cannot_be_is_an_error() {
    for (place, new, expected) in [
        (
            "Pet",
            "a",
            "# `Pet` in `rename.properties` names no property; write the type, a dot",
        ),
        (
            "Pett.petKind",
            "a",
            "# `Pett` in `rename.properties` is no type",
        ),
        (
            "Pet.petKnd",
            "a",
            "#/components/schemas/Pet `Pet` has no property `petKnd`, which `rename.properties` names; did you mean `petKind`?",
        ),
        (
            "Pet.tag",
            "a",
            "#/components/schemas/Pet `tag` in `rename.properties` is no field of `Pet`, because it has one value only",
        ),
        (
            "Name.a",
            "a",
            "#/components/schemas/Name `Name` in `rename.properties` is no struct",
        ),
        (
            "Pet.petKind",
            "petKind",
            "#/components/schemas/Pet `petKind`, which `rename.properties` has for `Pet.petKind`, can be no name of a field",
        ),
        (
            "Pet.petKind",
            "type",
            "#/components/schemas/Pet `type`, which",
        ),
        (
            "Pet.petKind",
            "owner",
            "#/components/schemas/Pet `rename.properties` makes two fields or setters of one type `owner`",
        ),
        (
            "Pet.petKind",
            "set_clone",
            "#/components/schemas/Pet `rename.properties` makes two fields or setters of one type `clone`",
        ),
    ] {
        let field_names = pairs([(place, new)]);
        assert_told(
            Choices {
                field_names,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn a_name_of_a_method_that_cannot_be_is_an_error() {
    for (id, new, expected) in [
        (
            "listPet",
            "a",
            "# `listPet` in `rename.operations` is no operation that can be called; did you mean `listPets`?",
        ),
        (
            "listPets",
            "listPets",
            "#/paths/~1pets/get `listPets`, which `rename.operations` has for `listPets`, can be no name of a method",
        ),
        (
            "listPets",
            "add_pet",
            "#/paths/~1pets/get `add_pet`, which `rename.operations` has for `listPets`, is the name of another method",
        ),
        (
            "listPets",
            "builder",
            "#/paths/~1pets/get `builder`, which `rename.operations` has for `listPets`, is the name of another method",
        ),
    ] {
        let method_names = pairs([(id, new)]);
        assert_told(
            Choices {
                method_names,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn choices_for_a_type_that_is_replaced_are_errors() {
    let replaced = || Choices {
        replacements: pairs([("Owner", "String")]),
        ..Choices::default()
    };
    for place in ["Owner.weight", "Keeper.weight"] {
        let told = told(Choices {
            field_names: pairs([(place, "load")]),
            ..replaced()
        });
        let expected =
            format!("`{place}` in `rename.properties` is of a type that `replace` replaces");
        assert!(told.len() == 1 && told[0].contains(&expected), "{told:#?}");
    }
    assert_told(
        Choices {
            derives: derives([("Owner", &["PartialOrd"])]),
            ..replaced()
        },
        "#/components/schemas/Owner `Owner` in `derive` is `String` by `replace`; derive",
    );
}

#[test]
fn an_operation_is_named_by_its_path_in_either_case_and_a_slip_is_told() {
    let method_names = pairs([("get /pets", "pets"), ("PUT /pets", "put")]);
    assert_told(
        Choices {
            method_names,
            ..Choices::default()
        },
        "# `PUT /pets` in `rename.operations` is no operation that can be called; did you mean `GET /pets`?",
    );
}

#[test]
fn two_names_for_one_item_are_an_error() {
    let field_names = pairs([("Owner.weight", "first"), ("Keeper.weight", "second")]);
    assert_told(
        Choices {
            field_names,
            ..Choices::default()
        },
        "#/components/schemas/Owner `Keeper.weight` and `Owner.weight` in `rename.properties` are one property; leave",
    );
    let method_names = pairs([("listPets", "first"), ("GET /pets", "second")]);
    assert_told(
        Choices {
            method_names,
            ..Choices::default()
        },
        "#/paths/~1pets/get `GET /pets` and `listPets` in `rename.operations` are one operation; leave",
    );
}

#[test]
fn traits_and_types_that_cannot_be_are_errors() {
    for (pattern, path, expected) in [
        (
            "Pett",
            "PartialOrd",
            "# `Pett` in `derive` finds no struct or enum of the crate; did you mean `Pet`?",
        ),
        (
            "Name",
            "PartialOrd",
            "#/components/schemas/Name `Name` in `derive` is an alias, which derives nothing; leave it out",
        ),
        (
            "Keeper",
            "PartialOrd",
            "#/components/schemas/Keeper `Keeper` in `derive` is an alias, which derives nothing; name the type that it stands for: `Owner`",
        ),
        (
            "Pet",
            "Clone",
            "# `Clone`, which `derive` has for `Pet`, is there already wherever it can be",
        ),
        (
            "Pet",
            "serde::Serialize",
            "# `serde::Serialize`, which `derive` has for `Pet`, is there already",
        ),
        (
            "Pet",
            "::std :: hash::Hash",
            "# `::std :: hash::Hash`, which `derive` has for `Pet`, is there already",
        ),
        (
            "Pet",
            "core::clone::Clone",
            "# `core::clone::Clone`, which `derive` has for `Pet`, is there already",
        ),
        (
            "Pet",
            "core::cmp::Ord",
            "#/components/schemas/Pet `core::cmp::Ord`, which `derive` has for `Pet`, cannot be derived",
        ),
        (
            "Pet",
            "a::B<u8>",
            "# `a::B<u8>`, which `derive` has for `Pet`, has arguments",
        ),
        (
            "Pet",
            "Foo",
            "# `Foo`, which `derive` has for `Pet`, is no trait that can be derived",
        ),
        (
            "Pet",
            "a::b)]",
            "# `a::b)]`, which `derive` has for `Pet`, is no trait",
        ),
        (
            "Pet",
            "PartialOrd",
            "#/components/schemas/Pet `PartialOrd`, which `derive` has for `Pet`, cannot be derived",
        ),
    ] {
        let derives = derives([(pattern, &[path])]);
        assert_told(
            Choices {
                derives,
                ..Choices::default()
            },
            expected,
        );
    }
    for (name, path, expected) in [
        (
            "Pett",
            "String",
            "# `Pett` in `replace` is no type of the crate; did you mean `Pet`?",
        ),
        (
            "Pet",
            "B",
            "#/components/schemas/Pet `B`, which `replace` has for `Pet`, is no type that can stand for another one",
        ),
        (
            "Pet",
            "std::string::String",
            "#/components/schemas/Pet `std::string::String`, which",
        ),
        (
            "Pet",
            "a::B<u8>",
            "#/components/schemas/Pet `a::B<u8>`, which `replace` has for `Pet`, has arguments",
        ),
        (
            "Pet",
            "a::B; mod x {}",
            "#/components/schemas/Pet `a::B; mod x {}`, which",
        ),
        ("Pet", "", "#/components/schemas/Pet ``, which"),
    ] {
        let replacements = pairs([(name, path)]);
        assert_told(
            Choices {
                replacements,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn crates_that_cannot_be_asked_for_are_errors() {
    let version = |version: &str| CrateRequirement {
        version: Some(version.to_owned()),
        ..CrateRequirement::default()
    };
    let features = |features: &[&str]| CrateRequirement {
        features: features.iter().map(|it| (*it).to_owned()).collect(),
        ..CrateRequirement::default()
    };
    for (name, requirement, expected) in [
        (
            "serde",
            version("1"),
            "# `serde` in `dependencies` is a crate that the client asks for by itself; leave it out, or add `features`",
        ),
        (
            "url",
            version("3"),
            "# the client asks for `url` 2.5 by itself, not 3; leave `version` out",
        ),
        (
            "url",
            my_types(),
            "# `url` in `dependencies` is a crate that the client asks for by itself, so it has no `path`; leave",
        ),
        (
            "http_body",
            features(&["x"]),
            "# `http_body` in `dependencies` is a crate that the client asks for by itself, as `http-body`; name",
        ),
        (
            "other",
            features(&["x"]),
            "# `other` in `dependencies` does not say where it is from; add `version`, `path` or `git`",
        ),
    ] {
        let dependencies = [(name.to_owned(), requirement)].into();
        assert_told(
            Choices {
                dependencies,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn a_path_into_a_crate_that_is_not_asked_for_is_an_error() {
    for (dependency, path, help) in [
        ("my-type", "my_types::Money", "did you mean `my_type`?"),
        ("url", "::my_types::Money", "add `my_types = "),
        ("my-types", "tracing::Money", "add `tracing = "),
    ] {
        let choices = Choices {
            replacements: pairs([("Owner", path)]),
            derives: derives([("Pet", &[path])]),
            dependencies: [(
                dependency.to_owned(),
                CrateRequirement {
                    version: Some("2".to_owned()),
                    features: vec!["serde".to_owned()],
                    ..CrateRequirement::default()
                },
            )]
            .into(),
            ..Choices::default()
        };
        let expected = [("replace", "Owner"), ("derive", "Pet")].map(|(table, name)| {
            format!("# the crate of `{path}`, which `{table}` has for `{name}`, is not in `dependencies`; {help}")
        });
        let told = told(choices);
        let mut both = told.iter().zip(&expected);
        assert!(
            told.len() == 2 && both.all(|(it, start)| it.starts_with(start)),
            "{told:#?}"
        );
    }
}

#[test]
fn crates_are_asked_for_and_those_of_the_client_have_more_features() {
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    let url = CrateRequirement {
        version: Some("2".to_owned()),
        features: vec!["serde".to_owned()],
        ..CrateRequirement::default()
    };
    // The client of this document needs none.
    let base64 = CrateRequirement {
        version: Some("0.22".to_owned()),
        default_features: Some(false),
        ..CrateRequirement::default()
    };
    let choices = Choices {
        replacements: pairs([("Name", "url::Url")]),
        dependencies: [("url".to_owned(), url), ("base64".to_owned(), base64)].into(),
        ..Choices::default()
    };
    let config = Config {
        choices,
        ..Config::new(PackageName::new("fixture").unwrap())
    };
    let files = generator::generate(&source, &config).unwrap().files;
    let manifest = crate::fixture::file(&files, "Cargo.toml");
    for line in [
        "base64 = { version = \"0.22\", default-features = false }",
        "url = { version = \"2.5\", features = [\"serde\"] }",
    ] {
        assert!(manifest.lines().any(|it| it == line), "{manifest}");
    }
}
