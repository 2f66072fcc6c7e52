//! Generated crates compile, without a warning, whatever features are on. Those of negative documents, too: what is left out leaves no hole.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fixture::{Fixture, file};

/// A crate with types of the user's own, which stand for some of a document.
const MY_MANIFEST: &str = r#"
[package]
name = "my-types"
version = "0.1.0"
edition = "2024"
[dependencies]
serde = { version = "1.0.229", features = ["derive"] }
"#;

const MY_TYPES: &str = "
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Money(pub String);
";

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
        for file in &generated.files {
            write(&root.join(&package).join(&file.path), &file.contents);
            // Checking does not compile doc tests; as an example, the quick start is compiled all the same.
            if file.path == "src/lib.rs" {
                let example = root.join(&package).join("examples/quick_start.rs");
                write(&example, &quick_start(&file.contents));
            }
        }
    }
    if folder == "configured" {
        write(&root.join("my-types/Cargo.toml"), MY_MANIFEST);
        write(&root.join("my-types/src/lib.rs"), MY_TYPES);
        members.push_str("\"my-types\", ");
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    // The versions of the repository, which are there already: no network is needed.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, root.join("Cargo.lock")).unwrap();
    root
}

fn write(path: &Path, contents: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, contents).unwrap();
}

/// The quick start of the front page, as rustdoc would compile it.
fn quick_start(front_page: &str) -> String {
    let code: String = front_page
        .lines()
        .skip_while(|line| *line != "//! ```no_run")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| {
            line.trim_start_matches("//!")
                .trim_start_matches(" # ")
                .to_owned()
                + "\n"
        })
        .collect();
    assert!(code.contains("Client"), "{front_page}");
    format!("#![allow(dead_code, missing_docs, unused_variables)]\nfn main() {{}}\n{code}")
}

fn check(folder: &str) {
    let root = workspace(folder);
    run_check(
        &root,
        &["--workspace", "--lib", "--examples", "--keep-going"],
    );
    for fixture in Fixture::all(folder) {
        if fixture.has_tag_features() {
            check_features(&root, &fixture);
        }
    }
}

/// Checks a crate without any of the features of its tags, and with each of them alone.
fn check_features(root: &Path, fixture: &Fixture) {
    let generated = fixture.generated();
    let manifest = file(&generated.files, "Cargo.toml");
    let features: Vec<&str> = manifest
        .lines()
        .filter_map(|line| line.strip_suffix(" = []"))
        .collect();
    assert!(features.len() > 1, "{manifest}");
    let package = fixture.package();
    for feature in [""].into_iter().chain(features) {
        // TLS is there to build the dependencies no second time.
        let chosen = format!("rustls,{feature}");
        let chosen = ["--no-default-features", "--features", &chosen];
        run_check(
            root,
            &[&["--package", &package, "--lib"], &chosen[..]].concat(),
        );
    }
}

fn run_check(root: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet"])
        .args(arguments)
        .arg("--target-dir")
        // Beside the crates, so that what they depend on is compiled once for all runs.
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked"))
        .current_dir(root)
        .env("RUSTFLAGS", "-D warnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?} in {}:\n{}",
        root.display(),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_crates_of_all_positive_documents_compile_without_a_warning() {
    check("positive");
}

#[test]
fn the_crates_of_all_configured_documents_compile_without_a_warning() {
    check("configured");
}

#[test]
fn the_crates_of_all_negative_documents_compile_without_a_warning() {
    check("negative");
}
