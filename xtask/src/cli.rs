//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::fetch::http::Limits;

/// Keeps the OpenAPI document in spec/ and the client crate made of it in step.
#[derive(Debug, Parser)]
#[command(
    bin_name = "cargo xtask",
    version,
    max_term_width = 120,
    after_help = "\
Examples:
  cargo xtask fetch     take over the upstream document
  cargo xtask drift     tell what upstream changed since then, and whom that breaks
  cargo xtask regen     write the client crate of the document
  cargo xtask check     fail when the committed crate is not the one of the document
  cargo xtask where Pet find what an item of the crate comes from
  cargo xtask corpus .. make, check and prove a crate of every document in a folder

Exit status: 0 success, 1 `check` or `drift` found differences or `corpus` failures, 2 wrong use, 3 document unusable and
nothing written, 4 `diff` or `drift` found what breaks somebody"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Fetch(FetchOptions),
    Drift(DriftOptions),
    Regen(RegenOptions),
    Check(CheckOptions),
    Diff(DiffOptions),
    Document(DocumentOptions),
    Explain(ExplainOptions),
    Where(WhereOptions),
    Corpus(CorpusOptions),
    #[command(hide = true)]
    CorpusGenerate(CorpusGenerateOptions),
}

/// Get the document, check it, write spec/openapi.json and tell what changed
///
/// The document is JSON, YAML, or a documentation page with a fenced OpenAPI block. It is written in a canonical
/// form, so that the difference between two versions shows what changed and nothing else. What it refers to in other
/// files below its folder is brought into it. Several sources are merged into one document; a conflict between them
/// is an error.
#[derive(Debug, Args)]
#[command(after_help = "\
The environment variable that `authorization-env` in spec/generate.toml names holds the value of the Authorization
header. It is sent to the scheme, host and port of the URLs of `source` there, if they use https or a loopback address,
and to no other, whatever URLs are given.

Examples:
  cargo xtask fetch
  cargo xtask fetch https://api.example.com/openapi.yaml --timeout 120
  cargo xtask fetch docs/first-page.md docs/second-page.md

Exit status: 0 written or unchanged, 2 wrong use, 3 a source cannot be used and nothing was written")]
pub(crate) struct FetchOptions {
    #[command(flatten)]
    pub(crate) upstream: Upstream,
}

/// Compare the pinned document with the one upstream, and write nothing
///
/// Gets and checks the document as `fetch` does, and tells what came of it since spec/openapi.json was written, as `diff`
/// does. In step are documents of which nothing but layout is different.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask drift
  cargo xtask drift --format markdown > summary.md

Exit status: 0 in step, 1 changed and nothing breaks, 2 wrong use, 3 could not compare, 4 something breaks")]
pub(crate) struct DriftOptions {
    #[command(flatten)]
    pub(crate) upstream: Upstream,

    /// How the comparison is printed
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ComparisonFormat,
}

/// Where the document comes from, and what is taken for one.
#[derive(Debug, Args)]
pub(crate) struct Upstream {
    /// http(s) URL or file [default: `source` in spec/generate.toml]
    #[arg(value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,

    /// Time limit for each URL, from the first connection to the last byte
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::SECONDS, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,

    /// Size limit for each source, after decompression
    #[arg(long, value_name = "N", default_value_t = Limits::BYTES, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_bytes: u64,

    /// Believe a document that lacks more than half of the operations of spec/openapi.json
    #[arg(long)]
    pub(crate) allow_shrink: bool,

    #[command(flatten)]
    pub(crate) references: References,
}

/// Write the client crate of the document
///
/// Writes Cargo.toml, Rust files below src/ and, if asked to, tests/wire.rs and tests/operations.rs with their folders;
/// touches only files that change, and deletes generated ones that are no longer produced. In an existing Cargo.toml it
/// changes only what it owns: the table of dependencies, its own features, and of the package's own all but the version.
/// Files that do not start with `// @generated` (Cargo.toml: `# @generated`) are never overwritten or deleted.
/// A second run in the same folder waits for the first one.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask regen
  cargo xtask regen --bump
  cargo xtask regen --spec petstore.yaml --out ../petstore-client --name petstore-client --with-tests

Exit status: 0 written or unchanged, 2 wrong use, 3 document unusable (with --strict also one with warnings) or disk not
writable, and nothing was written")]
pub(crate) struct RegenOptions {
    #[command(flatten)]
    pub(crate) target: Target,

