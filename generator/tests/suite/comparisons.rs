//! What comparisons say beyond one rule for one pair of documents.

use std::fs;
use std::path::Path;

use generator::{Compared, Config, Source, SourceCode, Wire, compare};

use crate::changes::{FOLDER, assert_wire, config, same_choices, told};

/// An `Owner` that is new, and a `Pet` that has a time.
fn pets(with_owner: bool) -> Source {
    let owner = match with_owner {
        true => {
            "\n    Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}"
        }
        false => "",
    };
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
         Pet: {{type: object, properties: {{id: {{type: string, format: date-time}}}}}}{owner}\n"
    );
    Source::read("pets", text.as_bytes()).unwrap()
}

fn renaming(names: &[(&str, &str)]) -> Config {
    let mut config = config("fixture");
    let names = names
        .iter()
        .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()));
    config.choices.type_names = names.collect();
    config
}

#[test]
fn a_choice_that_finds_nothing_on_one_side_takes_no_other_choice_with_it() {
    let config = renaming(&[("Pet", "Animal"), ("Owner", "Keeper")]);
    let comparison = same_choices(&pets(false), &pets(true), &config);
    let told = told(&comparison);
    assert!(
        told.contains("types::Keeper") && !told.contains("types::Pet"),
        "{told}"
    );
    assert_eq!(comparison.source(), SourceCode::Adds, "{told}");
    let misfits: Vec<_> = comparison.old_misfits.diagnostics.iter().collect();
    assert_eq!(misfits.len(), 1);
    assert!(misfits[0].message.contains("Owner"), "{misfits:?}");
    assert_eq!(comparison.new_misfits.diagnostics, []);
}

#[test]
fn each_side_has_its_own_choices() {
    let source = pets(false);
    let (before, after) = (renaming(&[]), renaming(&[("Pet", "Animal")]));
    let [old, new] = [&before, &after].map(|config| Compared {
        source: &source,
        config,
    });
    let comparison = compare(old, new).unwrap();
    assert_eq!(comparison.wire(), Wire::Works);
    assert_eq!(comparison.source(), SourceCode::Breaks);
    assert!(compare(new, new).unwrap().changes.is_empty());
}

