//! What there is to call in a crate.

use crate::diagnostics::Pointer;

/// An operation that a crate can call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationCall {
    /// The operation in the document.
    pub pointer: Pointer,
    /// The HTTP method.
    pub method: &'static str,
    /// The path template.
    pub path: String,
    /// The method of the client.
    pub function: String,
    /// Where it is, if not where the rest of the API is, as the client's builder calls it.
    pub server: Option<String>,
    /// The required parameters: the arguments of the method, in order. A required body is one more.
    pub arguments: Vec<CallArgument>,
    /// The optional parameters, each a method of the call.
    pub setters: Vec<CallArgument>,
    /// What requests carry.
    pub body: Option<CallBody>,
    /// The documented statuses of success, of ranges one.
    pub successes: Vec<u16>,
    /// The documented statuses of errors, of ranges and `default` one.
    pub failures: Vec<u16>,
}

/// A parameter of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallArgument {
    /// The Parameter Object in the document.
    pub pointer: Pointer,
    /// The method of the call that sets it, where it is optional.
    pub setter: String,
    /// What becomes it: its type with all aliases followed, as code beside the crate's modules writes it.
    pub rust: String,
    /// Whether it is handed over as a reference.
    pub by_reference: bool,
}

/// A request body of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallBody {
    /// Whether it is the last argument; else the call's method `body` sets it.
    pub required: bool,
    /// The ways to send it, the usual one first.
    pub contents: Vec<CallContent>,
}

/// One way to send a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallContent {
    /// The Media Type Object in the document.
    pub pointer: Pointer,
    /// The media type.
    pub media_type: String,
    /// The variant of the body's enum that it is, where there are several ways.
    pub variant: Option<String>,
    /// Its type, as [`CallArgument::rust`]; `None` where the body is bytes.
    pub rust: Option<String>,
}

/// A credential that the client's builder can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialSetter {
    /// The method of the builder.
    pub setter: String,
    /// How many texts it takes.
    pub arguments: usize,
}
