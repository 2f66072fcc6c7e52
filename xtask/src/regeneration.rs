//! What `regen` and `check` have in common: everything up to the changes that the crate on disk needs.

use std::path::PathBuf;
use std::{fs, io};

use generator::{Code, Config, Generated, OutputFile, PackageName, Report, Source};

use crate::cli::{Target, Telling};
use crate::crate_files::{self, Change, Plan};
use crate::document::Reader;
use crate::effective::effective;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::findings::Told;
use crate::marked_files::{self, MANIFEST};
use crate::pinned::PATH as SPEC;
use crate::root::Root;
use crate::settings::Settings;
use crate::{manifest, operation_tests, output, wire_tests, workspace};

/// The folder of the crate, from the root of the repository.
pub(crate) const OUT: &str = "generated-client";

/// What a regeneration would change, and what to tell about it.
#[derive(Debug)]
pub(crate) struct Regeneration {
    /// The folder of the crate, as messages call it.
    pub(crate) shown: String,
    /// The document.
    pub(crate) source: Source,
    /// The manifest, as it is to be.
    pub(crate) manifest: String,
    /// What has to be done in the folder.
    pub(crate) plan: Plan,
    /// How many files the crate has.
    pub(crate) files: usize,
    /// The findings about the document, with their places.
    pub(crate) told: Told,
    /// How many findings there are, in words; empty without any.
    pub(crate) findings: String,
    /// Remarks on the form of the pinned document and on what the tests leave out.
    pub(crate) remarks: Vec<String>,
}

/// What the command line may say and else is as before.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Choices<'a> {
    /// The name of the package; otherwise the one that is there, or the one in the settings.
    pub(crate) name: Option<&'a str>,
    /// Adds tests; otherwise they are there if the settings say so or, in a folder of the caller's, if they were.
    pub(crate) with_tests: bool,
}

impl Regeneration {
    /// Reads the document, generates the crate and compares it with what is on disk.
    pub(crate) fn compute(
        root: &Root,
        target: &Target,
        choices: Choices<'_>,
        telling: Telling,
    ) -> Result<Self, Failure> {
        let crate_folder = CrateFolder::find(root, target)?;
        let manifest = crate_folder.manifest()?;
        let package = package(root, target, choices.name, manifest.as_deref())?;
        let has_tests = choices.with_tests
            || match target.out {
                Some(_) => marked_files::has_tests(&crate_folder.path)?,
                None => root.settings()?.tests,
            };
        let Document {
            source,
            shown: shown_spec,
            remark,
        } = Document::read(root, target).map_err(|failure| {
            let file = Document::shown(target);
            let printed = Told::unreadable(&file, &failure, telling).print();
            printed.err().unwrap_or(failure)
        })?;
        let strictness = Strictness::of(target.strict);
        let settings = match (&target.spec, &target.out) {
            // Another document for another crate, of which the settings say nothing.
            (Some(_), Some(_)) => None,
            _ => Some(root.settings()?),
        };
        let source = match &settings {
            Some(settings) => effective(root, settings, source, telling)
                .map_err(|failure| failure.with_note("nothing was written"))?,
            None => source,
        };
        let settings = settings.as_ref();
        let config = config(target, settings, package);
        let mut generated = generate(&source, &config, strictness).map_err(|report| {
            let unusable = Failure::unusable(format!(
                "no client can be made of {shown_spec}; nothing was written"
            ));
            let printed = Told::new(&report, &source, settings, telling).print();
            printed.err().unwrap_or(unusable)
        })?;
        let left_out = has_tests
            .then(|| wire_tests::add(&mut generated, &source, &config.package))
            .and_then(|counts| wire_tests::left_out(&counts));
        if has_tests {
            operation_tests::add(&mut generated, &source, &config.package);
        }
        let Generated {
            mut files, report, ..
        } = generated;
        let merged = crate_folder.merge_manifest(&mut files, manifest.as_deref())?;
        Ok(Self {
            plan: crate_files::plan(&crate_folder.path, &files)?,
            shown: crate_folder.shown,
            files: files.len(),
            findings: findings(report.diagnostics.len(), report.count(Code::UntypedSchema)),
            told: Told::new(&report, &source, settings, telling),
            remarks: [remark, left_out].into_iter().flatten().collect(),
            manifest: merged,
            source,
        })
    }

    /// How messages call the file that `change` is about.
    pub(crate) fn shown_path(&self, change: &Change) -> String {
        format!("{}/{}", self.shown, change.path())
    }

    /// Prints what there is to say about the document.
    pub(crate) fn print_diagnostics(&self) -> Result<(), Failure> {
        self.told.print()?;
        for remark in &self.remarks {
            output::message(&format!("warning: {remark}"));
        }
        Ok(())
    }
}

/// What is chosen for the crate of a document: by the settings, if they are for it.
fn config(target: &Target, settings: Option<&Settings>, package: PackageName) -> Config {
    let Some(settings) = settings else {
        return Config::new(package);
    };
    let config = settings.config();
    Config {
        package,
        document_url: config.document_url.filter(|_| target.spec.is_none()),
        ..config
    }
}

