// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::Value;

use crate::runtime::error::InputError;
use crate::runtime::wire::{self, Wire};

/// What can be an argument: everything that is [`Wire`], and the borrowed forms of texts and arrays.
///
/// Some declared types have a method `value` of their own; calls of this one name the trait.
pub(crate) trait Argument {
    /// The value as JSON would have it, with the properties in their order.
    fn value(&self) -> Result<Value, InputError>;
}

impl<T: Wire> Argument for T {
    fn value(&self) -> Result<Value, InputError> {
        wire::to_value(self).map_err(|error| InputError::InvalidArgument {
            reason: error.to_string(),
        })
    }
}

impl Argument for str {
    fn value(&self) -> Result<Value, InputError> {
        Ok(Value::from(self))
    }
}

impl Argument for &str {
    fn value(&self) -> Result<Value, InputError> {
        Ok(Value::from(*self))
    }
}

impl<T: Argument> Argument for [T] {
    fn value(&self) -> Result<Value, InputError> {
        self.iter().map(T::value).collect()
    }
}
