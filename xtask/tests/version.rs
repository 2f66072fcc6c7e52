//! `cargo xtask regen` in a repository with a history: the next version of the crate, and its CHANGELOG.md.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use serde_json::{Value, json};
use support::{Repository, Run, with_operations};

const SETTINGS: &str = "source = \"upstream.json\"\nname = \"test-client\"\n";
const SPEC: &str = "spec/openapi.json";
const MANIFEST: &str = "generated-client/Cargo.toml";
const CHANGELOG: &str = "generated-client/CHANGELOG.md";

/// An operation that is answered with an object of a required and an optional property.
fn document() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/read": {"get": {"operationId": "read", "responses": {"200": {
            "description": "Fine.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
        }}}}},
        "components": {"schemas": {"Thing": {
            "type": "object",
            "required": ["id"],
            "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
        }}},
    })
}

/// Code that reads the property does not compile any more, and programs that read the answer fail.
fn breaking() -> Value {
    let mut document = document();
    document["components"]["schemas"]["Thing"] = json!({
        "type": "object",
        "properties": {"name": {"type": "string"}},
    });
    document
}

fn additive() -> Value {
    with_operations(&document().to_string(), &["extra"])
        .parse()
        .unwrap()
}

/// Programs call a server that is gone, and everything compiles.
fn breaking_on_the_wire() -> Value {
    let mut document = document();
    document["servers"][0]["url"] = json!("https://new.example.com");
    document
}

fn other_texts() -> Value {
    let mut document = document();
    document["info"]["title"] = json!("Another title");
    document
}

/// A repository of Git whose last commit released this version.
struct Released(Repository);

impl Released {
    fn new(version: &str) -> Self {
        let repository = Repository::with_settings(SETTINGS);
        repository.write("Cargo.lock", LOCK);
        let released = Self(repository);
        released.pin(&document());
        released.git(&["init", "--quiet"]);
        released.regen(&[]).expect_status(0);
        released.0.edit(
            MANIFEST,
            "version = \"0.1.0\"",
            &format!("version = \"{version}\""),
        );
        released.commit();
        released
    }

    /// As `fetch` would.
    fn pin(&self, document: &Value) {
        self.0.write("upstream.json", &document.to_string());
        self.0.xtask(&["fetch", "--allow-shrink"]).expect_status(0);
    }

    fn regen(&self, arguments: &[&str]) -> Run {
        self.0.xtask(&[&["regen"], arguments].concat())
    }

    /// A second run changes nothing.
    #[track_caller]
    fn bump(&self) -> Run {
        let run = self.regen(&["--bump"]).expect_status(0);
        let before = self.0.snapshot("");
        self.regen(&["--bump"]).expect_status(0);
        assert_eq!(self.0.snapshot(""), before, "twice is not once");
        self.0.xtask(&["check"]).expect_status(0);
        run
    }

    fn commit(&self) {
        self.0.commit();
    }

    fn git(&self, arguments: &[&str]) {
        self.0.git(arguments);
    }

    fn version(&self) -> String {
        let manifest = self.0.read(MANIFEST);
        let line = manifest.lines().find(|line| line.starts_with("version"));
        line.unwrap().split('"').nth(1).unwrap().to_owned()
    }
}

const LOCK: &str = r#"version = 4

[[package]]
name = "other"
version = "0.1.0"

[[package]]
name = "test-client"
version = "0.1.0"
"#;

#[test]
fn the_next_version_follows_from_what_the_document_does_to_callers() {
    for (released, breaking_one, additive_one, other_one) in [
        ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
        ("0.2.3", "0.3.0", "0.2.4", "0.2.4"),
    ] {
        let repository = Released::new(released);
        for (document, expected) in [
            (breaking(), breaking_one),
            (additive(), additive_one),
            (other_texts(), other_one),
            (breaking_on_the_wire(), breaking_one),
        ] {
            repository.git(&["checkout", "--quiet", "--", "."]);
            repository.git(&["clean", "--quiet", "--force"]);
            repository.pin(&document);
            let told = format!("version: {expected} has to follow {released}, ");
            repository.regen(&[]).expect_status(0).expect_stdout(&told);
            assert_eq!(repository.version(), released);
            repository
                .bump()
                .expect_stdout("wrote generated-client/CHANGELOG.md\n");
            assert_eq!(repository.version(), expected);
            let changelog = repository.0.read(CHANGELOG);
            assert!(
                changelog.contains(&format!("\n## [{expected}] - 2")),
                "{changelog}"
            );
        }
    }
}

