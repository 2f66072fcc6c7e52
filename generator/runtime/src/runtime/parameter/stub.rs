use crate::runtime::error::InputError;
use crate::runtime::parameter::Parameter;
use crate::runtime::wire::Wire;
use http::HeaderMap;
use serde_json::Value;
pub(crate) trait Argument {
    fn value(&self) -> Result<Value, InputError>;
}
impl<T: Wire> Argument for T {
    fn value(&self) -> Result<Value, InputError> {
        Ok(Value::Null)
    }
}
impl Argument for str {
    fn value(&self) -> Result<Value, InputError> {
        Ok(Value::String(self.to_owned()))
    }
}
#[derive(Debug, Clone, Default)]
pub(crate) struct Arguments(Vec<(Parameter, Value)>);
impl Arguments {
    pub(crate) fn set(&mut self, p: Parameter, v: Value) {
        self.0.push((p, v));
    }
    pub(crate) fn path(&self, template: &str) -> Result<String, InputError> {
        let values: Vec<(&str, String)> = self
            .0
            .iter()
            .map(|(p, v)| (p.name, v.as_str().unwrap_or_default().to_owned()))
            .collect();
        crate::runtime::path::expand(template, &values)
    }
    pub(crate) fn query(&self) -> Result<Option<String>, InputError> {
        Ok(None)
    }
    pub(crate) fn headers(&self, _: &mut HeaderMap) -> Result<(), InputError> {
        Ok(())
    }
    pub(crate) fn cookie(&self) -> Result<Option<String>, InputError> {
        Ok(None)
    }
}