    #[command(flatten)]
    pub(crate) telling: Telling,

    /// Package name [default: the one in DIR/Cargo.toml if --out is given, else `name` in spec/generate.toml]
    #[arg(long, value_name = "PACKAGE")]
    pub(crate) name: Option<String>,

    /// Write the version that has to follow the last release, and an entry in generated-client/CHANGELOG.md
    ///
    /// The last release is the last commit that changed the version or the name in generated-client/Cargo.toml; its
    /// spec/openapi.json is compared with the one that is there now. What breaks written code or running programs asks for
    /// another major version, what is new for a minor one, all else for a patch; below 1.0.0, for a minor version or a
    /// patch. A higher version that you chose stays, and so does what you wrote in the file. Without this option, the
    /// version is only told.
    #[arg(long, conflicts_with_all = ["spec", "out"])]
    pub(crate) bump: bool,

    /// Add tests/wire.rs, which reads and writes values of the document as the types of the crate, and
    /// tests/operations.rs, which calls every operation
    ///
    /// This is remembered: for generated-client as `tests` in spec/generate.toml, for the crate in --out by the tests
    /// that it has.
    #[arg(long)]
    pub(crate) with_tests: bool,
}

/// Compare the client crate with what `regen` would write, and print a unified diff
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask check
  cargo xtask check --spec petstore.yaml --out ../petstore-client

Exit status: 0 in step, 1 files are stale, missing or left over, 2 wrong use, 3 document unusable (with --strict also one
with warnings)")]
pub(crate) struct CheckOptions {
    #[command(flatten)]
    pub(crate) target: Target,

    #[command(flatten)]
    pub(crate) telling: Telling,
}

/// Compare two documents by what they do to programs: on the wire and in source
///
/// On the wire: whether a program that was built against OLD still works with a server of NEW. In source: whether code that
/// was written against the crate of OLD compiles against that of NEW. Each change names its place in both documents and the
/// items of the crate that it touches.
#[derive(Debug, Args)]
#[command(after_help = "\
A document is a file, a URL, or git:REV:path, a file of an earlier commit. The Authorization header (`authorization-env`
in spec/generate.toml) is sent to the scheme, host and port of the URLs of `source` there, and to no other.

Examples:
  cargo xtask diff git:HEAD:spec/openapi.json spec/openapi.json
  cargo xtask diff old.yaml https://api.example.com/openapi.yaml --format markdown

Exit status: 0 nothing breaks, 2 wrong use, 3 a document cannot be used, 4 something breaks")]
pub(crate) struct DiffOptions {
    /// The document that programs were built against
    #[arg(value_name = "OLD")]
    pub(crate) old: String,

    /// The document that takes its place
    #[arg(value_name = "NEW")]
    pub(crate) new: String,

    /// How the comparison is printed
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ComparisonFormat,

    /// Compare the documents as they are, without the choices of spec/generate.toml, which are for its own document
    #[arg(long)]
    pub(crate) plain: bool,

    #[command(flatten)]
    pub(crate) references: References,
}

/// Print the document as the generator sees it
///
/// With the overlays that spec/generate.toml names, and with the operations that it chooses and what they need. The form
/// is the canonical one, so that two such documents can be compared as text.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask document
  cargo xtask document --spec new.yaml | diff <(cargo xtask document) -

Exit status: 0 printed, 2 wrong use, 3 the document cannot be used, or the settings do not fit it")]
pub(crate) struct DocumentOptions {
    /// The document [default: spec/openapi.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) references: References,
}

/// Find the part of the document that an item of the crate comes from
///
/// NAME is that of a type, a field or a variant of it, a method of the client or an argument of it, an operation, its
/// errors, a setter, or a constant. It is written as in code, from any part of the path on: `types::Pet::name`,
/// `Pet::name` and `name` all find that field. Each item that has the name is a line: file, line and column, what it is,
/// and the JSON pointer.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask where PostMessageRequestBody
  cargo xtask where PostMessageRequestBodyFile::Base64
  cargo xtask where post_message
  cargo xtask where Pet::name --spec petstore.yaml

