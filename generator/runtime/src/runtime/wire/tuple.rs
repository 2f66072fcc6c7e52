use serde::de::{Deserializer, Error, IgnoredAny, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, Serializer};
use std::fmt;

use super::{Context, Reading, Wire, Written};

/// Arrays whose items each have a place and a type of their own (`prefixItems`; JSON Schema Core, section 10.3.1.1).
macro_rules! tuples {
    ($($length:literal: $($item:ident $index:tt),+;)+) => {
        $(impl<$($item: Wire),+> Wire for ($($item,)+) {
            fn read<'de, D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context<'de>,
            ) -> Result<Self, D::Error> {
                deserializer.deserialize_seq(Places::<_, $length>(Reading::<Self>::new(context)))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut items = serializer.serialize_seq(Some($length))?;
                $(items.serialize_element(&Written(&self.$index))?;)+
                items.end()
            }
        }

        impl<'de, $($item: Wire),+> Visitor<'de> for Places<'_, 'de, ($($item,)+), $length> {
            type Value = ($($item,)+);

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!("an array of ", $length, " items"))
            }

            fn visit_seq<I: SeqAccess<'de>>(self, mut items: I) -> Result<Self::Value, I::Error> {
                let context = self.0.context;
                let read = ($(item::<_, $item>(&mut items, $index, $length, context)?,)+);
                match items.next_element::<IgnoredAny>()? {
                    Some(_) => Err(I::Error::custom(concat!("more than ", $length, " items"))),
                    None => Ok(read),
                }
            }
        })+
    };
}
tuples! {
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, U 3;
    5: A 0, B 1, C 2, U 3, E 4;
    6: A 0, B 1, C 2, U 3, E 4, F 5;
    7: A 0, B 1, C 2, U 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, U 3, E 4, F 5, G 6, H 7;
    9: A 0, B 1, C 2, U 3, E 4, F 5, G 6, H 7, J 8;
    10: A 0, B 1, C 2, U 3, E 4, F 5, G 6, H 7, J 8, K 9;
    11: A 0, B 1, C 2, U 3, E 4, F 5, G 6, H 7, J 8, K 9, L 10;
    12: A 0, B 1, C 2, U 3, E 4, F 5, G 6, H 7, J 8, K 9, L 10, M 11;
}

struct Places<'p, 'de, T, const LENGTH: usize>(Reading<'p, 'de, T>);

/// Reads the item at `index`.
fn item<'de, I: SeqAccess<'de>, T: Wire>(
    items: &mut I,
    index: usize,
    length: usize,
    context: &mut Context<'de>,
) -> Result<T, I::Error> {
    match items.next_element_seed(Reading::new(context)) {
        Ok(Some(item)) => Ok(item),
        Ok(None) => Err(I::Error::custom(format_args!(
            "expected {length} items, found {index}"
        ))),
        Err(error) => {
            context.path.leave_index(index);
            Err(error)
        }
    }
}