#[test]
fn a_change_that_only_running_programs_notice_says_why_it_counts() {
    let repository = Released::new("1.0.0");
    repository.pin(&breaking_on_the_wire());
    repository
        .bump()
        .expect_stdout("version: 2.0.0 in place of 1.0.0")
        .expect_stdout("programs take compatible versions unseen");
}

#[test]
fn the_entry_tells_changes_by_kind_with_the_items_that_they_touch() {
    let repository = Released::new("0.1.0");
    repository.pin(&breaking());
    repository.bump();
    let changelog = repository.0.read(CHANGELOG);
    for text in [
        "# Changelog\n",
        "\n### Removed\n",
        "`Thing::id`",
        "**breaks ",
    ] {
        assert!(changelog.contains(text), "{text:?} is not in\n{changelog}");
    }
}

#[test]
fn without_a_change_the_version_stays() {
    let repository = Released::new("0.1.0");
    let run = repository.bump();
    assert!(
        run.stdout
            .contains("version: 0.1.0; the document is the one of 0.1.0"),
        "{}",
        run.stdout
    );
    assert!(!repository.0.path(CHANGELOG).exists());
}

#[test]
fn what_was_committed_without_a_version_counts_until_there_is_one() {
    let repository = Released::new("1.0.0");
    repository.pin(&additive());
    repository.regen(&[]).expect_status(0);
    repository.commit();
    repository.bump().expect_stdout("1.1.0 in place of 1.0.0");
    repository.commit();
    repository
        .bump()
        .expect_stdout("version: 1.1.0; the document is the one of 1.1.0");

    // Back again: what was added is gone.
    repository.pin(&document());
    repository.bump().expect_stdout("2.0.0 in place of 1.1.0");
    let changelog = repository.0.read(CHANGELOG);
    let new = changelog.find("## [2.0.0]").unwrap();
    assert!(new < changelog.find("## [1.1.0]").unwrap(), "{changelog}");
}

#[test]
fn an_entry_that_was_not_committed_follows_the_document() {
    let repository = Released::new("1.0.0");
    repository.pin(&additive());
    repository.bump();
    repository.pin(&breaking());
    repository.bump().expect_stdout("2.0.0 in place of 1.1.0");
    let changelog = repository.0.read(CHANGELOG);
    assert_eq!(changelog.matches("\n## [").count(), 1, "{changelog}");
    assert!(!changelog.contains("extra"), "{changelog}");
}

#[test]
fn going_back_takes_back_what_was_not_committed() {
    let repository = Released::new("0.1.0");
    let (manifest, lock) = (repository.0.read(MANIFEST), repository.0.read("Cargo.lock"));
    repository.pin(&breaking());
    repository.bump().expect_stdout("0.2.0 in place of 0.1.0");
    repository.pin(&additive());
    repository.bump().expect_stdout("0.1.1 in place of 0.2.0");
    let changelog = repository.0.read(CHANGELOG);
    assert!(changelog.contains("## [0.1.1]"), "{changelog}");
    assert!(!changelog.contains("0.2.0"), "{changelog}");
    repository.pin(&document());
    repository
        .bump()
        .expect_stdout("0.1.0 in place of 0.1.1; the document is the one of 0.1.0");
    assert_eq!(repository.0.read(MANIFEST), manifest);
    assert_eq!(repository.0.read("Cargo.lock"), lock);
    assert!(!repository.0.path(CHANGELOG).exists());
}

#[test]
fn a_version_that_people_chose_stays_though_all_of_its_entry_is_written() {
    let repository = Released::new("0.1.0");
    repository.pin(&breaking());
    repository.0.edit(MANIFEST, "\"0.1.0\"", "\"1.0.0\"");
    repository.bump().expect_stdout("version: 1.0.0 is right");
    repository.pin(&additive());
    repository.bump().expect_stdout("version: 1.0.0 is right");
}

#[test]
fn a_higher_version_of_people_stays_and_so_do_their_words_and_line_ends() {
    let repository = Released::new("0.4.0");
    repository.pin(&breaking());
    repository.0.edit(
        MANIFEST,
        "version = \"0.4.0\"",
        "version = \"1.0.0\" # at last",
    );
    let words = "# Ours\r\n\r\n## [1.0.0]\r\n\r\nAt last.\r\n";
    repository.0.write(CHANGELOG, words);
    repository.bump().expect_stdout("version: 1.0.0 is right");
    assert!(
        repository
            .0
            .read(MANIFEST)
            .contains("version = \"1.0.0\" # at last")
    );
    let changelog = repository.0.read(CHANGELOG);
    assert!(
        changelog.starts_with("# Ours\r\n\r\n## [1.0.0]\r\n"),
        "{changelog}"
    );
    assert!(changelog.ends_with("\r\nAt last.\r\n"), "{changelog}");
    assert!(!changelog.replace("\r\n", "").contains('\n'), "{changelog}");
}

