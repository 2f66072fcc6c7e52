use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use serde::de::Deserializer;
use serde::ser::Serializer;

use super::text::text;
use super::{Context, Wire};

/// The alphabet of RFC 4648, section 4. Not all write the padding; we do.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes, which JSON carries as text in Base64 (format `byte`; OpenAPI Specification 3.0.4, section 4.4).
impl Wire for Bytes {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        text(deserializer, "bytes in Base64", |text| {
            BASE64.decode(text).ok().map(Self::from)
        })
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(self))
    }
}
