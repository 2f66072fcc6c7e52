use crate::runtime::body::Body;
use crate::runtime::error::InputError;
use crate::runtime::parameter::PropertyEncoding;
use crate::runtime::wire::Wire;
pub(crate) struct Multipart {
    pub(crate) content_type: String,
    pub(crate) body: Body,
}
pub(crate) fn encode<T: Wire>(
    _: &T,
    _: &'static [PropertyEncoding],
) -> Result<Multipart, InputError> {
    Ok(Multipart {
        content_type: String::new(),
        body: Body::from(""),
    })
}
