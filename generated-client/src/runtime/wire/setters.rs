// @generated as a copy of the generator's runtime; changes by hand are lost.

/// Implements the chained setters of a struct's optional fields. How an argument becomes the field's value:
///
/// ```text
/// setters! {
///     Message {
///         urgent: value bool,
///         computer_id: into String,
///         images: each Image,
///         files: each_into File,
///         note: nullable String,
///         new as set_new: value bool,
///     }
/// }
/// ```
macro_rules! setters {
    ($type:ident { $($field:ident $(as $setter:ident)?: $how:ident $ty:ty),* $(,)? }) => {
        impl $type {
            $($crate::runtime::wire::setters! { @name $field [$($setter)?] $how $ty })*
        }
    };
    (@name $field:ident [] $how:ident $ty:ty) => {
        $crate::runtime::wire::setters! { @one $field $field $how $ty }
    };
    (@name $field:ident [$setter:ident] $how:ident $ty:ty) => {
        $crate::runtime::wire::setters! { @one $field $setter $how $ty }
    };
    (@one $field:ident $setter:ident value $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $setter(mut self, value: $ty) -> Self {
            self.$field = Some(value);
            self
        }
    };
    (@one $field:ident $setter:ident into $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $setter(mut self, value: impl Into<$ty>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    (@one $field:ident $setter:ident each $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $setter(mut self, values: impl IntoIterator<Item = $ty>) -> Self {
            self.$field = Some(values.into_iter().collect());
            self
        }
    };
    (@one $field:ident $setter:ident each_into $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $setter(mut self, values: impl IntoIterator<Item = impl Into<$ty>>) -> Self {
            self.$field = Some(values.into_iter().map(Into::into).collect());
            self
        }
    };
    (@one $field:ident $setter:ident nullable $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`; `None` is `null`.")]
        #[must_use]
        pub fn $setter(mut self, value: impl Into<Option<$ty>>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
}
pub(crate) use setters;