/// The base document, and what it is with other texts in place of some of its own.
fn changed(replacements: &[(&str, &str)]) -> (Source, Source) {
    let base = fs::read_to_string(Path::new(FOLDER).join("base.yaml")).unwrap();
    let mut text = base.clone();
    for (old, new) in replacements {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    let read = |text: &str| Source::read("base", text.as_bytes()).unwrap();
    (read(&base), read(&text))
}

#[test]
fn what_no_signature_shows_is_told_all_the_same() {
    let two = ("required: [id, size]", "required: [id, size, note]");
    let required = ("required: [name]", "required: [name, note]");
    let (_, old) = changed(&[two, required]);
    let swapped = (
        "        name: {type: string}\n        note: {type: string}\n",
        "        note: {type: string}\n        name: {type: string}\n",
    );
    let (_, new) = changed(&[two, required, swapped]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    assert_eq!(comparison.source(), SourceCode::Breaks);
    assert!(told(&comparison).contains("takes `note`, `name` where it took `name`, `note`"));

    // Others in their place, and one name in two places.
    let parameters = |text: &str| {
        let limit = "- {name: limit, in: query, schema: {type: integer, format: int32}}";
        changed(&[(limit, text)]).1
    };
    let of = |name: &str, place: &str| {
        format!(
            "- {{name: {name}, in: {place}, required: true, schema: {{type: string}}}}\n        "
        )
    };
    for (old, new) in [
        (
            [("a", "query"), ("b", "query")],
            [("b", "query"), ("c", "query")],
        ),
        (
            [("a", "query"), ("a", "header")],
            [("a", "header"), ("a", "query")],
        ),
    ] {
        let [old, new] =
            [old, new].map(|both| parameters(&both.map(|(name, place)| of(name, place)).concat()));
        let comparison = same_choices(&old, &new, &config("fixture"));
        assert_eq!(
            comparison.source(),
            SourceCode::Breaks,
            "{}",
            told(&comparison)
        );
    }

    // Two operations that trade their ids.
    let (old, new) = changed(&[
        ("operationId: getThing", "operationId: x"),
        ("operationId: putThing", "operationId: getThing"),
        ("operationId: x", "operationId: putThing"),
    ]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    assert_eq!(comparison.source(), SourceCode::Breaks);
    let told = told(&comparison);
    assert!(told.contains("calls PUT /things/{id} now"), "{told}");
}

#[test]
fn types_of_one_name_and_two_kinds_are_not_the_same() {
    let union = "NewThing: {oneOf: [{$ref: '#/components/schemas/Old'}, {$ref: '#/components/schemas/Problem'}]}\n    Old:\n";
    let (old, new) = changed(&[("NewThing:\n", union)]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    assert_wire(&comparison, Wire::Breaks);
    assert!(told(&comparison).contains("was the object `NewThing`, is the union `NewThing`"));

    // A body that may be another type as well takes what it took.
    let body = "application/json: {schema: {$ref: \"#/components/schemas/NewThing\"}}";
    let either = "application/json: {schema: {oneOf: [{$ref: \"#/components/schemas/NewThing\"}, {$ref: \"#/components/schemas/Problem\"}]}}";
    let (old, new) = changed(&[(body, either)]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    assert_wire(&comparison, Wire::Works);
    let back = same_choices(&new, &old, &config("fixture"));
    assert_wire(&back, Wire::Breaks);
}

#[test]
fn a_status_is_compared_with_the_range_that_it_was_read_by() {
    let range = ("\"404\":", "\"4XX\":");
    let (_, old) = changed(&[range]);
    let other = "\"4XX\": {description: Any, content: {application/json: {schema: {$ref: \"#/components/schemas/Problem\"}}}}\n        \"404\": {description: Other, content: {application/json: {schema: {type: object, required: [zzz], properties: {zzz: {type: integer}}}}}}\n        \"405\":";
    let (_, new) = changed(&[("\"404\":", other)]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    assert_wire(&comparison, Wire::Breaks);
}

/// A document whose one body is a cat or a dog, by a mapping of a discriminator.
fn cat_or_dog(mapping: &str, tag: &str) -> Source {
    let discriminator = match mapping {
        "" => String::new(),
        _ => format!("discriminator: {{propertyName: kind, mapping: {{{mapping}}}}}"),
    };
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://api.example.com'}}]\npaths:\n  \
         /pets:\n    post:\n      operationId: addPet\n      requestBody: {{content: {{application/json: {{schema: \
         {{$ref: '#/components/schemas/Pet'}}}}}}}}\n      responses: {{'204': {{description: Done}}}}\ncomponents:\n  schemas:\n    \
         Pet:\n      oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]\n      \
         {discriminator}\n    \
         Cat: {{type: object, properties: {{{tag}a: {{type: string}}}}}}\n    \
         Dog: {{type: object, properties: {{{tag}b: {{type: string}}}}}}\n"
    );
    Source::read("pets", text.as_bytes()).unwrap()
}

#[test]
fn the_values_of_a_discriminator_are_compared() {
    let before = "cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'";
    let config = config("fixture");
    for tag in ["", "kind: {type: string}, "] {
        for (after, wire) in [
            (
                "kitty: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'",
                Wire::Breaks,
            ),
            (
                "cat: '#/components/schemas/Dog', dog: '#/components/schemas/Cat'",
                Wire::Breaks,
            ),
        ] {
            let comparison =
                same_choices(&cat_or_dog(before, tag), &cat_or_dog(after, tag), &config);
            let told = told(&comparison);
            assert_wire(&comparison, wire);
            assert!(told.contains("any more"), "{told}");
            assert!(!told.contains("type-renamed"), "{told}");
        }
    }
    // What is answered is read by the values that the old document has.
    let answered = |mapping: &str| {
        let sent = cat_or_dog(mapping, "").value().to_string();
        let answer = sent.replace("\"requestBody\":", "\"x-sent\":").replace(
            "\"description\":\"Done\"",
            "\"description\":\"Done\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Pet\"}}}",
        );
        Source::read("pets", answer.replace("\"204\"", "\"200\"").as_bytes()).unwrap()
    };
    let swapped = "cat: '#/components/schemas/Dog', dog: '#/components/schemas/Cat'";
    for after in [swapped, ""] {
        let comparison = same_choices(&answered(before), &answered(after), &config);
        assert_wire(&comparison, Wire::Breaks);
    }
    let comparison = same_choices(&cat_or_dog("", ""), &cat_or_dog(before, ""), &config);
    assert_wire(&comparison, Wire::Breaks);
}

#[test]
fn the_body_of_a_webhook_is_something_that_is_answered() {
    let webhook = |of: &str| {
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: Pets, version: '1'}}\nwebhooks:\n  newPet:\n    post:\n      requestBody:\n        \
             content: {{application/json: {{schema: {{type: object, required: [a], properties: {{a: {{type: {of}}}}}}}}}}}\n      \
             responses: {{'204': {{description: Done}}}}\n"
        );
        Source::read("pets", text.as_bytes()).unwrap()
    };
    let comparison = same_choices(&webhook("string"), &webhook("integer"), &config("fixture"));
    let told = told(&comparison);
    assert_wire(&comparison, Wire::Breaks);
    assert!(told.contains("[response-type-widened]"), "{told}");
}

#[test]
fn an_enum_that_is_no_longer_open_takes_less() {
    let open = (
        "Kind: {type: string, enum: [big, small]}",
        "Kind: {anyOf: [{type: string, enum: [big, small]}, {type: string}]}",
    );
    let (closed, open) = changed(&[open]);
    let comparison = same_choices(&open, &closed, &config("fixture"));
    assert_wire(&comparison, Wire::Breaks);
    let back = same_choices(&closed, &open, &config("fixture"));
    assert_wire(&back, Wire::Works);
}

#[test]
fn pages_that_lead_on_in_another_way_as_well_break_no_program() {
    let list = |header: &str, parameter: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://api.example.com'}}]\npaths:\n  \
             /pets:\n    get:\n      operationId: listPets\n      parameters: [{{name: {parameter}, in: query, schema: {{type: integer, default: 1}}}}, \
             {{name: per_page, in: query, schema: {{type: integer}}}}]\n      responses:\n        '200':\n          description: OK\n{header}          \
             content: {{application/json: {{schema: {{type: array, items: {{type: string}}}}}}}}\n"
        );
        Source::read("pets", text.as_bytes()).unwrap()
    };
    let link = "          headers: {Link: {schema: {type: string}}}\n";
    let config = config("fixture");
    let comparison = same_choices(&list("", "page"), &list(link, "page"), &config);
    assert!(
        told(&comparison).contains("[pagination-changed]"),
        "{}",
        told(&comparison)
    );
    assert_wire(&comparison, Wire::Works);
    let comparison = same_choices(&list("", "page"), &list(link, "sheet"), &config);
    assert!(
        told(&comparison).contains("[pagination-broken]"),
        "{}",
        told(&comparison)
    );
}

