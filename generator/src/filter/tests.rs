use super::*;
use crate::Edits;

const DOCUMENT: &str = r##"openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses: {"200": {$ref: "#/components/responses/Things"}}
    post:
      operationId: addThing
      tags: [things, writing]
      security: [{Key: []}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"204": {description: Done.}}
  /pets:
    $ref: "#/components/pathItems/Pets"
  /bare: {}
webhooks:
  changed:
    post: {operationId: thingChanged, responses: {"204": {description: Done.}}}
components:
  pathItems:
    Pets:
      get:
        operationId: listPets
        tags: [pets]
        responses:
          "200": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      delete: {operationId: removePets, responses: {"204": {description: Done.}}}
  responses:
    Things: {description: Things., content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}}
  schemas:
    Thing: {type: object, properties: {part: {$ref: "#/components/schemas/Thing%20Part"}}}
    Thing Part: {type: object}
    Pet: {type: object, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}]}
    Tabby: {allOf: [{$ref: "#/components/schemas/Cat"}], properties: {toy: {$ref: "#/components/schemas/Toy"}}}
    Toy: {type: string}
    Unused: {type: string}
  securitySchemes:
    Key: {type: apiKey, in: header, name: X-Key}
    Other: {type: http, scheme: bearer}
"##;

fn edits(operations: OperationFilter) -> Edits {
    Edits {
        overlays: Vec::new(),
        operations,
    }
}

fn filtered(include: &[&str], exclude: &[&str]) -> Result<Source, String> {
    // `#` stands for a tag here.
    let pattern = |text: &&str| match text.strip_prefix('#') {
        Some(tag) => OperationPattern::Tag(tag.to_owned()),
        None => OperationPattern::Text((*text).to_owned()),
    };
    let edits = edits(OperationFilter {
        include: include.iter().map(pattern).collect(),
        exclude: exclude.iter().map(pattern).collect(),
    });
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    edits.apply(source).map_err(|error| error.to_string())
}

fn left(include: &[&str], exclude: &[&str]) -> Vec<String> {
    let source = filtered(include, exclude).unwrap();
    let operations = operations(source.value()).into_iter();
    operations.filter_map(|operation| operation.id).collect()
}

/// The components that are left: `schemas/Thing`.
fn components(include: &[&str]) -> Vec<String> {
    let source = filtered(include, &[]).unwrap();
    let sections = source.value()["components"].as_object().unwrap().iter();
    let keys = |(section, items): (&String, &Value)| {
        let keys = items.as_object().unwrap().keys();
        keys.map(|key| format!("{section}/{key}"))
            .collect::<Vec<_>>()
    };
    sections.flat_map(keys).collect()
}

#[test]
fn operations_are_found_by_id_by_method_and_path_and_by_tag() {
    for (include, exclude, expected) in [
        (&["listThings"][..], &[][..], &["listThings"][..]),
        (&["list*"], &[], &["listThings", "listPets"]),
        (&["GET /*"], &[], &["listThings", "listPets"]),
        (&["* /things"], &[], &["listThings", "addThing"]),
        (&["post /things"], &[], &["addThing"]),
        (&["#things"], &["#writing"], &["listThings"]),
        (&["#p*"], &[], &["listPets"]),
        (
            &["*"],
            &["addThing", "DELETE *"],
            &["listThings", "listPets", "thingChanged"],
        ),
        (&[], &["*Pets"], &["listThings", "addThing", "thingChanged"]),
    ] {
        assert_eq!(left(include, exclude), expected, "{include:?} {exclude:?}");
    }
}

#[test]
fn components_that_nothing_reaches_any_more_go() {
    assert_eq!(
        components(&["listThings"]),
        ["responses/Things", "schemas/Thing", "schemas/Thing Part"]
    );
    assert_eq!(
        components(&["addThing"]),
        ["schemas/Thing", "schemas/Thing Part", "securitySchemes/Key"]
    );
}

