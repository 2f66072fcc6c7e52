//! What must hold of every input.

use std::collections::BTreeSet;
use std::panic;

use generator::{Config, Generated, PackageName, Source};
use syn::{ImplItem, Item};

use crate::Input;

/// What became of an input.
pub(crate) enum Outcome {
    /// Code.
    Generated,
    /// A report with an error.
    Refused,
    /// It is no document.
    Unread,
}

/// Generates the crate of the input, and looks at it.
pub(crate) fn check(input: &Input, seed: u64) -> Result<Outcome, String> {
    let checked = panic::catch_unwind(|| {
        let Ok(source) = Source::read(input.name.as_str(), &input.bytes) else {
            return Ok(Outcome::Unread);
        };
        let config = Config::new(PackageName::new("fuzz").unwrap());
        match generator::generate(&source, &config) {
            Ok(generated) => {
                let _ = generated.report.render(&source);
                look_at(&generated)?;
                if seed.is_multiple_of(16)
                    && generator::generate(&source, &config)
                        .ok()
                        .map(|it| it.files)
                        != Some(generated.files)
                {
                    return Err("the second time, the files are others".to_owned());
                }
                Ok(Outcome::Generated)
            }
            Err(report) if report.has_errors() => {
                let _ = report.render(&source);
                Ok(Outcome::Refused)
            }
            Err(_) => Err("nothing generated, and no error".to_owned()),
        }
    });
    checked.unwrap_or_else(|_| Err("panicked".to_owned()))
}

fn look_at(generated: &Generated) -> Result<(), String> {
    if generated.report.has_errors() {
        return Err("generated in spite of errors".to_owned());
    }
    for file in &generated.files {
        let is_own = file.path.ends_with(".rs") && !file.path.starts_with("src/runtime/");
        if is_own {
            let parsed = syn::parse_file(&file.contents)
                .map_err(|error| format!("{} does not parse: {error}", file.path))?;
            no_name_twice(&parsed.items).map_err(|error| format!("{}: {error}", file.path))?;
        }
    }
    Ok(())
}

/// That items of one module, and what is inside them, have different names.
fn no_name_twice(items: &[Item]) -> Result<(), String> {
    let mut types = BTreeSet::new();
    let mut methods = BTreeSet::new();
    let mut claim = |name: String| match types.insert(name.clone()) {
        true => Ok(()),
        false => Err(format!("two items are called {name}")),
    };
    for item in items {
        match item {
            Item::Struct(item) => {
                claim(item.ident.to_string())?;
                distinct(item.fields.iter().filter_map(|field| field.ident.as_ref()))?;
            }
            Item::Enum(item) => {
                claim(item.ident.to_string())?;
                distinct(item.variants.iter().map(|variant| &variant.ident))?;
            }
            Item::Type(item) => claim(item.ident.to_string())?,
            Item::Impl(item) if item.trait_.is_none() => {
                let name = names_of(&item.self_ty).join(" of ");
                for inside in &item.items {
                    if let ImplItem::Fn(method) = inside
                        && !methods.insert((name.clone(), method.sig.ident.to_string()))
                    {
                        return Err(format!(
                            "two methods of {name} are called {}",
                            method.sig.ident
                        ));
                    }
                }
            }
            Item::Mod(item) => {
                no_name_twice(item.content.as_ref().map_or(&[], |(_, items)| items))?
            }
            _ => {}
        }
    }
    Ok(())
}

fn distinct<'a>(names: impl Iterator<Item = &'a syn::Ident>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(format!("two fields or variants are called {name}"));
        }
    }
    Ok(())
}

/// The names in a type and its parameters: the call of one operation is another type than that of the next.
fn names_of(ty: &syn::Type) -> Vec<String> {
    let syn::Type::Path(path) = ty else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for segment in &path.path.segments {
        names.push(segment.ident.to_string());
        if let syn::PathArguments::AngleBracketed(parameters) = &segment.arguments {
            for parameter in &parameters.args {
                if let syn::GenericArgument::Type(ty) = parameter {
                    names.extend(names_of(ty));
                }
            }
        }
    }
    names
}
