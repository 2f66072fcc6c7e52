// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `Sessions`.

use crate::runtime::tables::{answers, operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// Add a message to a session
    ///
    /// Adds a user message and optionally waits for agent completion. Supports text, images, and file
    /// attachments. This feature is enabled for selected organizations only.
    ///
    /// `POST /api/v0/sessions/{sessionId}/messages`
    pub fn post_message(&self, session_id: &str) -> Call<PostMessage, M> {
        self.call().in_path("sessionId", session_id)
    }
}

operation! {
    PostMessage for post_message: POST "/api/v0/sessions/{sessionId}/messages" => types::PostMessage200ResponseBody, PostMessageError;
    [Code(200) json];
    security [["BearerAuth"]];
}

parameters! {
    PostMessage {
        /// The body; without one, none is sent.
        body: json value types::PostMessageRequestBody,
    }
}

/// The documented errors of [`Client::post_message`] (`POST /api/v0/sessions/{sessionId}/messages`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PostMessageError {
    /// 400 Bad Request: Response for status 400
    BadRequest(types::PostMessage400ResponseBody),
    /// 401 Unauthorized: Response for status 401
    Unauthorized(types::PostMessage401ResponseBody),
    /// 403 Forbidden: Response for status 403
    Forbidden(types::PostMessage403ResponseBody),
    /// 404 Not Found: Response for status 404
    NotFound(types::PostMessage404ResponseBody),
    /// 500 Internal Server Error: Response for status 500
    InternalServerError(types::PostMessage500ResponseBody),
    /// 503 Service Unavailable: Response for status 503
    ServiceUnavailable(types::PostMessage503ResponseBody),
}

answers! {
    PostMessageError {
        Code(400) json => BadRequest,
        Code(401) json => Unauthorized,
        Code(403) json => Forbidden,
        Code(404) json => NotFound,
        Code(500) json => InternalServerError,
        Code(503) json => ServiceUnavailable,
    }
}

impl PostMessageError {
    /// The body, which is of one type whatever the status is.
    #[must_use]
    pub fn body(&self) -> &types::PostMessage400ResponseBody {
        match self {
            Self::BadRequest(body)
            | Self::Unauthorized(body)
            | Self::Forbidden(body)
            | Self::NotFound(body)
            | Self::InternalServerError(body)
            | Self::ServiceUnavailable(body) => body,
        }
    }
}
