//! Generated crates compile, without a warning. Those of negative documents, too: what is left out leaves no hole.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fixture::Fixture;

/// One workspace with a crate for each document of a folder.
fn workspace(folder: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    // What an earlier run left must not be checked.
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    let mut members = String::new();
    for fixture in Fixture::all(folder) {
        let package = fixture.package();
        let Ok(generated) = fixture.generate() else {
            continue;
        };
        let _ = write!(members, "{package:?}, ");
        for file in generated.files {
            let path = root.join(&package).join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.contents).unwrap();
        }
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    // The versions of the repository, which are there already: no network is needed.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, root.join("Cargo.lock")).unwrap();
    root
}

fn check(folder: &str) {
    let root = workspace(folder);
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--offline",
            "--workspace",
            "--quiet",
            "--keep-going",
        ])
        .arg("--target-dir")
        // Beside the crates, so that what they depend on is compiled once for all runs.
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked"))
        .current_dir(&root)
        .env("RUSTFLAGS", "-D warnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "in {}:\n{}",
        root.display(),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_crates_of_all_positive_documents_compile_without_a_warning() {
    check("positive");
}

#[test]
fn the_crates_of_all_negative_documents_compile_without_a_warning() {
    check("negative");
}
