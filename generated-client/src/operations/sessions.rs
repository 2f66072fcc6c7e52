// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `Sessions`.

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// Add a message to a session
    ///
    /// Adds a user message and optionally waits for agent completion. Supports text, images, and file
    /// attachments. This feature is enabled for selected organizations only.
    ///
    /// `POST /api/v0/sessions/{sessionId}/messages`
    pub fn post_message(&self, session_id: &str) -> Call<PostMessage> {
        self.call(Method::POST, "/api/v0/sessions/{sessionId}/messages")
            .path("sessionId", session_id)
            .security(&[&["BearerAuth"]])
    }
}

impl Call<PostMessage> {
    /// The body; without one, none is sent.
    pub fn body(self, body: types::PostMessageRequestBody) -> Self {
        self.json(&body)
    }
}

/// The operation of [`Client::post_message`].
pub enum PostMessage {}

impl Operation for PostMessage {
    type Output = types::PostMessage200ResponseBody;
    type Error = PostMessageError;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            400 => response.failure(PostMessageError::BadRequest),
            401 => response.failure(PostMessageError::Unauthorized),
            403 => response.failure(PostMessageError::Forbidden),
            404 => response.failure(PostMessageError::NotFound),
            500 => response.failure(PostMessageError::InternalServerError),
            503 => response.failure(PostMessageError::ServiceUnavailable),
            _ => response.undocumented(),
        }
    }
}

/// The documented errors of [`Client::post_message`].
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
