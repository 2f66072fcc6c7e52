use openapiv3::{ReferenceOr, Schema};

use crate::model::Type;

use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// `allOf` of one schema is that schema: how OpenAPI 3.0 documents put a description beside a reference.
    pub(super) fn all_of(&mut self, all_of: &'a [ReferenceOr<Schema>], place: &Place) -> Type {
        match all_of {
            [only] => {
                let mut inner = place.clone();
                inner.pointer = place.pointer.join_all(["allOf", "0"]);
                self.schema(only, &inner)
            }
            _ => self.untyped(place, "`allOf` of several schemas"),
        }
    }
}
