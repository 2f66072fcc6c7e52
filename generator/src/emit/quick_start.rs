//! The example on the front page of the crate. It is compiled with the doc tests.

use crate::model::{Kind, Operation, Presence, SecurityKind, Type};
use crate::names::OperationNames;

use super::CrateModel;
use super::client::only_scheme;
use super::print::literal;

/// The lines of the example, without the fence.
pub(super) fn lines(model: &CrateModel<'_>) -> Vec<String> {
    let library = model.config.package.crate_name();
    let call = model
        .api
        .operations
        .iter()
        .zip(&model.operations)
        .filter(|(operation, _)| !operation.deprecated)
        .find_map(|(operation, names)| call(model, operation, names));
    let mut lines = vec![format!("use {library}::Client;")];
    lines.extend(
        call.iter()
            .filter_map(|call| call.import.as_ref())
            .map(|name| format!("use {library}::types::{name};")),
    );
    lines.push(String::new());
    lines.push("# async fn run() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    lines.push(client(model));
    if let Some(call) = call {
        lines.extend(call.lines);
    }
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    lines
}

fn client(model: &CrateModel<'_>) -> String {
    let mut arguments = Vec::new();
    if model.api.servers.is_empty() {
        arguments.push("\"https://api.example.com\"");
    }
    match only_scheme(model.api).map(|scheme| &scheme.kind) {
        None => {}
        Some(SecurityKind::Basic) => arguments.extend(["\"user\"", "\"password\""]),
        Some(SecurityKind::ApiKey { .. }) => arguments.push("\"key\""),
        Some(_) => arguments.push("\"token\""),
    }
    let end = if model.api.servers.is_empty() {
        "?;"
    } else {
        ";"
    };
    format!("let client = Client::new({}){end}", arguments.join(", "))
}

/// A call that can be written down without knowing the API.
struct ExampleCall {
    /// The type that it names.
    import: Option<String>,
    lines: Vec<String>,
}

fn call(
    model: &CrateModel<'_>,
    operation: &Operation,
    names: &OperationNames,
) -> Option<ExampleCall> {
    let mut arguments = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .map(|parameter| example(&parameter.ty, &parameter.name))
        .collect::<Option<Vec<String>>>()?;
    let json = operation
        .body
        .as_ref()
        .map(|body| (body, body.contents.first().and_then(|it| it.format.ty())));
    let body = json.and_then(|(_, ty)| body_example(model, ty?));
    let mut chained = Vec::new();
    let import = match (&operation.body, body) {
        (None, _) => None,
        (Some(shape), Some((name, value))) => {
            if shape.required {
                arguments.push(value);
            } else {
                chained.push(format!("    .body({value})"));
            }
            // The client has that name already; the example then says the whole path.
            (name != "Client").then_some(name)
        }
        (Some(shape), None) if shape.required => return None,
        (Some(_), None) => None,
    };
    let mut lines = vec![
        "let reply = client".to_owned(),
        format!("    .{}({})", names.method, arguments.join(", ")),
    ];
    lines.extend(chained);
    lines.extend(["    .send()", "    .await?;", "println!(\"{reply:?}\");"].map(str::to_owned));
    Some(ExampleCall { import, lines })
}

/// The name of a struct and an expression that makes one, where its required properties are primitive.
fn body_example(model: &CrateModel<'_>, ty: &Type) -> Option<(String, String)> {
    let Type::Declared(id) = model.api.types.resolve(ty) else {
        return None;
    };
    let Kind::Struct(item) = &model.api.types.get(*id)?.kind else {
        return None;
    };
    let arguments = item
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .map(|field| example(&field.ty, &field.name))
        .collect::<Option<Vec<String>>>()?;
    let name = model.types.get(*id).to_owned();
    let path = if name == "Client" {
        format!("{}::types::Client", model.config.package.crate_name())
    } else {
        name.clone()
    };
    let value = format!("{path}::new({})", arguments.join(", "));
    Some((name, value))
}

fn example(ty: &Type, name: &str) -> Option<String> {
    match ty {
        Type::String => Some(literal(name)),
        Type::Integer(_) => Some("1".to_owned()),
        Type::Number => Some("1.0".to_owned()),
        Type::Boolean => Some("true".to_owned()),
        _ => None,
    }
}