#[test]
fn a_range_that_becomes_narrower_breaks_no_program() {
    let range = |text: &str| changed(&[("\"200\":", text)]).1;
    let comparison = same_choices(&range("\"2XX\":"), &range("\"200\":"), &config("fixture"));
    let told_status = told(&comparison);
    assert_wire(&comparison, Wire::Works);
    assert!(
        told_status.contains("is documented for some of its statuses only"),
        "{told_status}"
    );

    let json = "content: {application/json: {schema: {$ref: \"#/components/schemas/Thing\"}}}";
    let any = "content: {\"*/*\": {schema: {$ref: \"#/components/schemas/Thing\"}}}";
    let (one, other) = changed(&[(json, any)]);
    for (old, new) in [(&one, &other), (&other, &one)] {
        let comparison = same_choices(old, new, &config("fixture"));
        assert_wire(&comparison, Wire::Works);
    }
}

#[test]
fn a_value_that_may_be_null_now_is_told_apart_from_what_is_inside() {
    // The inline type has another name, and what is in it is the same.
    let item = "{type: object, properties: {a: {type: string}}}";
    let name = "        name: {type: string}\n";
    let list = format!("{name}        lists: {{type: array, items: {item}}}\n");
    let other = "{allOf: [{$ref: '#/components/schemas/Part'}], nullable: true}";
    let nullable = format!("{name}        lists: {{type: array, items: {other}}}\n");
    let part = format!("Part: {item}\n    Problem: {{type");
    let (_, old) = changed(&[(name, &list)]);
    let (_, new) = changed(&[(name, &nullable), ("Problem: {type", &part)]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    let text = told(&comparison);
    assert_wire(&comparison, Wire::Works);
    assert!(
        text.contains("property `lists`, each item was `NewThingList`, is `Part` or null"),
        "{text}"
    );
}

#[test]
fn what_no_operation_sends_is_what_the_server_sends() {
    let of = |required: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{Event: \
             {{type: object, required: [{required}], properties: {{a: {{type: string}}, b: {{type: string}}}}}}}}}}\n"
        );
        Source::read("pets", text.as_bytes()).unwrap()
    };
    let comparison = same_choices(&of("a"), &of("a, b"), &config("fixture"));
    let text = told(&comparison);
    assert_wire(&comparison, Wire::Works);
    assert!(
        text.contains("[response-property-became-required]"),
        "{text}"
    );
}

#[test]
fn what_only_one_side_has_is_compared_for_that_side() {
    // An answer that is sent back as well.
    let of = |id: &str| {
        let body = (
            "schema: {$ref: \"#/components/schemas/NewThing\"}",
            "schema: {$ref: \"#/components/schemas/Thing\"}",
        );
        changed(&[
            body,
            (
                "        id: {type: string}\n        size",
                &format!("        id: {id}\n        size"),
            ),
        ])
        .1
    };
    let (plain, read_only) = (of("{type: string}"), of("{type: string, readOnly: true}"));
    for (old, new) in [(&plain, &read_only), (&read_only, &plain)] {
        let comparison = same_choices(old, new, &config("fixture"));
        let text = told(&comparison);
        assert!(!text.contains("became-optional"), "{text}");
    }
}

