use super::{ItemFate, Renames, Surface, differences};
use crate::OutputFile;

fn surface(path: &str, contents: &str) -> Surface {
    Surface::of(&[OutputFile {
        path: path.to_owned(),
        contents: contents.to_owned(),
    }])
}

fn paths(surface: &Surface) -> Vec<&str> {
    surface.items.keys().map(String::as_str).collect()
}

const TYPES: &str = r#"
    #[derive(Debug, Clone)]
    #[non_exhaustive]
    pub struct Pet {
        pub name: String,
        hidden: String,
    }

    impl Pet {
        pub fn new(name: impl Into<String>) -> Self {}
        fn private(&self) {}
    }

    setters! {
        Pet {
            tags: each_into String,
            #[deprecated] r#type as kind: nullable BTreeMap<String, Kind>,
        }
    }

    pub enum Shape {
        Circle(Circle),
        Unknown(serde_json::Value),
    }

    wire_union! {
        Shape {
            Circle from Circle { "type" = "circle" },
        } else Unknown
    }

    pub type Animal = Pet;
"#;

#[test]
fn the_items_of_types_are_those_that_callers_can_name() {
    assert_eq!(
        paths(&surface("src/types.rs", TYPES)),
        [
            "types::Animal",
            "types::Animal::kind()",
            "types::Animal::name",
            "types::Animal::new()",
            "types::Animal::tags()",
            "types::Pet",
            "types::Pet::kind()",
            "types::Pet::name",
            "types::Pet::new()",
            "types::Pet::tags()",
            "types::Shape",
            "types::Shape: From<Circle>",
            "types::Shape::Circle",
            "types::Shape::Unknown",
        ]
    );
}

#[test]
fn the_items_of_operations_are_methods_setters_outputs_and_errors() {
    let contents = r#"
        impl<M> Client<M> {
            pub fn list(&self, id: &str) -> Call<List, M> {}
        }

        operation! {
            List for list: GET "/{id}" => types::Page, super::ListError;
            [Code(200) json];
        }

        parameters! {
            List {
                /// How many.
                limit: query "limit" [Form, false] value i32,
                body: multipart [&[PropertyEncoding::new("a")]] into Upload,
            }
        }

        paginated! {
            List: types::Pet { items: |page| Some(page) }
        }

        bodies! {
            ListBody {
                Json from types::Pet: json "application/json",
                Text: raw "text/plain",
            }
        }
    "#;
    assert_eq!(
        paths(&surface("src/operations/pets.rs", contents)),
        [
            "Client::list()",
            "operations::List",
            "operations::List::Failure",
            "operations::List::Output",
            "operations::List::body()",
            "operations::List::items()",
            "operations::List::limit()",
            "operations::ListBody: From<types::Pet>",
        ]
    );
}

#[test]
fn files_of_the_runtime_and_tests_offer_nothing_of_the_document() {
    for path in [
        "src/runtime/client.rs",
        "src/lib.rs",
        "tests/wire.rs",
        "Cargo.toml",
    ] {
        assert_eq!(paths(&surface(path, "pub struct A;")), [""; 0], "{path}");
    }
}

fn change(old: &str, new: &str) -> (String, bool) {
    let (old, new) = (surface("src/types.rs", old), surface("src/types.rs", new));
    let changes = differences(&old, &new, &Renames::new());
    let [change] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    match &change.fate {
        ItemFate::Changed(how) => (how.clone(), change.breaks),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_function_that_takes_more_breaks_nobody() {
    let function = |argument: &str| format!("impl A {{ pub fn f(&self, a: {argument}) {{}} }}");
    for (old, new, breaks) in [
        ("String", "impl Into<String>", false),
        ("impl Into<String>", "String", true),
        (
            "impl IntoIterator<Item = B>",
            "impl IntoIterator<Item = impl Into<B>>",
            false,
        ),
        (
            "impl IntoIterator<Item = B>",
            "impl IntoIterator<Item = impl Into<C>>",
            true,
        ),
        ("String", "i64", true),
    ] {
        assert_eq!(
            change(&function(old), &function(new)).1,
            breaks,
            "{old} to {new}"
        );
    }
    let named = |name: &str| format!("impl A {{ pub fn f(&self, {name}: B) {{}} }}");
    let (old, new) = (
        surface("src/types.rs", &named("a")),
        surface("src/types.rs", &named("b")),
    );
    assert_eq!(differences(&old, &new, &Renames::new()), []);
}

#[test]
fn a_trait_that_goes_breaks_and_one_that_comes_does_not() {
    let with = |derives: &str| format!("#[derive({derives})] pub struct A;");
    assert_eq!(
        change(&with("Clone, Eq, Hash"), &with("Clone")),
        ("no longer implements `Eq`, `Hash`".to_owned(), true)
    );
    assert_eq!(
        change(&with("Clone"), &with("Clone, Copy")),
        ("implements `Copy`".to_owned(), false)
    );
}

#[test]
fn an_item_behind_another_feature_is_gone_for_those_who_chose_theirs() {
    let of = |gate: &str| {
        let file = |path: &str, contents: &str| OutputFile {
            path: path.to_owned(),
            contents: contents.to_owned(),
        };
        Surface::of(&[
            file("src/types/mod.rs", &format!("{gate}mod pets;\n")),
            file("src/types/pets.rs", "pub struct Pet;"),
        ])
    };
    let (none, one, two) = (
        of(""),
        of("#[cfg(feature = \"one\")]\n"),
        of("#[cfg(feature = \"two\")]\n"),
    );
    for (old, new, expected) in [
        (&none, &one, true),
        (&one, &two, true),
        (&one, &none, false),
    ] {
        let changes = differences(old, new, &Renames::new());
        assert_eq!(changes.iter().any(|change| change.breaks), expected);
    }
}

#[test]
fn a_member_that_is_called_as_a_renamed_type_keeps_its_name() {
    let of = |name: &str| {
        let text = format!("pub struct {name}; pub enum State {{ Old, Other }}");
        surface("src/types.rs", &text)
    };
    let renames = Renames::from([("Old".to_owned(), "New".to_owned())]);
    let changes = differences(&of("Old"), &of("New"), &renames);
    let told: Vec<&str> = changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(told, ["types::Old"]);
}

#[test]
fn a_function_that_gives_something_else_is_told_as_it_is_now_and_as_it_was() {
    let (how, _) = change(
        "impl A { pub fn f(&self) -> B {} }",
        "impl A { pub fn f(&self) -> C {} }",
    );
    assert_eq!(how, "is `fn(&self) -> C` now, was `fn(&self) -> B`");
}

#[test]
fn what_only_has_another_name_is_told_once() {
    let of = |name: &str| {
        surface(
            "src/types.rs",
            &format!(
                "pub struct {name} {{ pub a: i32 }} pub struct Other {{ pub it: Vec<{name}>, pub oldest: i32 }}"
            ),
        )
    };
    let renames = Renames::from([("Old".to_owned(), "New".to_owned())]);
    let changes = differences(&of("Old"), &of("New"), &renames);
    let told: Vec<&str> = changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(told, ["types::Old"]);
}
