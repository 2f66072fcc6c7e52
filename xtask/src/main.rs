//! The commands of this repository: fetch the OpenAPI document, regenerate the client from it, compare the two.
//!
//! What there is to know about a document and its code lives in the library `generator`; here is what it leaves
//! out: command line, disk, network and printing. Results go to standard output, messages to standard error.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod check;
mod cli;
mod comparison;
mod corpus;
mod crate_files;
mod diff;
mod document;
mod drift;
mod effective;
mod explain;
mod failure;
mod fetch;
mod findings;
mod git;
mod lock;
mod manifest;
mod marked_files;
mod operation_tests;
mod output;
mod pinned;
mod regen;
mod regeneration;
mod root;
mod settings;
mod version;
mod view;
mod whence;
mod wire_tests;
mod workspace;
mod write;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::failure::Failure;
use crate::root::Root;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(code) => code,
        Err(failure) => {
            output::message(&findings::of_failure(&failure));
            failure.exit_code()
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode, Failure> {
    let root = Root::find()?;
    match &cli.command {
        Command::Fetch(options) => fetch::run(&root, options),
        Command::Drift(options) => drift::run(&root, options),
        Command::Regen(options) => regen::run(&root, options),
        Command::Check(options) => check::run(&root, options),
        Command::Diff(options) => diff::run(&root, options),
        Command::Document(options) => effective::run(&root, options),
        Command::Explain(options) => explain::run(options),
        Command::Where(options) => whence::run(&root, options),
        Command::Corpus(options) => corpus::run(&root, options),
        Command::CorpusGenerate(options) => corpus::generate(options),
    }
}
