//! The example on the front page of the crate. It is compiled with the doc tests.

use crate::model::{Kind, Operation, Presence, SecurityKind, SecurityScheme, Type};
use crate::names::OperationNames;

use super::CrateModel;
use super::client::only_scheme;
use super::print::literal;

/// Where the API is, for documents that do not say it.
const EXAMPLE_URL: &str = "https://api.example.com";

/// The lines of the example, without the fence.
pub(super) fn lines(model: &CrateModel<'_>) -> Vec<String> {
    let library = model.config.package.crate_name();
    let example = model
        .api
        .operations
        .iter()
        .zip(&model.operations)
        .filter(|(operation, _)| !operation.deprecated)
        .find_map(|(operation, names)| Some((operation, call(model, operation, names)?)));
    let mut lines = vec![format!("use {library}::Client;")];
    lines.extend(
        example
            .iter()
            .filter_map(|(_, call)| call.import.as_ref())
            .map(|name| format!("use {library}::types::{name};")),
    );
    lines.push(String::new());
    lines.push("# async fn run() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    let credentials = credentials(model, example.as_ref().map(|(operation, _)| *operation));
    if credentials.is_empty() {
        lines.push(client(model));
    } else {
        lines.extend(built(model, &credentials));
    }
    if let Some((_, call)) = example {
        lines.extend(call.lines);
    }
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    lines
}

/// The schemes that the call needs and the constructor does not ask for.
fn credentials<'a>(
    model: &CrateModel<'a>,
    operation: Option<&Operation>,
) -> Vec<&'a SecurityScheme> {
    let alternatives = operation.map_or(&[][..], |operation| &operation.security.alternatives);
    if only_scheme(model.api).is_some() || alternatives.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let needed = alternatives.first().map_or(&[][..], Vec::as_slice);
    let is_needed = |scheme: &&SecurityScheme| needed.iter().any(|it| it.name == scheme.name);
    model
        .api
        .security_schemes
        .iter()
        .filter(is_needed)
        .collect()
}

/// A client that is told where the API is, if it has to be, and these credentials.
fn built(model: &CrateModel<'_>, credentials: &[&SecurityScheme]) -> Vec<String> {
    let mut lines = vec!["let client = Client::builder()".to_owned()];
    if model.api.servers.is_empty() {
        lines.push(format!("    .base_url({})", literal(EXAMPLE_URL)));
    }
    for scheme in credentials {
        let values = values(&scheme.kind).join(", ");
        lines.push(format!("    .{}({values})", scheme.ident));
    }
    lines.push("    .build()?;".to_owned());
    lines
}

fn client(model: &CrateModel<'_>) -> String {
    let mut arguments = Vec::new();
    let mut end = ";";
    if model.api.servers.is_empty() {
        arguments.push(literal(EXAMPLE_URL));
        end = "?;";
    }
    let scheme = only_scheme(model.api);
    arguments.extend(scheme.into_iter().flat_map(|it| values(&it.kind)));
    format!("let client = Client::new({}){end}", arguments.join(", "))
}

/// What stands for a credential.
fn values(kind: &SecurityKind) -> Vec<String> {
    let values: &[&str] = match kind {
        SecurityKind::MutualTls => &[],
        SecurityKind::Basic => &["user", "password"],
        SecurityKind::ApiKey { .. } => &["key"],
        _ => &["token"],
    };
    values.iter().map(|value| literal(value)).collect()
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
