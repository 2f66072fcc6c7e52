//! Whether all values of one type can be read as another.

use crate::model::{Enum, EnumRepr, IntegerWidth, Kind, Type};

use super::finding::Direction;
use super::side::Side;

/// Whether the reader takes every value of what the writer writes.
///
/// Clients keep values of enums and branches of unions that they do not know; servers refuse them.
pub(super) fn fits(writer: (&Side, &Type), reader: (&Side, &Type), direction: Direction) -> bool {
    fits_within(DEEPEST, writer, reader, direction)
}

/// How deep types are looked into: unions can contain each other.
const DEEPEST: usize = 16;

fn fits_within(
    depth: usize,
    (writer, written): (&Side, &Type),
    (reader, read): (&Side, &Type),
    direction: Direction,
) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    let written = writer.resolve(written);
    let read = reader.resolve(read);
    let inner = |written: &Type, read: &Type| {
        fits_within(depth, (writer, written), (reader, read), direction)
    };
    match (written, read) {
        (_, Type::Json) => true,
        (Type::Nullable(_), Type::Nullable(_)) => {
            inner(writer.without_null(written), reader.without_null(read))
        }
        (Type::Null, Type::Nullable(_)) => true,
        (_, Type::Nullable(read)) => inner(written, read),
        (Type::Integer(written), Type::Integer(read)) => range_fits(*written, *read),
        (Type::Integer(_), Type::Number) => true,
        (Type::Bytes | Type::Timestamp(_) | Type::Date(_) | Type::Uuid, Type::String) => true,
        (Type::Array(written), Type::Array(read)) | (Type::Map(written), Type::Map(read)) => {
            inner(written, read)
        }
        (Type::Tuple(places), Type::Array(items)) => places.iter().all(|it| inner(it, items)),
        (Type::Tuple(written), Type::Tuple(read)) => {
            written.len() == read.len()
                && written.iter().zip(read).all(|(one, two)| inner(one, two))
        }
        (Type::Declared(one), Type::Declared(two)) => {
            match (kind(writer, *one), kind(reader, *two)) {
                // Types of one kind and name are compared by themselves.
                (Some(Kind::Struct(_)), Some(Kind::Struct(_)))
                | (Some(Kind::Enum(_)), Some(Kind::Enum(_)))
                | (Some(Kind::Union(_)), Some(Kind::Union(_)))
                    if writer.types.get(*one) == reader.types.get(*two) =>
                {
                    true
                }
                (Some(Kind::Union(union)), _) => {
                    union.branches.iter().all(|it| inner(&it.ty, read))
                }
                (_, Some(Kind::Union(union))) => {
                    union.branches.iter().any(|it| inner(written, &it.ty))
                }
                _ => false,
            }
        }
        (Type::Declared(id), read) => match kind(writer, *id) {
            Some(Kind::Enum(item)) => enum_fits(item, read),
            Some(Kind::Union(union)) => union.branches.iter().all(|it| inner(&it.ty, read)),
            _ => false,
        },
        (written, Type::Declared(id)) => match kind(reader, *id) {
            Some(Kind::Enum(item)) => is_open_to(item, written, direction),
            Some(Kind::Union(union)) => union.branches.iter().any(|it| inner(written, &it.ty)),
            _ => false,
        },
        (written, read) => written == read,
    }
}

fn kind(side: &Side, id: crate::model::TypeId) -> Option<&Kind> {
    side.declaration(id).map(|declaration| &declaration.kind)
}

/// Whether all values of an enum are values of a type without a name.
fn enum_fits(item: &Enum, read: &Type) -> bool {
    match item.repr() {
        EnumRepr::Text => *read == Type::String,
        EnumRepr::Integer => match read {
            Type::Integer(width) => item.values.iter().all(|value| {
                let (lowest, highest) = range(*width);
                let value = value.value.as_integer().map(i128::from);
                value.is_some_and(|value| (lowest..=highest).contains(&value))
            }),
            read => *read == Type::Number,
        },
        EnumRepr::Mixed => false,
    }
}

/// Whether an enum takes any value of a type without a name.
fn is_open_to(item: &Enum, written: &Type, direction: Direction) -> bool {
    let is_open = item.open || direction == Direction::Response;
    is_open
        && match item.repr() {
            EnumRepr::Text => *written == Type::String,
            EnumRepr::Integer => matches!(written, Type::Integer(_)),
            EnumRepr::Mixed => true,
        }
}

fn range_fits(written: IntegerWidth, read: IntegerWidth) -> bool {
    let (lowest, highest) = range(read);
    let (low, high) = range(written);
    lowest <= low && high <= highest
}

fn range(width: IntegerWidth) -> (i128, i128) {
    match width {
        IntegerWidth::I8 => (i8::MIN.into(), i8::MAX.into()),
        IntegerWidth::I16 => (i16::MIN.into(), i16::MAX.into()),
        IntegerWidth::I32 => (i32::MIN.into(), i32::MAX.into()),
        IntegerWidth::I64 => (i64::MIN.into(), i64::MAX.into()),
        IntegerWidth::U8 => (0, u8::MAX.into()),
        IntegerWidth::U16 => (0, u16::MAX.into()),
        IntegerWidth::U32 => (0, u32::MAX.into()),
        IntegerWidth::U64 => (0, u64::MAX.into()),
    }
}
