use std::collections::BTreeMap;

use crate::model::{Answer, AnswerContent, AnswerFormat, Operation, Types};

use super::{OTHER_TYPES_MODULE, Scope, pascal_case, snake_case};

/// Methods that every client has.
pub(crate) const TAKEN_METHODS: &[&str] = &[
    "any_request",
    "build",
    "builder",
    "call",
    "clone",
    "fmt",
    "new",
    "request",
    "settings",
];

/// What the operations' modules import, the types that the client's prelude has, and the parameter of its `impl`s.
const TAKEN_TYPES: &[&str] = &[
    "BTreeMap",
    "Body",
    "Call",
    "Client",
    "Err",
    "Error",
    "Events",
    "From",
    "Header",
    "Infallible",
    "Into",
    "IntoIterator",
    "JsonLines",
    "M",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Parameter",
    "PropertyEncoding",
    "Response",
    "Result",
    "Self",
    "Some",
    "String",
    "Style",
    "Vec",
];

/// What code beside the modules means by these names: crates and modules of the generated crate.
const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "backon",
    "base64",
    "blocking",
    "bytes",
    "chrono",
    "core",
    "errors",
    "futures_core",
    "headers",
    "http",
    "http_body",
    "httpdate",
    "jiff",
    "operations",
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
    /// The enum of what success gives, where its statuses and media types give different things: `PostMessageOutput`.
    pub(crate) output: Option<String>,
    /// The enum of the body's formats, where there are several: `PostMessageBody`.
    pub(crate) body: Option<String>,
    /// The module, after the tag.
    pub(crate) module: String,
}

impl OperationNames {
    /// The names of the operation's types.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        let always = [self.marker.as_str(), self.error.as_str()];
        let others = [self.output.as_deref(), self.body.as_deref()];
        always.into_iter().chain(others.into_iter().flatten())
    }
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
pub(crate) fn operations(operations: &[Operation], declared: &Types) -> Vec<OperationNames> {
    operations_and_numbers(operations, declared).0
}

/// The same, and what their types would be called, by the names that got a number because others have those.
pub(crate) fn operations_and_numbers(
    operations: &[Operation],
    declared: &Types,
) -> (Vec<OperationNames>, BTreeMap<String, String>) {
    let mut methods = Scope::with_taken(TAKEN_METHODS);
    let mut types = Scope::with_taken(TAKEN_TYPES);
    let chosen = &declared.chosen.methods;
    let given = operations.iter().map(|it| chosen.get(&it.id));
    // Before all others, which give way to them.
    let given: Vec<Option<[String; 2]>> = given
        .map(|name| {
            let name = name?;
            Some([
                methods.claim([name.clone()]),
                types.claim([pascal_case(name)]),
            ])
        })
        .collect();
    let mut names: Vec<OperationNames> = operations
        .iter()
        .zip(given)
        .map(|(operation, given)| {
            let by_path = format!(
                "{} {}",
                operation.method.as_str().to_lowercase(),
                operation.path
            );
            let id = &operation.id;
            let [method, marker] = given.unwrap_or_else(|| {
                [
                    methods.claim([snake_case(id), snake_case(&by_path)]),
                    types.claim([pascal_case(id), pascal_case(&by_path)]),
                ]
            });
            OperationNames {
                method,
                marker,
                error: String::new(),
                output: None,
                body: None,
                module: module(operation.tag.as_deref()),
            }
        })
        .collect();
    // After all operations, whose own names matter more.
    for (name, operation) in names.iter_mut().zip(operations) {
        let mut claim = |what: &str| types.claim([format!("{}{what}", name.marker)]);
        name.error = claim("Error");
        name.output = has_several_outputs(operation, declared).then(|| claim("Output"));
        let contents = operation
            .body
            .as_ref()
            .map_or(0, |body| body.contents.len());
        name.body = (contents > 1).then(|| claim("Body"));
    }
    (names, types.into_numbered())
}

/// Whether success can be one thing or another.
fn has_several_outputs(operation: &Operation, declared: &Types) -> bool {
    let resolved = |content: &AnswerContent| match &content.format {
        AnswerFormat::Json(ty) => AnswerFormat::Json(declared.resolve_parts(ty)),
        other => other.clone(),
    };
    let mut shapes = operation.successes.iter().map(|answer| {
        let contents: Vec<AnswerFormat> = answer.contents.iter().map(resolved).collect();
        contents
    });
    let Some(first) = shapes.next() else {
        return false;
    };
    first.len() > 1 || shapes.any(|shape| shape != first)
}

/// What tells a media type from others of the same format: `JsonPatch` for `application/json-patch+json`.
pub(crate) fn subtype(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let subtype = essence
        .split_once('/')
        .map_or(essence, |(_, subtype)| subtype);
    let stem = subtype.split_once('+').map_or(subtype, |(stem, _)| stem);
    pascal_case(stem.strip_prefix("x-").unwrap_or(stem))
}

/// The variants for what answers can be: a name for each content of each answer, one where it has no content.
pub(crate) fn content_variants(answers: &[Answer]) -> Vec<Vec<String>> {
    let mut scope = Scope::default();
    // The status alone for the first of each, before any longer name.
    let firsts: Vec<String> = answers
        .iter()
        .map(|answer| scope.claim([answer.variant.clone()]))
        .collect();
    answers
        .iter()
        .zip(firsts)
        .map(|(answer, first)| {
            let others = answer.contents.iter().enumerate().skip(1);
            let others = others.map(|(index, content)| {
                let kind = std::mem::discriminant(&content.format);
                let mut earlier = answer.contents.iter().take(index);
                let is_first = !earlier.any(|it| std::mem::discriminant(&it.format) == kind);
                let format = match content.format {
                    AnswerFormat::Json(_) => "Json",
                    AnswerFormat::Text => "Text",
                    AnswerFormat::Binary => "Binary",
                    AnswerFormat::Events(..) => "Events",
                    AnswerFormat::JsonLines(_) => "JsonLines",
                };
                let by_format = format!("{first}{format}");
                let by_type = format!("{first}{}", subtype(&content.media_type));
                let candidates = if is_first {
                    [by_format, by_type]
                } else {
                    [by_type, by_format]
                };
                scope.claim(candidates)
            });
            let others: Vec<String> = others.collect();
            std::iter::once(first.clone()).chain(others).collect()
        })
        .collect()
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
