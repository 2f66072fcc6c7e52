use openapiv3::{SchemaData, StringType};

use crate::diagnostics::Code;
use crate::model::{Kind, StringEnum, TypeId};
use crate::names::{Scope, pascal_case};

use super::{Lowering, Place};

impl Lowering<'_> {
    pub(super) fn string_enum(
        &mut self,
        id: TypeId,
        string: &StringType,
        data: &SchemaData,
        place: &Place,
    ) {
        let mut variants = Scope::default();
        let mut values: Vec<(String, String)> = Vec::new();
        for value in &string.enumeration {
            let Some(value) = value else {
                if data.nullable {
                    continue;
                }
                self.ignored(
                    place,
                    "the `null` among its values, because it is not `nullable`",
                );
                continue;
            };
            if values.iter().any(|(earlier, _)| earlier == value) {
                self.report.warn(
                    Code::InvalidDocument,
                    &place.pointer.join("enum"),
                    format!("the value `{value}` is there twice"),
                );
                continue;
            }
            let variant = variants.claim([pascal_case(value)]);
            values.push((value.clone(), variant));
        }
        let unknown =
            variants.claim(["Unknown", "Unrecognized", "UnknownValue"].map(str::to_owned));
        self.define(
            id,
            place,
            data,
            Kind::StringEnum(StringEnum { values, unknown }),
        );
    }
}
