//! The Cargo workspace below the target folder in which the crates are built.
//!
//! All crates share one target folder and the versions of the project's own lock file: what they depend on is built
//! once, and what is at hand to build the project is at hand to build them.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;
use std::{env, fs, io};

use serde_json::Value;
use toml_edit::{DocumentMut, value};

use super::measure::{self, Ended};
use crate::failure::Failure;
use crate::marked_files::MANIFEST;
use crate::root::Root;

/// The folder for what Cargo makes.
pub(super) const TARGET: &str = "target";

/// The crate that has the dependencies of a generated one and nothing else.
const DEPENDENCIES: &str = ".dependencies";

const LOCK: &str = "Cargo.lock";

/// Nobody debugs these crates, and without that their tests take half the time to build.
const PROFILE: &str = "\n[profile.dev]\ndebug = false\n";

/// The workspace, with the crates that are in it so far.
#[derive(Debug)]
pub(super) struct Bench {
    pub(super) folder: PathBuf,
    /// The target folder of the project.
    pub(super) target: PathBuf,
    /// The project's own lock file.
    lock: PathBuf,
    members: BTreeSet<String>,
    /// Manifests of [`DEPENDENCIES`] that are built.
    built: BTreeSet<String>,
}

impl Bench {
    /// The workspace below the target folder of the repository.
    pub(super) fn new(root: &Root) -> Result<Self, Failure> {
        let target = target_folder(root)?;
        Ok(Self {
            folder: target.join("corpus"),
            target,
            lock: root.join(LOCK),
            members: BTreeSet::new(),
            built: BTreeSet::new(),
        })
    }

    /// Makes the crate in the folder `name` a member, and builds what it depends on.
    ///
    /// Without network if everything is there. The error is what Cargo says.
    pub(super) fn add(&mut self, name: &str) -> Result<(), String> {
        self.members.insert(name.to_owned());
        let added = self.build_dependencies(name);
        if added.is_err() {
            // What Cargo does not take would keep it from building the others, too.
            self.members.remove(name);
            self.write_workspace().map_err(|error| error.to_string())?;
        }
        added
    }

    fn build_dependencies(&mut self, name: &str) -> Result<(), String> {
        let told = |error: io::Error| error.to_string();
        let manifest = fs::read_to_string(self.folder.join(name).join(MANIFEST)).map_err(told)?;
        let manifest = dependencies_only(&manifest)?;
        let folder = self.folder.join(DEPENDENCIES);
        fs::create_dir_all(folder.join("src")).map_err(told)?;
        fs::write(folder.join("src/lib.rs"), "").map_err(told)?;
        fs::write(folder.join(MANIFEST), &manifest).map_err(told)?;
        self.write_workspace().map_err(told)?;
        if self.built.contains(&manifest) {
            return Ok(());
        }
        let mut ended = self
            .cargo(DEPENDENCIES, "check", &["--offline"])
            .map_err(told)?;
        if !ended.status.success() {
            ended = self.cargo(DEPENDENCIES, "check", &[]).map_err(told)?;
        }
        if !ended.status.success() {
            return Err(ended.stderr);
        }
        self.built.insert(manifest);
        Ok(())
    }

    fn write_workspace(&self) -> io::Result<()> {
        let members: String = [DEPENDENCIES]
            .into_iter()
            .chain(self.members.iter().map(String::as_str))
            .map(|name| format!("    {name:?},\n"))
            .collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n{PROFILE}");
        fs::write(self.folder.join(MANIFEST), manifest)?;
        // Cargo drops from a lock file what no member needs, so that the next member would get other versions of it.
        if self.lock.is_file() {
            fs::copy(&self.lock, self.folder.join(LOCK))?;
        }
        Ok(())
    }

    /// Makes Cargo look at the crate in the folder `name` anew, and not repeat what it said in an earlier run.
    pub(super) fn expire(&self, name: &str) -> io::Result<()> {
        let library = self.folder.join(name).join("src/lib.rs");
        File::options()
            .append(true)
            .open(library)?
            .set_modified(SystemTime::now())
    }

    /// Runs Cargo for the crate in the folder `name`.
    pub(super) fn cargo(
        &self,
        name: &str,
        subcommand: &str,
        arguments: &[&str],
    ) -> io::Result<Ended> {
        self.cargo_with(name, subcommand, arguments, &[])
    }

    /// Runs Cargo with more variables of environment.
    pub(super) fn cargo_with(
        &self,
        name: &str,
        subcommand: &str,
        arguments: &[&str],
        environment: &[(&str, &Path)],
    ) -> io::Result<Ended> {
        let mut command = cargo();
        command
            .arg(subcommand)
            .args(["--color", "never", "--manifest-path"])
            .arg(self.folder.join(name).join(MANIFEST))
            .arg("--target-dir")
            .arg(self.folder.join(TARGET))
            // At the end, because the last of them may be for another program.
            .args(arguments)
            .current_dir(&self.folder)
            // Incremental compilation makes the first one dearer, and there is no second one.
            .env("CARGO_INCREMENTAL", "0")
            .envs(environment.iter().copied());
        measure::run(&mut command)
    }
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The manifest of a crate that depends on what that of `manifest` depends on.
fn dependencies_only(manifest: &str) -> Result<String, String> {
    let mut manifest: DocumentMut = manifest
        .parse()
        .map_err(|error: toml_edit::TomlError| error.to_string())?;
    let package = manifest
        .get_mut("package")
        .and_then(|item| item.as_table_like_mut());
    if let Some(package) = package {
        package.insert("name", value("corpus-dependencies"));
        package.remove("description");
    }
    Ok(manifest.to_string())
}

/// The target folder of the project, as Cargo finds it.
fn target_folder(root: &Root) -> Result<PathBuf, Failure> {
    let output = cargo()
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
            "--manifest-path",
        ])
        .arg(root.join(MANIFEST))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::usage(format!("cargo cannot be run: {error}")))?;
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    metadata
        .get("target_directory")
        .and_then(Value::as_str)
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::usage(format!(
                "Cargo does not tell the target folder:\n{}",
                String::from_utf8_lossy(&output.stderr)
            ))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_with_the_same_dependencies_share_a_manifest_for_them() {
        let manifest = |name: &str| {
            format!(
                "[package]\nname = \"{name}\"\nedition = \"2024\"\ndescription = \"{name}\"\n\n\
                 [features]\na = [\"b/a\"]\n\n[dependencies]\nb = \"1\"\n"
            )
        };
        let one = dependencies_only(&manifest("one")).unwrap();
        assert_eq!(one, dependencies_only(&manifest("two")).unwrap());
        assert!(one.ends_with("[features]\na = [\"b/a\"]\n\n[dependencies]\nb = \"1\"\n"));
        assert!(dependencies_only("[").is_err());
    }
}
