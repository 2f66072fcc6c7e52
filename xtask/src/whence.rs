//! `cargo xtask where`: finds the part of the document that an item of the crate comes from.

use std::collections::BTreeSet;
use std::process::ExitCode;

use generator::{ItemOrigin, RustItem, Source};

use crate::cli::{Target, Telling, WhereOptions};
use crate::effective::effective;
use crate::failure::Failure;
use crate::findings::Told;
use crate::output;
use crate::regeneration::Document;
use crate::root::Root;

/// How many names are suggested for one that nothing has.
const SUGGESTIONS: usize = 5;

/// Runs the command.
pub(crate) fn run(root: &Root, options: &WhereOptions) -> Result<ExitCode, Failure> {
    let target = Target {
        spec: options.spec.clone(),
        references: options.references,
        ..Target::default()
    };
    let settings = root.settings()?;
    let telling = Telling::default();
    let document = Document::read(root, &target)?;
    let source = effective(root, &settings, document.source, telling)?;
    let config = settings.config();
    let library = config.package.as_str().replace('-', "_");
    let generated = generator::generate(&source, &config).map_err(|report| {
        let unusable = Failure::unusable(format!("no client can be made of {}", source.name()));
        let told = Told::new(&report, &source, Some(&settings), telling);
        told.print().err().unwrap_or(unusable)
    })?;
    let name = plain(&options.name, &library);
    let items = generated.all_items();
    let found = items.iter().filter(|item| is_called(&item.path, &name));
    let text: String = found.map(|item| line(item, &source)).collect();
    if text.is_empty() {
        let paths = items.iter().map(|item| item.path.as_str());
        let help = help(&similar(&name, paths));
        return Err(Failure::usage(format!(
            "no item that comes from {} is called `{name}`; {help}",
            source.name()
        )));
    }
    output::result(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What there is to say of an item.
fn line(item: &RustItem, source: &Source) -> String {
    let RustItem { path, kind, origin } = item;
    let (pointer, added) = match origin {
        ItemOrigin::Document(pointer) => (pointer, ""),
        ItemOrigin::Added(pointer) => (pointer, " (added by the generator)"),
        ItemOrigin::Generator => {
            return format!(
                "{kind} {path} is the generator's own: it comes from no part of the document\n"
            );
        }
    };
    let place = source.place(pointer);
    // Keys of the document can have line breaks in them.
    let pointer = pointer.to_string();
    let escaped: String = pointer.chars().map(without_control).collect();
    format!("{place}: {kind} {path} {escaped}{added}\n")
}

/// The character, or what people write for it where it would end the line or change how it looks.
fn without_control(c: char) -> String {
    if c.is_control() {
        c.escape_default().to_string()
    } else {
        c.to_string()
    }
}

/// The name without what says nothing here: the crate, the modules of clients, parentheses, raw identifiers; a dot is as
/// good as colons.
fn plain(name: &str, library: &str) -> String {
    let name = name.trim().trim_end_matches("()");
    let name = name.replace("r#", "").replace('.', "::");
    let name = name.trim_start_matches("::");
    let name = inside(name, &[library, "crate"]);
    inside(name, &["blocking", "generic"]).to_owned()
}

/// The name without the module that it begins with, if that is one of these.
fn inside<'a>(name: &'a str, modules: &[&str]) -> &'a str {
    let mut modules = modules.iter();
    let inner = modules.find_map(|module| name.strip_prefix(module)?.strip_prefix("::"));
    inner.unwrap_or(name)
}

/// Whether a path is `name`, or ends in it.
fn is_called(path: &str, name: &str) -> bool {
    let before = path.strip_suffix(name);
    !name.is_empty() && before.is_some_and(|it| it.is_empty() || it.ends_with("::"))
}

/// The names that are written most like `name`, the nearest first: as many parts of each path as it has.
fn similar<'a>(name: &str, paths: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let allowed = 1 + wanted.chars().count() / 4;
    let parts = wanted.split("::").count();
    let near: BTreeSet<(usize, &str)> = paths
        .filter_map(|path| {
            let end = last_parts(path, parts);
            let lower = end.to_lowercase();
            let distance = strsim::osa_distance(&wanted, &lower);
            let holds = wanted.len() > 3 && lower.contains(&wanted);
            (distance <= allowed || holds).then_some((distance, end))
        })
        .collect();
    near.into_iter()
        .map(|(_, end)| end)
        .take(SUGGESTIONS)
        .collect()
}

/// The end of a path: so many of its parts, or all.
fn last_parts(path: &str, parts: usize) -> &str {
    let start = path.rmatch_indices("::").nth(parts.saturating_sub(1));
    let start = start.map_or(0, |(at, colons)| at + colons.len());
    path.get(start..).unwrap_or(path)
}

fn help(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => "write it as code that uses the crate does, such as `Pet::name`".to_owned(),
        [only] => format!("did you mean {only}?"),
        [others @ .., last] => format!("did you mean {} or {last}?", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_as_people_write_it() {
        for name in [
            "Pet::name",
            " factory_client::Pet::name ",
            "crate::Pet::name()",
            "Pet.name",
            "::Pet::r#name",
            "factory_client::blocking::Pet::name",
            "generic::Pet::name",
        ] {
            assert_eq!(plain(name, "factory_client"), "Pet::name", "{name}");
        }
    }

    #[test]
    fn a_path_is_found_by_its_last_parts_and_not_by_the_end_of_a_word() {
        let path = "types::Pet::name";
        for name in ["types::Pet::name", "Pet::name", "name"] {
            assert!(is_called(path, name), "{name}");
        }
        for name in ["", "me", "et::name", "Pet", "::name", "x::types::Pet::name"] {
            assert!(!is_called(path, name), "{name}");
        }
    }

    #[test]
    fn names_that_are_written_nearly_alike_are_suggested() {
        let paths = ["types::Pet", "types::Pet::name", "Client::list_pets"];
        let similar = |name| similar(name, paths.into_iter());
        assert_eq!(similar("Pett"), ["Pet"]);
        assert_eq!(similar("pet"), ["Pet"]);
        assert_eq!(similar("Pet::nmae"), ["Pet::name"]);
        assert_eq!(similar("list_pet"), ["list_pets"]);
        assert_eq!(similar("pets"), ["Pet", "list_pets"]);
        assert!(similar("Vehicle").is_empty());
        assert_eq!(help(&["a", "b", "c"]), "did you mean `a`, `b` or `c`?");
    }
}
