// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct, wire_union};

/// `#/components/schemas/TrackObject`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TrackObject {
    pub r#type: Option<TrackObjectType>,
    pub name: Option<String>,
}

wire_struct! {
    TrackObject {
        "type" => r#type: optional,
        "name" => name: optional,
    }
}

/// The property `type` of [`TrackObject`], `#/components/schemas/TrackObject/properties/type`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TrackObjectType {
    /// The value `track`.
    Track,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    TrackObjectType {
        "track" => Track,
    } else Unknown
}

/// `#/components/schemas/EpisodeObject`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EpisodeObject {
    pub name: Option<String>,
}

wire_struct! {
    EpisodeObject {
        tags { "type" = "episode" }
        "name" => name: optional,
    }
}

/// The response body of the operation `getQueue` for status 200, `#/paths/~1queue/get/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetQueueResponse {
    /// `type` is `track`.
    Track(TrackObject),
    /// `type` is `episode`.
    Episode(EpisodeObject),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    GetQueueResponse {
        Track from TrackObject { "type" = "track" },
        Episode from EpisodeObject { "type" = "episode" },
    } else Unknown
}