/// The name of the package: that of the command line, of the crate that is there, or of the settings.
fn package(
    root: &Root,
    target: &Target,
    chosen: Option<&str>,
    manifest: Option<&str>,
) -> Result<PackageName, Failure> {
    let there = || manifest.filter(|_| target.out.is_some());
    match chosen
        .map(str::to_owned)
        .or_else(|| there().and_then(manifest::package_name))
    {
        Some(name) => package_name(&name),
        None => Ok(root.settings()?.name),
    }
}

/// What warnings about the document are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    WarningsAreTold,
    WarningsAreErrors,
}

impl Strictness {
    /// What `--strict` on the command line, or its absence, means.
    pub(crate) fn of(strict: bool) -> Self {
        if strict {
            Self::WarningsAreErrors
        } else {
            Self::WarningsAreTold
        }
    }
}

/// Generates the crate; the error has at least one finding that keeps it from being made.
pub(crate) fn generate(
    source: &Source,
    config: &Config,
    strictness: Strictness,
) -> Result<Generated, Report> {
    let generated = generator::generate(source, config);
    if strictness == Strictness::WarningsAreTold {
        return generated;
    }
    match generated {
        Ok(generated) if generated.report.diagnostics.is_empty() => Ok(generated),
        Ok(Generated { report, .. }) | Err(report) => Err(report.into_strict()),
    }
}

/// Checks a name that the command line or a manifest gives.
pub(crate) fn package_name(name: &str) -> Result<PackageName, Failure> {
    PackageName::new(name)
        .map_err(|error| Failure::usage(format!("{error}; choose one with --name")))
}

fn findings(all: usize, untyped: usize) -> String {
    if all == 0 {
        return "no warnings".to_owned();
    }
    let mut text = output::count(all, "warning");
    if untyped > 0 {
        text.push_str(&format!(
            " ({untyped} of them for values left as untyped JSON)"
        ));
    }
    text
}

/// The document to generate from, as it is.
pub(crate) struct Document {
    pub(crate) source: Source,
    shown: String,
    /// Set if it is the pinned one and not in the form in which `fetch` writes it.
    remark: Option<String>,
}

impl Document {
    /// How messages call the file.
    fn shown(target: &Target) -> String {
        match &target.spec {
            Some(path) => path.display().to_string(),
            None => SPEC.to_owned(),
        }
    }

    pub(crate) fn read(root: &Root, target: &Target) -> Result<Self, Failure> {
        let shown = Self::shown(target);
        let path = target.spec.clone().unwrap_or_else(|| root.join(SPEC));
        let bytes = fs::read(&path).map_err(|error| {
            Failure::unusable(format!(
                "{shown} cannot be read: {error}; `cargo xtask fetch` gets the document, --spec FILE names another one"
            ))
        })?;
        let reader = Reader {
            allow_remote_references: target.references.allow_remote_references,
            ..Reader::default()
        };
        let location = Location::File {
            path,
            shown: shown.clone(),
        };
        let source = reader.parse(&location, &bytes)?;
        let is_canonical = crate_files::text(&bytes) == source.to_canonical_json();
        let remark = (target.spec.is_none() && !is_canonical).then(|| {
            format!(
                "{SPEC} is not in canonical form; \
                 `cargo xtask fetch {SPEC}` at the root of the repository mends it"
            )
        });
        Ok(Self {
            source,
            shown,
            remark,
        })
    }
}

/// The folder of the crate, which need not exist.
#[derive(Debug)]
pub(crate) struct CrateFolder {
    pub(crate) path: PathBuf,
    /// How messages call it.
    pub(crate) shown: String,
}

impl CrateFolder {
    /// The one that the command line names, or the usual one.
    pub(crate) fn find(root: &Root, target: &Target) -> Result<Self, Failure> {
        let (path, shown) = match &target.out {
            Some(out) => (out.clone(), out.display().to_string()),
            None => (root.join(OUT), OUT.to_owned()),
        };
        if path.exists() && !path.is_dir() {
            return Err(Failure::usage(format!(
                "{shown} is not a folder; choose another --out"
            )));
        }
        Ok(Self {
            path,
            shown: shown.trim_end_matches('/').to_owned(),
        })
    }

    /// The manifest that is there.
    fn manifest(&self) -> Result<Option<String>, Failure> {
        match fs::read(self.path.join(MANIFEST)) {
            Ok(bytes) => Ok(Some(crate_files::text(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::unusable(format!(
                "{}/{MANIFEST} cannot be read: {error}",
                self.shown
            ))),
        }
    }

    /// Puts the manifest that is there and the generated one together, and gives that.
    fn merge_manifest(
        &self,
        files: &mut [OutputFile],
        existing: Option<&str>,
    ) -> Result<String, Failure> {
        let Some(file) = files.iter_mut().find(|file| file.path == MANIFEST) else {
            return Ok(String::new());
        };
        file.contents = self.merge(&file.contents, existing)?;
        Ok(file.contents.clone())
    }

    fn merge(&self, generated: &str, existing: Option<&str>) -> Result<String, Failure> {
        let own_workspace = !existing.is_some_and(manifest::has_workspace)
            && workspace::needs_own_workspace(&self.path);
        manifest::merge(generated, existing, own_workspace).map_err(|error| {
            Failure::usage(format!(
                "{}/{MANIFEST} is not a manifest that can be changed; mend it or move it away\n{error}",
                self.shown
            ))
        })
    }
}
