use crate::model::Operation;

use super::{OTHER_TYPES_MODULE, Scope, pascal_case, snake_case};

/// Methods that every client has.
const TAKEN_METHODS: &[&str] = &[
    "build", "builder", "call", "clone", "fmt", "new", "settings",
];

/// What the operations' modules import, and the types that the client's prelude has.
const TAKEN_TYPES: &[&str] = &[
    "BTreeMap",
    "Call",
    "Client",
    "Err",
    "Error",
    "Infallible",
    "Method",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Response",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
];

/// What code beside the modules means by these names: crates and modules of the generated crate.
const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "backon",
    "base64",
    "blocking",
    "bytes",
    "core",
    "fastrand",
    "futures_core",
    "http",
    "httpdate",
    "jiff",
    OTHER_TYPES_MODULE,
    "percent_encoding",
    "reqwest",
    "runtime",
    "serde",
    "serde_json",
    "std",
    "tokio",
    "tracing",
    "types",
    "url",
    "uuid",
];

/// How long the name of a module gets, far below what file systems take.
const LONGEST_MODULE: usize = 60;

/// The names of one operation.
#[derive(Debug, Clone)]
pub(crate) struct OperationNames {
    /// The method of the client: `post_message`.
    pub(crate) method: String,
    /// The type of the operation: `PostMessage`.
    pub(crate) marker: String,
    /// The type of its documented errors: `PostMessageError`.
    pub(crate) error: String,
    /// The module, after the tag.
    pub(crate) module: String,
}

/// The module of a tag, or of the operations without one: also the name of a file, so short, ASCII, no keyword, and
/// nothing that Windows keeps for devices.
pub(crate) fn module(tag: Option<&str>) -> String {
    let tag = tag.unwrap_or("default");
    let ascii: String = tag
        .chars()
        .map(|c| if c.is_ascii() { c } else { ' ' })
        .collect();
    let name = match ascii.trim() {
        "" => "value".to_owned(),
        ascii => snake_case(ascii),
    };
    if let Some(keyword) = name.strip_prefix("r#") {
        return format!("{keyword}_operations");
    }
    let port = name.strip_prefix("com").or(name.strip_prefix("lpt"));
    let is_port = port
        .is_some_and(|number| number.len() == 1 && number != "0" && number.parse::<u8>().is_ok());
    let is_device = is_port || ["aux", "con", "nul", "prn"].contains(&name.as_str());
    if is_device || TAKEN_MODULES.contains(&name.as_str()) {
        return format!("{name}_operations");
    }
    if name.len() <= LONGEST_MODULE {
        return name;
    }
    let short: String = name.chars().take(LONGEST_MODULE).collect();
    short.trim_end_matches('_').to_owned()
}

/// Names all operations, in their order.
pub(crate) fn operations(operations: &[Operation]) -> Vec<OperationNames> {
    let mut methods = Scope::with_taken(TAKEN_METHODS);
    let mut types = Scope::with_taken(TAKEN_TYPES);
    let mut names: Vec<OperationNames> = operations
        .iter()
        .map(|operation| {
            let by_path = format!(
                "{} {}",
                operation.method.as_str().to_lowercase(),
                operation.path
            );
            let id = &operation.id;
            OperationNames {
                method: methods.claim([snake_case(id), snake_case(&by_path)]),
                marker: types.claim([pascal_case(id), pascal_case(&by_path)]),
                error: String::new(),
                module: module(operation.tag.as_deref()),
            }
        })
        .collect();
    // After all operations, whose own names matter more.
    for name in &mut names {
        name.error = types.claim([format!("{}Error", name.marker)]);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn a_tag_becomes_the_name_of_a_file() {
        for (tag, expected) in [
            ("Sessions", "sessions"),
            ("type", "type_operations"),
            ("mod", "mod_operations"),
            ("con", "con_operations"),
            ("com1", "com1_operations"),
            ("bytes", "bytes_operations"),
            ("../../etc/passwd", "etc_passwd"),
            ("größe", "gr_e"),
            ("日本", "value"),
        ] {
            assert_eq!(module(Some(tag)), expected);
        }
        assert_eq!(module(Some(&"long ".repeat(99))).len(), 59);
        assert_eq!(module(None), "default");
    }
}
