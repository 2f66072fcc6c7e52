//! Which binary values are files: those that a multipart body carries. In JSON, and in parameters and forms, such a
//! value is text.

use std::collections::BTreeSet;

use crate::model::{Api, BodyFormat, Kind, PropertyEncoding, Type, TypeId};

use super::reach;

/// Types of media that are bytes, by what they begin with.
const BYTES: &[&str] = &[
    "application/octet-stream",
    "application/pdf",
    "application/zip",
    "audio/",
    "font/",
    "image/",
    "video/",
];

/// Makes files of what multipart bodies carry as bytes, and text of other binary values.
pub(super) fn decide(api: &mut Api) {
    make_files_of_encoded(api);
    let carried: Vec<Type> = multipart(api).map(|(ty, _)| ty.clone()).collect();
    let kept = reach::closure(&api.types, carried.iter().collect());
    for id in api.types.ids().into_iter().filter(|id| !kept.contains(id)) {
        if let Some(declaration) = api.types.get_mut(id) {
            declaration.kind.types_mut().into_iter().for_each(as_text);
        }
    }
    for ty in outside_multipart(api) {
        as_text(ty);
    }
    schemas_as_text(api, &kept);
}

/// The types of multipart bodies and what is said of their properties.
fn multipart(api: &Api) -> impl Iterator<Item = (&Type, &[PropertyEncoding])> {
    let bodies = api.operations.iter().filter_map(|it| it.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    contents.filter_map(|content| match &content.format {
        BodyFormat::Multipart(ty, encodings) => Some((ty, encodings.as_slice())),
        _ => None,
    })
}

/// A property whose part has a content type of bytes is one, though its schema says text or nothing (OpenAPI
/// Specification 3.1.1, section 4.8.15).
fn make_files_of_encoded(api: &mut Api) {
    let encoded: Vec<(TypeId, String)> = multipart(api)
        .filter_map(|(ty, encodings)| match api.types.resolve(ty) {
            Type::Declared(id) => Some((*id, encodings)),
            _ => None,
        })
        .flat_map(|(id, encodings)| {
            let properties = encodings.iter().filter(|encoding| {
                let media_type = encoding.content_type.as_deref().unwrap_or_default();
                BYTES.iter().any(|start| media_type.starts_with(start))
            });
            properties.map(move |encoding| (id, encoding.property.clone()))
        })
        .collect();
    for (id, property) in encoded {
        let Some(declaration) = api.types.get_mut(id) else {
            continue;
        };
        // What answers give as well is read from JSON.
        let is_read = declaration.reach.response;
        if let Kind::Struct(item) = &mut declaration.kind
            && !is_read
        {
            let fields = item.fields.iter_mut().filter(|it| it.name == property);
            fields.for_each(|field| as_file(&mut field.ty));
        }
    }
}

/// The types of what is sent and received otherwise.
fn outside_multipart(api: &mut Api) -> Vec<&mut Type> {
    let mut types: Vec<&mut Type> = Vec::new();
    for operation in &mut api.operations {
        types.extend(operation.types_outside_multipart_mut());
    }
    for exchanged in &mut api.uncalled {
        types.extend(&mut exchanged.requests);
        types.extend(&mut exchanged.responses);
    }
    types.extend(api.webhooks.iter_mut().filter_map(|it| it.body.as_mut()));
    types
}

/// The types of schemas follow those of the items that they stand in.
fn schemas_as_text(api: &mut Api, kept: &BTreeSet<TypeId>) {
    let mut carried: BTreeSet<_> = api
        .types
        .iter()
        .filter(|(id, _)| kept.contains(id))
        .map(|(_, declaration)| declaration.pointer.clone())
        .collect();
    let bodies = api.operations.iter().filter_map(|it| it.body.as_ref());
    for content in bodies.flat_map(|body| &body.contents) {
        if matches!(content.format, BodyFormat::Multipart(..)) {
            carried.insert(content.pointer.clone());
        }
    }
    let declared: BTreeSet<_> = api
        .types
        .iter()
        .map(|(_, declaration)| declaration.pointer.clone())
        .collect();
    for (pointer, ty) in &mut api.schemas {
        if !ty.any(&|part| *part == Type::File) {
            continue;
        }
        let mut around = Some(pointer.clone());
        while let Some(at) = &around
            && !declared.contains(at)
            && !carried.contains(at)
        {
            around = at.parent();
        }
        if !around.is_some_and(|at| carried.contains(&at)) {
            as_text(ty);
        }
    }
}

fn as_text(ty: &mut Type) {
    match ty {
        Type::File => *ty = Type::String,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            as_text(inner);
        }
        Type::Tuple(places) => places.iter_mut().for_each(as_text),
        _ => {}
    }
}

fn as_file(ty: &mut Type) {
    match ty {
        Type::String | Type::Json => *ty = Type::File,
        Type::Array(inner) | Type::Nullable(inner) => as_file(inner),
        _ => {}
    }
}