#[test]
fn the_lock_file_follows() {
    let repository = Released::new("0.1.0");
    repository.pin(&breaking());
    repository.bump().expect_stdout("wrote Cargo.lock\n");
    let expected = LOCK.replace(
        "test-client\"\nversion = \"0.1.0\"",
        "test-client\"\nversion = \"0.2.0\"",
    );
    assert_eq!(repository.0.read("Cargo.lock"), expected);
}

#[test]
fn a_crate_of_another_name_is_a_new_one() {
    let repository = Released::new("0.3.0");
    repository
        .0
        .edit("spec/generate.toml", "test-client", "new-client");
    repository.pin(&breaking());
    repository
        .bump()
        .expect_stdout("version: 0.1.0 in place of 0.3.0, the first of new-client\n");
    assert!(
        repository
            .0
            .read(CHANGELOG)
            .contains("- The first version.")
    );
}

#[test]
fn a_folder_of_a_larger_repository_has_a_history_too() {
    let repository = Released::new("0.1.0");
    std::fs::remove_dir_all(repository.0.path(".git")).unwrap();
    let outer = Repository::with_settings(SETTINGS);
    let outer = Released(outer);
    outer.git(&["init", "--quiet"]);
    for path in [SPEC, "spec/generate.toml", MANIFEST, "upstream.json"] {
        outer
            .0
            .write(&format!("inner/{path}"), &repository.0.read(path));
    }
    outer.commit();
    outer
        .0
        .write(&format!("inner/{SPEC}"), &additive().to_string());
    let mut command = outer.0.command(&["regen"]);
    command.current_dir(outer.0.path("inner"));
    support::run(command)
        .expect_status(0)
        .expect_stdout("version: 0.1.1 has to follow 0.1.0");
}

#[test]
fn where_nothing_can_be_compared_a_version_is_not_guessed() {
    // A history that was cut off says nothing about what was before.
    let repository = Released::new("0.1.0");
    repository.pin(&breaking());
    repository.regen(&[]).expect_status(0);
    repository.commit();
    let shallow = Released(Repository::with_settings(SETTINGS));
    let url = format!("file://{}", repository.0.path("").display());
    shallow.git(&["clone", "--quiet", "--depth", "1", &url, "clone"]);
    let regen = |arguments: &[&str]| {
        let mut command = shallow.0.command(&[&["regen"], arguments].concat());
        command.current_dir(shallow.0.path("clone"));
        support::run(command)
    };
    regen(&[])
        .expect_status(0)
        .expect_stdout("version: the next one cannot be told: the history is cut off");
    let before = shallow.0.snapshot("clone/generated-client");
    regen(&["--bump"])
        .expect_status(3)
        .expect_stderr("--unshallow");
    assert_eq!(shallow.0.snapshot("clone/generated-client"), before);

    // No history.
    std::fs::remove_dir_all(repository.0.path(".git")).unwrap();
    repository
        .regen(&[])
        .expect_status(0)
        .expect_stdout("cannot be told: git tells");
    repository
        .regen(&["--bump"])
        .expect_status(3)
        .expect_stderr("nothing was written");

    // No version of three numbers.
    let repository = Released::new("1.0.0-rc.1");
    repository
        .regen(&["--bump"])
        .expect_status(3)
        .expect_stderr(
            "it is 1.0.0-rc.1 now, and only three numbers have a next version; write 1.0.0 into",
        );

    // Another crate.
    repository
        .regen(&["--bump", "--out", "other"])
        .expect_status(2);
}

#[test]
fn a_changelog_that_is_no_text_is_left_alone() {
    let repository = Released::new("0.1.0");
    repository.pin(&breaking());
    std::fs::create_dir(repository.0.path(CHANGELOG)).unwrap();
    let before = repository.0.snapshot("generated-client");
    repository
        .regen(&["--bump"])
        .expect_status(2)
        .expect_stderr("CHANGELOG.md is not a file");
    std::fs::remove_dir(repository.0.path(CHANGELOG)).unwrap();
    std::fs::write(repository.0.path(CHANGELOG), b"\xff").unwrap();
    repository
        .regen(&["--bump"])
        .expect_status(2)
        .expect_stderr("UTF-8");
    std::fs::remove_file(repository.0.path(CHANGELOG)).unwrap();
    assert_eq!(repository.0.snapshot("generated-client"), before);
}
