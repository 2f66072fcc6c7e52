//! `cargo xtask regen` on a copy of the repository: what it writes, what it leaves alone, and what it refuses.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::Repository;

const MANIFEST: &str = "generated-client/Cargo.toml";

#[test]
fn a_second_regeneration_touches_nothing() {
    let repository = Repository::copy();
    fs::remove_dir_all(repository.path("generated-client")).unwrap();
    repository
        .xtask(&["regen"])
        .expect_status(0)
        .expect_stdout("wrote generated-client/Cargo.toml\n")
        .expect_stdout("wrote generated-client/src/lib.rs\n")
        .expect_stdout(" written, 0 deleted, 0 unchanged");
    let before = repository.snapshot("generated-client");
    let again = repository
        .xtask(&["regen"])
        .expect_status(0)
        .expect_stdout("in step, nothing written");
    assert!(!again.stdout.contains("wrote"), "{}", again.stdout);
    assert_eq!(repository.snapshot("generated-client"), before);
}

#[test]
fn only_the_file_that_changes_is_touched() {
    let repository = Repository::copy();
    let before = repository.snapshot("generated-client");
    let path = repository.path("generated-client/src/lib.rs");
    repository.write("generated-client/src/lib.rs", "// @generated\n");
    repository
        .xtask(&["regen"])
        .expect_status(0)
        .expect_stdout("wrote generated-client/src/lib.rs\n")
        .expect_stdout("1 file written");
    let mut after = repository.snapshot("generated-client");
    assert_eq!(after.remove(&path).unwrap().0, before[&path].0);
    assert!(after.iter().all(|(path, file)| before[path] == *file));
}

#[test]
fn line_ends_of_windows_are_left_alone() {
    let repository = Repository::copy();
    for path in ["generated-client/src/lib.rs", MANIFEST] {
        repository.edit(path, "\n", "\r\n");
    }
    let before = repository.snapshot("generated-client");
    repository.xtask(&["check"]).expect_status(0);
    repository.xtask(&["regen"]).expect_status(0);
    assert_eq!(repository.snapshot("generated-client"), before);
}

#[test]
fn what_people_added_survives() {
    let repository = Repository::copy();
    let hand_written = [
        "examples/mine.rs",
        "tests/mine.rs",
        "src/mine.rs",
        "NOTES.md",
    ];
    for path in hand_written {
        repository.write(&format!("generated-client/{path}"), "hand-written");
    }
    let marked = ["examples/marked.rs", "tests/marked.rs", "target/marked.rs"];
    for path in marked {
        repository.write(&format!("generated-client/{path}"), "// @generated\n");
    }
    let addition = "\n# Why this is here.\n[package.metadata.mine]\nkey = \"value\" # kept\n";
    let manifest = format!("{}{addition}", repository.read(MANIFEST));
    repository.write(MANIFEST, &manifest);
    repository.edit(MANIFEST, "version = \"0.1.0\"", "version = \"7.0.0\"");
    let manifest = repository.read(MANIFEST);

    repository.xtask(&["check"]).expect_status(0);
    fs::remove_file(repository.path("generated-client/src/lib.rs")).unwrap();
    repository.xtask(&["regen"]).expect_status(0);

    for path in hand_written {
        assert_eq!(
            repository.read(&format!("generated-client/{path}")),
            "hand-written"
        );
    }
    for path in marked {
        assert!(
            repository
                .path(&format!("generated-client/{path}"))
                .exists()
        );
    }
    assert_eq!(repository.read(MANIFEST), manifest);
}

#[test]
fn dev_dependencies_survive_while_dependencies_are_brought_up_to_date() {
    let repository = Repository::copy();
    let untouched = repository.read(MANIFEST);
    repository.edit(
        MANIFEST,
        "[dependencies]\n",
        "[dependencies]\nleft-pad = \"1\"\n",
    );
    let addition = "\n# For the tests.\n[target.'cfg(unix)'.dev-dependencies]\nmine = \"1\"\n";
    repository.write(
        MANIFEST,
        &format!("{}{addition}", repository.read(MANIFEST)),
    );
    repository.xtask(&["regen"]).expect_status(0);
    assert_eq!(repository.read(MANIFEST), format!("{untouched}{addition}"));
}

/// A regeneration that is refused with status 2 and `expected`, and changes nothing.
#[track_caller]
fn assert_refused(repository: &Repository, expected: &str) {
    let before = repository.snapshot("");
    repository
        .xtask(&["regen"])
        .expect_status(2)
        .expect_stderr(expected);
    assert_eq!(repository.snapshot(""), before);
}

