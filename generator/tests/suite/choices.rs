//! What is said of choices that cannot be followed.

use generator::{Choices, Config, Diagnostic, PackageName, Source, Within};

use crate::configured::{derives, pairs};

pub(crate) const DOCUMENT: &str = r##"
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
pub(crate) fn findings(choices: Choices) -> Vec<Diagnostic> {
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
pub(crate) fn told(choices: Choices) -> Vec<String> {
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
pub(crate) fn assert_told(choices: Choices, expected: &str) {
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
