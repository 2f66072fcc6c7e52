//! The contract test that a crate can carry: every operation called with arguments made from its schemas.

use generator::{CallArgument, Generated, OperationCall, OutputFile, PackageName, Source};
use wire_proof::{Argument, Calls, Content, Contract, Credential, Operation, RequestBody};

/// Adds the test to the files of the crate, and tells what it leaves out.
pub(crate) fn add(generated: &mut Generated, source: &Source, package: &PackageName) -> Contract {
    let calls = Calls {
        operations: generated.operations.iter().map(operation).collect(),
        credentials: generated
            .credentials
            .iter()
            .map(|credential| Credential {
                setter: credential.setter.clone(),
                arguments: credential.arguments,
            })
            .collect(),
    };
    let mut contract = wire_proof::contract(source.value(), &calls, &package.crate_name());
    let files = std::mem::take(&mut contract.files)
        .into_iter()
        .map(|(path, contents)| OutputFile { path, contents });
    generated.files.extend(files);
    generated.files.sort_by(|a, b| a.path.cmp(&b.path));
    contract
}

fn operation(call: &OperationCall) -> Operation {
    let mut statuses: Vec<u16> = call.successes.iter().skip(1).copied().collect();
    // One error shows that errors are told apart; all of them would take long.
    statuses.extend(call.failures.first());
    // What has no body, or is no answer to a whole request, cannot be asked for in this way.
    statuses.retain(|status| *status >= 200);
    Operation {
        pointer: call.pointer.as_str().to_owned(),
        name: format!("{} {}", call.method, call.path),
        function: call.function.clone(),
        server: call.server.clone(),
        arguments: call.arguments.iter().map(argument).collect(),
        setters: call.setters.iter().map(argument).collect(),
        body: call.body.as_ref().map(|body| RequestBody {
            required: body.required,
            contents: body
                .contents
                .iter()
                .map(|content| Content {
                    pointer: content.pointer.as_str().to_owned(),
                    media_type: content.media_type.clone(),
                    variant: content.variant.clone(),
                    rust: content.rust.clone(),
                })
                .collect(),
        }),
        statuses,
    }
}

fn argument(argument: &CallArgument) -> Argument {
    Argument {
        pointer: argument.pointer.as_str().to_owned(),
        setter: argument.setter.clone(),
        rust: argument.rust.clone(),
        by_reference: argument.by_reference,
    }
}
