use semver::{Version, VersionReq};

use crate::config::{Choices, CrateRequirement};
use crate::diagnostics::Report;
use crate::emit::{self, Dependency};
use crate::model::Api;
use crate::similar::did_you_mean;

use super::path::RustPath;
use super::{refuse, setting};

const DEPENDENCIES: &str = "dependencies";

/// Checks the crates that the configuration asks for, and that those are there that its paths lead into. `api` is as the
/// choices make it, which decides what the client asks for by itself.
pub(super) fn check(choices: &Choices, api: &Api, report: &mut Report) {
    let own: Vec<&Dependency> = emit::dependencies_of(api).collect();
    for (name, requirement) in &choices.dependencies {
        match own.iter().find(|it| in_code(it.name) == in_code(name)) {
            Some(own) => check_own(name, requirement, own, report),
            None if requirement.version.is_none()
                && !["path", "git"]
                    .iter()
                    .any(|it| requirement.place.contains_key(*it)) =>
            {
                let message = format!("`{name}` in `{DEPENDENCIES}` does not say where it is from");
                let choice = setting(DEPENDENCIES, name);
                refuse(
                    report,
                    &choice,
                    None,
                    message,
                    "add `version`, `path` or `git`",
                );
            }
            None => {}
        }
    }
    let replacements = choices.replacements.iter();
    for (name, path) in replacements.filter(|(_, path)| *path != "serde_json::Value") {
        check_path("replace", name, path, choices, &own, report);
    }
    for (pattern, paths) in &choices.derives {
        for path in paths {
            check_path("derive", pattern, path, choices, &own, report);
        }
    }
}

/// The name of a crate in code.
fn in_code(name: &str) -> String {
    name.replace('-', "_")
}

/// Of a crate that the client asks for by itself, only features can be added.
fn check_own(name: &str, wanted: &CrateRequirement, own: &Dependency, report: &mut Report) {
    let at = format!("`{name}` in `{DEPENDENCIES}`");
    let (message, help) = if name != own.name {
        (
            format!(
                "{at} is a crate that the client asks for by itself, as `{}`",
                own.name
            ),
            "name it like that".to_owned(),
        )
    } else if let Some(key) = wanted.place.keys().next() {
        (
            format!("{at} is a crate that the client asks for by itself, so it has no `{key}`"),
            format!("leave `{key}` out; only `features` can be added"),
        )
    } else if let Some(version) = wanted.version.as_ref().filter(|it| !fits(it, own.version)) {
        (
            format!(
                "the client asks for `{name}` {} by itself, not {version}",
                own.version
            ),
            "leave `version` out; only `features` can be added".to_owned(),
        )
    } else if wanted.features.is_empty() && wanted.default_features != Some(true) {
        (
            format!("{at} is a crate that the client asks for by itself"),
            "leave it out, or add `features` that it is to have".to_owned(),
        )
    } else {
        return;
    };
    refuse(report, &setting(DEPENDENCIES, name), None, message, help);
}

/// Whether a version that stands in the client, such as `2.5`, is one of those that are asked for.
fn fits(wanted: &str, own: &str) -> bool {
    let missing = 2_usize.saturating_sub(own.matches('.').count());
    let own = Version::parse(&format!("{own}{}", ".0".repeat(missing)));
    VersionReq::parse(wanted).is_ok_and(|wanted| own.is_ok_and(|own| wanted.matches(&own)))
}

/// Checks that the crate of a path is there; what is no path has been told of.
fn check_path(
    table: &str,
    name: &str,
    path: &str,
    choices: &Choices,
    own: &[&Dependency],
    report: &mut Report,
) {
    let Some(parsed) = RustPath::parse(path).ok().filter(RustPath::has_crate) else {
        return;
    };
    let krate = parsed.first();
    if RustPath::is_of_rust(krate) {
        return;
    }
    let chosen = choices.dependencies.keys().map(String::as_str);
    let own = own.iter().filter(|it| !it.optional).map(|it| it.name);
    let names: Vec<String> = chosen.chain(own).map(in_code).collect();
    if names.iter().any(|it| it == krate) {
        return;
    }
    let otherwise =
        format!("add `{krate} = \"…\"` to `{DEPENDENCIES}`, with its version or its path");
    refuse(
        report,
        &setting(table, name),
        None,
        format!(
            "the crate of `{path}`, which `{table}` has for `{name}`, is not in `{DEPENDENCIES}`"
        ),
        did_you_mean(krate, names.iter().map(String::as_str), &otherwise),
    );
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_version_of_the_client_is_among_those_that_are_asked_for_or_not() {
        for (wanted, own, expected) in [
            ("2", "2.5", true),
            ("2.5", "2.5", true),
            ("^0.4.1", "0.4.45", true),
            ("*", "2.5", true),
            ("2.6", "2.5", false),
            ("3", "2.5", false),
            ("new", "2.5", false),
        ] {
            assert_eq!(fits(wanted, own), expected, "{wanted} {own}");
        }
    }
}
