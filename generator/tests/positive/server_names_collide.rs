// ==== src/servers.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Where the API is: each of these can be the base URL of a [`ClientBuilder`](crate::ClientBuilder).

/// Prod
///
/// `https://{region}.example.com`, `#/servers/0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prod {
    region: ProdRegion2,
}

impl Prod {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self { region: ProdRegion2::Eu }
    }

    /// The variable `region` of the URL.
    #[must_use]
    pub fn region(mut self, value: ProdRegion2) -> Self {
        self.region = value;
        self
    }
}

impl Default for Prod {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Prod> for String {
    fn from(server: Prod) -> Self {
        "https://{region}.example.com".replace("{region}", server.region.as_str())
    }
}

/// The values of `region` in [`Prod`], `#/servers/0/variables/region`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProdRegion2 {
    /// The value `eu`.
    Eu,
    /// The value `EU`.
    UpperEu,
}

impl ProdRegion2 {
    /// As the URL has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::UpperEu => "EU",
        }
    }
}

/// Prod region
///
/// `https://{a-b}.{a_b}.example.com`, `#/servers/1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProdRegion {
    a_b: ProdRegionAB,
    a_b_2: ProdRegionAB2,
}

impl ProdRegion {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self {
            a_b: ProdRegionAB::X,
            a_b_2: ProdRegionAB2::Y,
        }
    }

    /// The variable `a-b` of the URL.
    #[must_use]
    pub fn a_b(mut self, value: ProdRegionAB) -> Self {
        self.a_b = value;
        self
    }

    /// The variable `a_b` of the URL.
    #[must_use]
    pub fn a_b_2(mut self, value: ProdRegionAB2) -> Self {
        self.a_b_2 = value;
        self
    }
}

impl Default for ProdRegion {
    fn default() -> Self {
        Self::new()
    }
}

impl From<ProdRegion> for String {
    fn from(server: ProdRegion) -> Self {
        "https://{a-b}.{a_b}.example.com"
            .replace("{a-b}", server.a_b.as_str())
            .replace("{a_b}", server.a_b_2.as_str())
    }
}

/// The values of `a-b` in [`ProdRegion`], `#/servers/1/variables/a-b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProdRegionAB {
    /// The value `x`.
    X,
}

impl ProdRegionAB {
    /// As the URL has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::X => "x",
        }
    }
}

/// The values of `a_b` in [`ProdRegion`], `#/servers/1/variables/a_b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProdRegionAB2 {
    /// The value `y`.
    Y,
}

impl ProdRegionAB2 {
    /// As the URL has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Y => "y",
        }
    }
}

/// Default
///
/// `https://{x}.example.com`, `#/servers/2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server3 {
    x: String,
}

impl Server3 {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self { x: "a".to_owned() }
    }

    /// The variable `x` of the URL.
    #[must_use]
    pub fn x(mut self, value: impl Into<String>) -> Self {
        self.x = value.into();
        self
    }
}

impl Default for Server3 {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Server3> for String {
    fn from(server: Server3) -> Self {
        "https://{x}.example.com".replace("{x}", &server.x)
    }
}

/// String
///
/// `https://{x}.example.com`, `#/servers/3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server4 {
    x: String,
}

impl Server4 {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self { x: "a".to_owned() }
    }

    /// The variable `x` of the URL.
    #[must_use]
    pub fn x(mut self, value: impl Into<String>) -> Self {
        self.x = value.into();
        self
    }
}

impl Default for Server4 {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Server4> for String {
    fn from(server: Server4) -> Self {
        "https://{x}.example.com".replace("{x}", &server.x)
    }
}

/// A1B
///
/// `https://1.example.com`, `#/servers/4`.
pub const A1B: &str = "https://1.example.com";

/// A1b
///
/// `https://2.example.com`, `#/servers/5`.
pub const SERVER6: &str = "https://2.example.com";

/// a1 b
///
/// `https://3.example.com`, `#/servers/6`.
pub const SERVER7: &str = "https://3.example.com";