#[test]
fn a_hand_written_file_is_never_overwritten() {
    for path in ["src/lib.rs", "Cargo.toml"] {
        let repository = Repository::copy();
        let path = format!("generated-client/{path}");
        repository.write(&path, "[package]\nname = \"mine\"\n");
        let expected =
            format!("{path} is not a generated file; move it away or choose another --out");
        assert_refused(&repository, &expected);
    }
}

#[test]
fn a_manifest_that_cannot_be_read_as_toml_is_refused() {
    let repository = Repository::copy();
    repository.write(MANIFEST, "# @generated\n[package\n");
    assert_refused(&repository, "generated-client/Cargo.toml is not a manifest");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_not_followed() {
    let repository = Repository::copy();
    let sources = repository.path("generated-client/src");
    fs::rename(&sources, repository.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(repository.path("elsewhere"), &sources).unwrap();
    repository.write("elsewhere/old.rs", "// @generated\n");
    assert_refused(&repository, "generated-client/src is a symbolic link");
}

#[test]
fn a_document_that_cannot_be_used_changes_nothing() {
    let repository = Repository::copy();
    repository.write(
        "spec/openapi.json",
        "{\"openapi\": \"3.0.3\", \"paths\": {}}",
    );
    repository.write("generated-client/src/old.rs", "// @generated\n");
    let before = repository.snapshot("");
    repository.xtask(&["regen"]).expect_status(3);
    assert_eq!(repository.snapshot(""), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_changes_nothing() {
    use std::os::unix::fs::PermissionsExt as _;

    let repository = Repository::copy();
    fs::remove_file(repository.path("generated-client/src/lib.rs")).unwrap();
    repository.write("generated-client/README.md", "<!-- @generated -->\n");
    let folder = repository.path("generated-client/src");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("probe"), "").is_ok() {
        println!("skipped: this user may write to read-only folders");
        return;
    }
    let before = repository.snapshot("");
    repository
        .xtask(&["regen"])
        .expect_status(3)
        .expect_stderr("cannot be written");
    assert_eq!(repository.snapshot(""), before);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn what_a_killed_run_left_is_cleaned_up() {
    let repository = Repository::copy();
    repository.write("generated-client/.regen-killed/0.new", "half a fi");
    repository.xtask(&["check"]).expect_status(0);
    repository.xtask(&["regen"]).expect_status(0);
    assert!(!repository.path("generated-client/.regen-killed").exists());
}

#[test]
fn a_crate_inside_a_workspace_that_does_not_know_it_gets_its_own() {
    let repository = Repository::copy();
    repository.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = []\n",
    );
    let arguments = ["regen", "--out", "clients/one", "--name", "one"];
    repository.xtask(&arguments).expect_status(0);
    assert!(
        repository
            .read("clients/one/Cargo.toml")
            .ends_with("\n[workspace]\n")
    );
    assert!(cargo_accepts(&repository.path("clients/one")));

    // Without --name, the package keeps the name that it has.
    repository
        .xtask(&["regen", "--out", "clients/one"])
        .expect_status(0)
        .expect_stdout("in step, nothing written");
    repository
        .xtask(&["check", "--out", "clients/one"])
        .expect_status(0);
}

#[test]
fn a_member_of_a_workspace_and_a_crate_outside_of_any_get_none() {
    let repository = Repository::copy();
    repository
        .xtask(&["regen", "--out", "alone"])
        .expect_status(0);
    assert!(!repository.read("alone/Cargo.toml").contains("[workspace]"));
    assert!(cargo_accepts(&repository.path("alone")));

    repository.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"clients/*\"]\n",
    );
    for _ in 0..2 {
        repository
            .xtask(&["regen", "--out", "clients/one"])
            .expect_status(0);
        assert!(
            !repository
                .read("clients/one/Cargo.toml")
                .contains("[workspace]")
        );
        assert!(cargo_accepts(&repository.path("clients/one")));
    }
}

#[test]
fn a_name_that_no_package_can_have_is_wrong_use() {
    let repository = Repository::copy();
    let before = repository.snapshot("");
    repository
        .xtask(&["regen", "--name", "not a name"])
        .expect_status(2)
        .expect_stderr("`not a name` cannot be a package name");
    assert_eq!(repository.snapshot(""), before);
}

/// Whether Cargo takes the crate in `folder` for one that can be built where it stands.
fn cargo_accepts(folder: &Path) -> bool {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(folder)
        .output()
        .unwrap();
    output.status.success()
}
