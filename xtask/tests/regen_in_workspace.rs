//! `cargo xtask regen` inside of workspaces and out of them: the crate builds where it stands.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use std::path::Path;
use std::process::Command;

use support::Repository;

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
