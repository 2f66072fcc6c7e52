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
///         #[deprecated] old: value bool,
///     }
/// }
/// ```
macro_rules! setters {
    ($type:ident {
        $($(#[$attribute:meta])? $field:ident $(as $setter:ident)?: $how:ident $ty:ty),* $(,)?
    }) => {
        impl $type {
            $($crate::runtime::wire::setters! {
                @name [$(#[$attribute])?] $field [$($setter)?] $how $ty
            })*
        }
    };
    (@name $attribute:tt $field:ident [] $how:ident $ty:ty) => {
        $crate::runtime::wire::setters! { @one $attribute $field $field $how $ty }
    };
    (@name $attribute:tt $field:ident [$setter:ident] $how:ident $ty:ty) => {
        $crate::runtime::wire::setters! { @one $attribute $field $setter $how $ty }
    };
    (@one [$(#[$attribute:meta])?] $field:ident $setter:ident value $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])?
        pub fn $setter(mut self, value: $ty) -> Self {
            self.$field = Some(value);
            self
        }
    };
    (@one [$(#[$attribute:meta])?] $field:ident $setter:ident into $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])?
        pub fn $setter(mut self, value: impl Into<$ty>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    (@one [$(#[$attribute:meta])?] $field:ident $setter:ident each $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])?
        pub fn $setter(mut self, values: impl IntoIterator<Item = $ty>) -> Self {
            self.$field = Some(values.into_iter().collect());
            self
        }
    };
    (@one [$(#[$attribute:meta])?] $field:ident $setter:ident each_into $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])?
        pub fn $setter(mut self, values: impl IntoIterator<Item = impl Into<$ty>>) -> Self {
            self.$field = Some(values.into_iter().map(Into::into).collect());
            self
        }
    };
    (@one [$(#[$attribute:meta])?] $field:ident $setter:ident nullable $ty:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`; `None` is `null`.")]
        #[must_use]
        $(#[$attribute])?
        pub fn $setter(mut self, value: impl $crate::runtime::wire::IntoNullable<$ty>) -> Self {
            self.$field = Some(value.into_nullable());
            self
        }
    };
}
pub(crate) use setters;

/// What becomes the value of a property that may be `null`: a `T` or what stands for one, and `None` for `null`.
pub trait IntoNullable<T> {
    /// The value; `None` is `null`.
    fn into_nullable(self) -> Option<T>;
}

impl<T> IntoNullable<T> for T {
    fn into_nullable(self) -> Option<T> {
        Some(self)
    }
}

impl<T> IntoNullable<T> for Option<T> {
    fn into_nullable(self) -> Option<T> {
        self
    }
}

impl<T> IntoNullable<Box<T>> for T {
    fn into_nullable(self) -> Option<Box<T>> {
        Some(Box::new(self))
    }
}

impl IntoNullable<String> for &str {
    fn into_nullable(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<T, I: Into<T>, const N: usize> IntoNullable<Vec<T>> for [I; N] {
    fn into_nullable(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::IntoNullable;

    #[derive(Debug, Clone, PartialEq, Default)]
    struct Update {
        note: Option<Option<String>>,
        tags: Option<Option<Vec<String>>>,
        size: Option<Option<i64>>,
        parent: Option<Option<Box<Update>>>,
    }

    setters! {
        Update {
            note: nullable String,
            tags: nullable Vec<String>,
            size: nullable i64,
            parent: nullable Box<Update>,
        }
    }

    #[test]
    fn what_may_be_null_is_set_as_what_may_not() {
        let update = Update::default()
            .note("a")
            .tags(["b", "c"])
            .size(1)
            .parent(Update::default());
        let same = Update::default()
            .note(Some("a".to_owned()))
            .tags(vec!["b".to_owned(), "c".to_owned()])
            .size(Some(1))
            .parent(Some(Box::new(Update::default())));
        assert_eq!(update, same);
    }

    #[test]
    fn none_is_null() {
        let update = Update::default()
            .note(None)
            .tags(None)
            .size(None)
            .parent(None);
        assert_eq!(update.note, Some(None));
        assert_eq!(update.tags, Some(None));
        assert_eq!(update.size, Some(None));
        assert_eq!(update.parent, Some(None));
    }
}
