//! Whether a crate stands inside a Cargo workspace that does not know it, which Cargo refuses to build.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::Value;
use toml_edit::{DocumentMut, Item};

use crate::manifest;

const MANIFEST: &str = "Cargo.toml";

/// Whether the crate in `folder` needs a workspace of its own to build where it stands.
pub(crate) fn needs_own_workspace(folder: &Path) -> bool {
    let folder = resolve(folder);
    let Some(root) = workspace_above(&folder) else {
        return false;
    };
    // Cargo passes over members that have no manifest yet, or fails because of them.
    let members = members(&root).filter(|_| folder.join(MANIFEST).is_file());
    match members {
        Some(members) => !members.contains(&folder),
        None => !is_listed(&root, &folder),
    }
}

/// The absolute path of `folder` without symbolic links, as far as it exists.
fn resolve(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for ancestor in absolute.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            let rest = absolute.strip_prefix(ancestor).unwrap_or(Path::new(""));
            // Joining an empty rest would add a slash.
            return real.components().chain(rest.components()).collect();
        }
    }
    absolute
}

fn workspace_above(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .skip(1)
        .find(|ancestor| {
            fs::read_to_string(ancestor.join(MANIFEST))
                .is_ok_and(|text| manifest::has_workspace(&text))
        })
        .map(Path::to_owned)
}

/// The folders of the members; `None` when Cargo cannot tell.
fn members(root: &Path) -> Option<Vec<PathBuf>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .arg("--manifest-path")
        .arg(root.join(MANIFEST))
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let metadata: Value = serde_json::from_slice(&output.stdout).ok()?;
    let packages = metadata.get("packages")?.as_array()?.iter();
    let folders = packages
        .filter_map(|package| package.get("manifest_path")?.as_str())
        .filter_map(|path| Some(resolve(Path::new(path).parent()?)));
    Some(folders.collect())
}

/// Whether the `members` of the workspace name `folder`, by path or by pattern.
fn is_listed(root: &Path, folder: &Path) -> bool {
    let manifest: Option<DocumentMut> = fs::read_to_string(root.join(MANIFEST))
        .ok()
        .and_then(|text| text.parse().ok());
    let (Some(manifest), Ok(relative)) = (manifest, folder.strip_prefix(root)) else {
        return false;
    };
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    let relative = parts.join("/");
    let list = |key: &str| -> Vec<String> {
        let item = manifest.get("workspace").and_then(|table| table.get(key));
        let array = item.and_then(Item::as_array);
        array
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_str())
            .map(|path| {
                path.trim_start_matches("./")
                    .trim_end_matches('/')
                    .to_owned()
            })
            .collect()
    };
    let excluded = list("exclude").iter().any(|path| {
        relative
            .strip_prefix(path.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    !excluded
        && list("members")
            .iter()
            .any(|pattern| matches_pattern(pattern, &relative))
}

/// Whether `path` matches a pattern in which `*` stands for any part of a folder name.
fn matches_pattern(pattern: &str, path: &str) -> bool {
    let (mut patterns, mut parts) = (pattern.split('/'), path.split('/'));
    loop {
        match (patterns.next(), parts.next()) {
            (None, None) => return true,
            (Some(pattern), Some(part)) if matches_part(pattern, part) => {}
            _ => return false,
        }
    }
}

fn matches_part(pattern: &str, part: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == part;
    };
    let Some(part) = part.strip_prefix(start) else {
        return false;
    };
    part.char_indices()
        .map(|(index, _)| index)
        .chain([part.len()])
        .any(|index| matches_part(rest, part.get(index..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(manifest: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(MANIFEST), manifest).unwrap();
        folder
    }

    fn add_crate(folder: &Path, name: &str) {
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::write(folder.join("src/lib.rs"), "").unwrap();
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n");
        fs::write(folder.join(MANIFEST), manifest).unwrap();
    }

    #[test]
    fn a_crate_outside_of_any_workspace_needs_none() {
        let folder = workspace("[package]\nname = \"a\"\n");
        assert!(!needs_own_workspace(&folder.path().join("client")));
    }

    #[test]
    fn a_crate_inside_a_workspace_that_does_not_know_it_needs_its_own() {
        let folder = workspace("[workspace]\nresolver = \"3\"\nmembers = []\n");
        let client = folder.path().join("below/client");
        assert!(needs_own_workspace(&client), "without a manifest");
        add_crate(&client, "client");
        assert!(needs_own_workspace(&client), "with a manifest");
    }

    #[test]
    fn a_member_needs_none() {
        for members in ["\"client\"", "\"./client/\"", "\"cl*t\""] {
            let folder = workspace(&format!(
                "[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"
            ));
            let client = folder.path().join("client");
            assert!(
                !needs_own_workspace(&client),
                "{members}, without a manifest"
            );
            add_crate(&client, "client");
            assert!(!needs_own_workspace(&client), "{members}, with a manifest");
        }
    }

    #[test]
    fn where_cargo_cannot_tell_the_manifest_does() {
        let folder = workspace("[workspace]\nmembers = [\"client\", \"gone\"]\n");
        let client = folder.path().join("client");
        add_crate(&client, "client");
        assert_eq!(members(folder.path()), None);
        assert!(!needs_own_workspace(&client));
    }

    #[test]
    fn an_excluded_folder_is_no_member() {
        let folder =
            workspace("[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates/client\"]\n");
        assert!(needs_own_workspace(&folder.path().join("crates/client")));
    }

    #[test]
    fn a_star_stands_for_any_part_of_one_folder_name() {
        for (pattern, path) in [
            ("a/*", "a/b"),
            ("*", "a"),
            ("a*c", "abbc"),
            ("a/*/c", "a/b/c"),
        ] {
            assert!(matches_pattern(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [("a/*", "a/b/c"), ("a/*", "a"), ("a*c", "ab"), ("", "a")] {
            assert!(!matches_pattern(pattern, path), "{pattern} {path}");
        }
    }
}