#[test]
fn what_extends_a_schema_with_a_discriminator_stays_with_it() {
    assert_eq!(
        components(&["listPets"]),
        ["schemas/Pet", "schemas/Cat", "schemas/Tabby", "schemas/Toy"]
    );
}

#[test]
fn what_others_refer_to_stays_where_it_is_no_operation() {
    let text = DOCUMENT.replace(
        "responses: {\"204\": {description: Done.}}}\ncomponents",
        "responses: {\"204\": {$ref: \"#/paths/~1things/post/responses/204\"}}}\ncomponents",
    );
    let source = Source::read("api.yaml", text.as_bytes()).unwrap();
    let filter = OperationFilter {
        include: Vec::new(),
        exclude: vec![OperationPattern::Text("addThing".to_owned())],
    };
    let source = edits(filter).apply(source).unwrap();
    let reference = &source.value()["webhooks"]["changed"]["post"]["responses"]["204"]["$ref"];
    assert_eq!(reference, "#/x-left-out/0/responses/204");
    let place = Pointer::from("/x-left-out/0/responses/204");
    assert_eq!(
        source.value().pointer(place.as_str()).unwrap()["description"],
        "Done."
    );
    assert_eq!(source.place(&place), "api.yaml:14:19");
    let left = operations(source.value()).into_iter();
    assert!(
        left.into_iter()
            .all(|it| it.id.as_deref() != Some("addThing"))
    );
}

#[test]
fn path_items_without_operations_go_and_those_that_had_none_stay() {
    let source = filtered(&[], &["* /things"]).unwrap();
    let paths: Vec<&String> = source.value()["paths"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert_eq!(paths, ["/pets", "/bare"]);
    assert!(
        filtered(&["listPets"], &[])
            .unwrap()
            .value()
            .get("webhooks")
            .is_none()
    );
}

#[test]
fn an_operation_of_a_shared_path_item_is_placed_where_that_is() {
    let source = filtered(&["listPets"], &[]).unwrap();
    assert_eq!(
        source.place(&Pointer::from("/paths/~1pets/get/tags")),
        "api.yaml:26:9"
    );
}

#[test]
fn a_pattern_that_finds_nothing_is_an_error_that_names_what_it_is_like() {
    for (pattern, help) in [
        ("listThing", "did you mean `listThings`?"),
        ("GET /thing", "did you mean `GET /things`?"),
        ("#thing", "did you mean `things`?"),
        ("nothingOfTheKind", "operations are found by their ids"),
    ] {
        for (list, told) in [
            ("include", filtered(&[pattern], &[])),
            ("exclude", filtered(&[], &[pattern])),
        ] {
            let told = told.unwrap_err();
            assert!(
                told.contains(&format!("in `operations.{list}` finds no operation")),
                "{told}"
            );
            assert!(told.contains(help), "{told}");
        }
    }
}

#[test]
fn a_filter_that_leaves_nothing_to_call_is_an_error() {
    for (include, exclude) in [(&["thingChanged"][..], &[][..]), (&[], &["*"])] {
        let told = filtered(include, exclude).unwrap_err();
        assert!(
            told.contains("leave no operation that can be called"),
            "{told}"
        );
    }
}

#[test]
fn patterns_that_find_nothing_can_be_passed_over_and_told() {
    let text = |text: &str| OperationPattern::Text(text.to_owned());
    let edits = edits(OperationFilter {
        include: vec![text("listThings"), text("goneThing")],
        exclude: vec![text("DELETE /gone")],
    });
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    let edited = edits.apply_what_fits(source);
    let left: Vec<_> = operations(edited.source.value())
        .into_iter()
        .filter_map(|it| it.id)
        .collect();
    assert_eq!(left, ["listThings"]);
    let told = edited.misfits[0].to_string();
    assert_eq!(told.matches("warning[configuration]").count(), 2, "{told}");
}