#[test]
fn parameters_in_another_path_are_known_by_their_names() {
    let moved = [("/things/{id}:", "/owners/{owner}/things/{id}:")];
    let owner = "        - {name: id, in: path, required: true, schema: {type: string}}\n";
    let both = "        - {name: owner, in: path, required: true, schema: {type: integer}}\n        - {name: id, in: path, required: true, schema: {type: string}}\n";
    let (old, new) = changed(&[moved[0], (owner, both)]);
    let comparison = same_choices(&old, &new, &config("fixture"));
    let text = told(&comparison);
    assert!(text.contains("[operation-moved]"), "{text}");
    assert!(!text.contains("[path-parameter-renamed]"), "{text}");
    assert!(!text.contains("[request-type-narrowed]"), "{text}");
}

#[test]
fn what_is_described_with_others_now_is_compared_with_them() {
    let thing = "{schema: {$ref: \"#/components/schemas/Thing\"}}";
    let problem = "{schema: {$ref: \"#/components/schemas/Problem\"}}";
    let document = |answers: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Things, version: '1'}}\nservers: [{{url: 'https://api.example.com'}}]\npaths:\n  \
             /things:\n    get:\n      operationId: getThing\n      responses: {{'204': {{description: Done}}, {answers}}}\ncomponents:\n  schemas:\n    \
             Thing: {{type: object, required: [id], properties: {{id: {{type: string}}}}}}\n    \
             Problem: {{type: object, required: [text], properties: {{text: {{type: string}}}}}}\n"
        );
        Source::read("things", text.as_bytes()).unwrap()
    };
    let answer = |status: &str, content: &str| {
        format!("'{status}': {{description: Any, content: {{{content}}}}}")
    };
    let of = |one: &str| format!("application/json: {one}");
    let config = config("fixture");
    for (old, new, wire) in [
        // A status in a range, and an error among all others.
        (
            answer("200", &of(thing)) + ", " + &answer("2XX", &of(problem)),
            answer("2XX", &of(problem)),
            Wire::Breaks,
        ),
        (
            answer("404", &of(thing)),
            answer("default", &of(problem)),
            Wire::Breaks,
        ),
        (
            answer("404", &of(thing)),
            answer("default", &of(thing)),
            Wire::Works,
        ),
        // A range of old programs has new formats in it.
        (
            answer("200", &format!("'*/*': {thing}")),
            answer(
                "200",
                &format!("application/json: {thing}, text/plain: {{schema: {{type: string}}}}"),
            ),
            Wire::Breaks,
        ),
        (
            answer("200", &format!("'*/*': {thing}")),
            answer(
                "200",
                &format!("application/json: {thing}, application/hal+json: {thing}"),
            ),
            Wire::Works,
        ),
        (
            answer("200", &of(thing)),
            answer(
                "200",
                &format!("application/json: {thing}, text/plain: {{schema: {{type: string}}}}"),
            ),
            Wire::Works,
        ),
    ] {
        let comparison = same_choices(&document(&old), &document(&new), &config);
        assert_eq!(
            comparison.wire(),
            wire,
            "{old}\n{new}\n{}",
            told(&comparison)
        );
    }
}

#[test]
fn null_that_is_allowed_twice_is_no_change() {
    let twice =
        "note: {nullable: true, allOf: [{$ref: '#/components/schemas/Note'}]}\n        state";
    let (_, document) = changed(&[
        ("note: {type: string}\n        state", twice),
        (
            "Problem: {type",
            "Note: {type: object, nullable: true, properties: {a: {type: string}}}\n    Problem: {type",
        ),
    ]);
    let comparison = same_choices(&document, &document, &config("fixture"));
    assert_eq!(comparison.changes, []);
}

#[test]
fn another_kind_of_type_is_told_of_each_place_that_has_it() {
    // Two answers have the same type, and then both have another one.
    let of = |schema: &str| {
        let answer = "responses: {\"204\": {description: Done}}";
        let second = "responses: {\"200\": {description: Done, content: {application/json: {schema: {$ref: \"#/components/schemas/Thing\"}}}}}";
        let other = second.replace("{$ref: \"#/components/schemas/Thing\"}", schema);
        let first = "content: {application/json: {schema: {$ref: \"#/components/schemas/Thing\"}}}";
        let changed_first = first.replace("{$ref: \"#/components/schemas/Thing\"}", schema);
        changed(&[(first, &changed_first), (answer, &other)]).1
    };
    let thing = of("{$ref: \"#/components/schemas/Thing\"}");
    let kind = of("{$ref: \"#/components/schemas/Kind\"}");
    let comparison = same_choices(&thing, &kind, &config("fixture"));
    let text = told(&comparison);
    assert_eq!(text.matches("[response-type-widened]").count(), 2, "{text}");
}
