// ==== src/servers.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Where some operations are, for [`ClientBuilder::server`](crate::ClientBuilder::server).

/// Server for uploads.
///
/// `https://{host}/{stage}`, `#/paths/~1files/servers/0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerForUploads {
    host: String,
    stage: ServerForUploadsStage,
}

impl ServerForUploads {
    /// The URL of the document, which [`ClientBuilder::server`](crate::ClientBuilder::server) calls elsewhere.
    pub const DOCUMENTED: &'static str = "https://upload.example.com/live";

    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self {
            host: "upload.example.com".to_owned(),
            stage: ServerForUploadsStage::Live,
        }
    }

    /// The variable `host` of the URL.
    #[must_use]
    pub fn host(mut self, value: impl Into<String>) -> Self {
        self.host = value.into();
        self
    }

    /// The variable `stage` of the URL.
    #[must_use]
    pub fn stage(mut self, value: ServerForUploadsStage) -> Self {
        self.stage = value;
        self
    }
}

impl Default for ServerForUploads {
    fn default() -> Self {
        Self::new()
    }
}

impl From<ServerForUploads> for String {
    fn from(server: ServerForUploads) -> Self {
        "https://{host}/{stage}"
            .replace("{host}", &server.host)
            .replace("{stage}", server.stage.as_str())
    }
}

/// The values of `stage` in [`ServerForUploads`], `#/paths/~1files/servers/0/variables/stage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServerForUploadsStage {
    /// The value `live`.
    Live,
    /// The value `test`.
    Test,
}

impl ServerForUploadsStage {
    /// As the URL has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Test => "test",
        }
    }
}
