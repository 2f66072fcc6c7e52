use crate::model::{AnswerFormat, Api, EnumRepr, EventFormat, Kind, Type, Types};

/// Decides of each event stream whether its type is that of the data, or of the whole event. Documents do not tell
/// (OpenAPI 3.2 has `itemSchema` for it): an object of an `event` and its `data` is an event.
pub(super) fn decide(api: &mut Api) {
    let answers = api
        .operations
        .iter_mut()
        .flat_map(|operation| operation.successes.iter_mut());
    for content in answers.flat_map(|answer| &mut answer.contents) {
        if let AnswerFormat::Events(ty, format) = &mut content.format {
            *format = event_format(&api.types, ty);
        }
    }
}

fn event_format(types: &Types, ty: &Type) -> EventFormat {
    let Type::Declared(id) = types.resolve(ty) else {
        return match types.resolve(ty) {
            Type::String | Type::Timestamp(_) | Type::Date(_) | Type::Uuid => EventFormat::Text,
            _ => EventFormat::Json,
        };
    };
    match types.get(*id).map(|declaration| &declaration.kind) {
        Some(Kind::Enum(item)) if item.repr() == EnumRepr::Text => EventFormat::Text,
        _ if is_event(types, ty, MOST_LEVELS) => EventFormat::Whole,
        _ => EventFormat::Json,
    }
}

/// How deep unions of unions are followed.
const MOST_LEVELS: usize = 8;

fn is_event(types: &Types, ty: &Type, levels: usize) -> bool {
    let ty = match types.resolve(ty) {
        Type::Boxed(inner) | Type::Nullable(inner) => types.resolve(inner),
        other => other,
    };
    let Type::Declared(id) = ty else {
        return false;
    };
    match types.get(*id).map(|declaration| &declaration.kind) {
        Some(Kind::Struct(item)) => {
            let has = |name: &str| {
                item.fields.iter().any(|field| field.name == name)
                    || item.tags.iter().any(|tag| tag.name == name)
            };
            has("event") && has("data")
        }
        Some(Kind::Union(item)) if levels > 0 => {
            !item.branches.is_empty()
                && item
                    .branches
                    .iter()
                    .all(|branch| is_event(types, &branch.ty, levels - 1))
        }
        _ => false,
    }
}