Exit status: 0 found, 2 wrong use or nothing has that name, 3 the document cannot be used")]
pub(crate) struct WhereOptions {
    /// The item, such as `Pet`, `Pet::name`, `types::Pet` or `list_pets`
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// The document [default: spec/openapi.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) references: References,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ComparisonFormat {
    /// For people: what matters first, then every change with its places
    #[default]
    Text,
    /// For the description of a pull request
    Markdown,
    /// For programs
    Json,
}

/// Tell at length what a code in a message means, and what to do about it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask explain                     list the codes
  cargo xtask explain invalid-document
  cargo xtask explain request-property-became-required

Exit status: 0, 2 there is no such code")]
pub(crate) struct ExplainOptions {
    /// The code, as it stands in brackets in a message [default: lists all]
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

/// The two sides of a regeneration. Only another document for another crate, with both options, has no settings.
#[derive(Debug, Default, Args)]
pub(crate) struct Target {
    /// The document [default: spec/openapi.json]
    ///
    /// What spec/generate.toml says goes for it too, unless --out is given as well: that is another crate of another
    /// document.
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    /// The folder of the crate [default: generated-client]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Take warnings about the document for errors
    #[arg(long)]
    pub(crate) strict: bool,

    #[command(flatten)]
    pub(crate) references: References,
}

/// How the findings about the document are told.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(crate) struct Telling {
    /// How findings about the document are printed
    ///
    /// In every form but text they are all that goes to standard output, and the rest goes to standard error.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: FindingFormat,

    /// Show all findings, not only the first three of each code
    ///
    /// JSON and SARIF always hold all.
    #[arg(long)]
    pub(crate) all: bool,
}

/// The forms of findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    /// For people, with the lines of the document
    #[default]
    Text,
    /// For programs
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// What references of a document may lead to, besides files in its folder and the folders in it.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(crate) struct References {
    /// Follow references to URLs; those of a document that was read from a URL are such
    #[arg(long)]
    pub(crate) allow_remote_references: bool,
}

/// Make a crate of every document in a folder, have the compiler check it, and report a table
///
/// The documents are the files in DIR that end in .json, .yaml or .yml. Each crate is written to a folder of its own
/// below target/corpus/, where it stays. For one after the other, `cargo check` and `cargo doc` run, and tests that read
/// and write the document's own examples and values made from its schemas as the types of the crate. What crates
/// depend on is built before, once for all of them. A crate passes if it is generated, neither rustc nor rustdoc has
/// anything to say about it, and every value comes back as it was. Tables go to standard output, progress to standard
/// error.
///
/// With --contract, a crate passes if Prism accepts every call of every operation, and what it answers is read.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask corpus ../documents
  cargo xtask corpus ../documents --only petstore --only github --json target/corpus.json
  cargo xtask corpus ../documents --contract
  cargo run --release --package xtask -- corpus ../documents     for times of a release build

Exit status: 0 all documents pass, 1 some do not, 2 wrong use")]
pub(crate) struct CorpusOptions {
    /// The folder of the documents
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Only this document, named by its file, with or without the extension; can be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) only: Vec<String>,

    /// Write all that is known about each document to FILE, too
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,

    /// Take warnings about a document for errors
    #[arg(long)]
    pub(crate) strict: bool,

    /// Call every operation against Prism, a server that checks requests against the document, instead
    #[arg(long)]
    pub(crate) contract: bool,

    /// The program of Prism [default: the variable PRISM, else the one that .ci/run installs, else the one on the path]
    #[arg(long, value_name = "FILE", requires = "contract")]
    pub(crate) prism: Option<PathBuf>,
}

/// Generate one crate and print what there is to tell about it as JSON
///
/// This is how `corpus` measures a generation.
#[derive(Debug, Args)]
pub(crate) struct CorpusGenerateOptions {
    pub(crate) spec: PathBuf,

    pub(crate) out: PathBuf,

    #[arg(long)]
    pub(crate) name: String,

    #[arg(long)]
    pub(crate) strict: bool,

    #[arg(long)]
    pub(crate) with_tests: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_of_the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn limits_of_zero_are_refused() {
        for command in ["fetch", "drift"] {
            for option in ["--timeout", "--max-bytes"] {
                assert!(Cli::try_parse_from(["xtask", command, option, "0"]).is_err());
                assert!(Cli::try_parse_from(["xtask", command, option, "1"]).is_ok());
            }
        }
    }
}
