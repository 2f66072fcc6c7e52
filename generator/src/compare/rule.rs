//! The rules: each kind of change, and what it does to programs that run already.

use std::fmt;

/// What a change does to a program that was built against the old document and talks to a server of the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wire {
    /// The program goes on as before.
    Works,
    /// Some request is refused or read as something else, or some answer cannot be read.
    Breaks,
}

/// What a change does to code that was written against the old crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceCode {
    /// It compiles as before; the crate offers the same.
    Same,
    /// It compiles as before; the crate offers more.
    Adds,
    /// Code that uses what changed does not compile.
    Breaks,
}

impl fmt::Display for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Works => "works",
            Self::Breaks => "breaks",
        })
    }
}

impl fmt::Display for SourceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => "same",
            Self::Adds => "adds",
            Self::Breaks => "breaks",
        })
    }
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident $code:literal $wire:ident,)+) => {
        /// A kind of change. Its documentation says what happened; [`Rule::wire`] what that does on the wire. What it does
        /// to source code follows from the items of the crate that it changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Rule {
            /// All rules, in the order of documents: operations, what they take, what they give, types.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable name that scripts can rely on.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What happened, and why it breaks or not.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc, "\n",)+).trim_ascii(),)+
                }
            }

            /// What it does to programs that run already.
            #[must_use]
            pub fn wire(self) -> Wire {
                match self {
                    $(Self::$variant => Wire::$wire,)+
                }
            }
        }
    };
}

rules! {
    /// An operation is new.
    OperationAdded "operation-added" Works,
    /// An operation is gone: calls of it get an error.
    OperationRemoved "operation-removed" Breaks,
    /// An operation of the same id has another method or path.
    OperationMoved "operation-moved" Breaks,
    /// An operation has another id: its method has another name, its URL does not.
    OperationRenamed "operation-renamed" Works,
    /// An operation has another first tag: its module, and its feature where there are some.
    OperationTagChanged "operation-tag-changed" Works,
    /// An operation is deprecated now.
    OperationDeprecated "operation-deprecated" Works,
    /// Other parameters or properties are required, or in another order, and with them the arguments of a function. Where
    /// these are of one type, code that was written for the old ones compiles, and sends each in place of another.
    ArgumentOrderChanged "argument-order-changed" Works,
    /// How the answers of an operation are pages of a list changed.
    PaginationChanged "pagination-changed" Works,
    /// The way from one page of a list to the next is gone: old programs end after a page, without an error.
    PaginationBroken "pagination-broken" Breaks,

    /// A server is new.
    ServerAdded "server-added" Works,
    /// A server is gone, or an operation has another one: programs go on to call the old one.
    ServerRemoved "server-removed" Breaks,
    /// Another server is the first one: that of new programs which name none. The one before it is still there.
    ServerOrderChanged "server-order-changed" Works,
    /// A variable in the URL of a server has another default: new programs that name no value call another URL.
    ServerDefaultChanged "server-default-changed" Works,
    /// A variable in the URL of a server has more values.
    ServerValueAdded "server-value-added" Works,
    /// A variable in the URL of a server has lost values: programs that chose one go on to call its URL.
    ServerValueRemoved "server-value-removed" Breaks,

    /// An operation takes fewer credentials than before, or others as well.
    SecurityLoosened "security-loosened" Works,
    /// An operation no longer takes credentials that it took, or asks for more scopes, or no longer does without.
    SecurityTightened "security-tightened" Breaks,
    /// A credential has another name, and is sent as it was.
    SecuritySchemeRenamed "security-scheme-renamed" Works,
    /// A credential of the same name is sent otherwise, or is to be had elsewhere.
    SecuritySchemeChanged "security-scheme-changed" Breaks,

    /// A parameter of a path has another name, which is not sent.
    PathParameterRenamed "path-parameter-renamed" Works,
    /// An optional parameter is new.
    OptionalParameterAdded "optional-parameter-added" Works,
    /// A required parameter is new: old programs do not send it.
    RequiredParameterAdded "required-parameter-added" Breaks,
    /// A parameter is gone: servers ignore what old programs send, a filter filters no more.
    ParameterRemoved "parameter-removed" Breaks,
    /// A parameter has to be sent now.
    ParameterBecameRequired "parameter-became-required" Breaks,
    /// A parameter need not be sent any more.
    ParameterBecameOptional "parameter-became-optional" Works,
    /// A parameter is written otherwise: another style, or JSON.
    ParameterEncodingChanged "parameter-encoding-changed" Breaks,
    /// A server takes another value for a parameter that is not sent.
    ParameterDefaultChanged "parameter-default-changed" Works,
    /// A parameter is deprecated now.
    ParameterDeprecated "parameter-deprecated" Works,

    /// An operation takes a body that need not be sent.
    OptionalBodyAdded "optional-body-added" Works,
    /// An operation takes a body that old programs do not send.
    RequiredBodyAdded "required-body-added" Breaks,
    /// An operation takes no body any more.
    BodyRemoved "body-removed" Breaks,
    /// A body has to be sent now.
    BodyBecameRequired "body-became-required" Breaks,
    /// A body need not be sent any more.
    BodyBecameOptional "body-became-optional" Works,
    /// A body can be sent in another format as well.
    BodyFormatAdded "body-format-added" Works,
    /// A body can no longer be sent in a format.
    BodyFormatRemoved "body-format-removed" Breaks,
    /// A property of a form or a multipart body is written otherwise.
    BodyEncodingChanged "body-encoding-changed" Breaks,

    /// Success has another status as well, which old programs take for an answer that is not documented.
    SuccessStatusAdded "success-status-added" Breaks,
    /// A status of success is gone: it does not come any more, or others describe it.
    SuccessStatusRemoved "success-status-removed" Works,
    /// An error is documented now; old programs keep its bytes, as they do those of any error.
    ErrorStatusAdded "error-status-added" Works,
    /// An error is no longer documented by itself: where it comes all the same, it is still read as it was.
    ErrorStatusRemoved "error-status-removed" Works,
    /// An answer that had no body has one, which old programs do not read.
    AnswerBodyAdded "answer-body-added" Works,
    /// An answer has no body any more, which old programs want to read.
    AnswerBodyRemoved "answer-body-removed" Breaks,
    /// An answer can have another format as well, which old programs do not ask for.
    AnswerFormatAdded "answer-format-added" Works,
    /// An answer no longer comes in a format that old programs ask for.
    AnswerFormatRemoved "answer-format-removed" Breaks,
    /// A header of an answer is documented now.
    AnswerHeaderAdded "answer-header-added" Works,
    /// A header of an answer is gone: programs that read it find none.
    AnswerHeaderRemoved "answer-header-removed" Breaks,

    /// A webhook is new: old programs do not await it.
    WebhookAdded "webhook-added" Works,
    /// A webhook is gone: old programs await it in vain.
    WebhookRemoved "webhook-removed" Breaks,

    /// A type of the document is new.
    TypeAdded "type-added" Works,
    /// A type of the document that nothing else replaced is gone.
    TypeRemoved "type-removed" Works,
    /// A type has another name; names of types are not sent.
    TypeRenamed "type-renamed" Works,
    /// A type is deprecated now.
    TypeDeprecated "type-deprecated" Works,

    /// What is sent may be more than before.
    RequestTypeWidened "request-type-widened" Works,
    /// What old programs send is not, or not always, what is taken now.
    RequestTypeNarrowed "request-type-narrowed" Breaks,
    /// What is answered is always something that old programs read.
    ResponseTypeNarrowed "response-type-narrowed" Works,
    /// What is answered may be something that old programs do not read.
    ResponseTypeWidened "response-type-widened" Breaks,

    /// A limit of what is sent is stricter, or another pattern: servers refuse what they took.
    RequestConstraintTightened "request-constraint-tightened" Breaks,
    /// A limit of what is sent is less strict, or gone.
    RequestConstraintLoosened "request-constraint-loosened" Works,
    /// A limit of what is answered is another one. Clients do not check them.
    ResponseConstraintChanged "response-constraint-changed" Works,

    /// An optional property of what is sent is new.
    OptionalRequestPropertyAdded "optional-request-property-added" Works,
    /// A required property of what is sent is new: old programs do not send it.
    RequiredRequestPropertyAdded "required-request-property-added" Breaks,
    /// A property of what is sent is gone: what old programs send in it is lost.
    RequestPropertyRemoved "request-property-removed" Breaks,
    /// A property of what is sent has to be there now.
    RequestPropertyBecameRequired "request-property-became-required" Breaks,
    /// A property of what is sent need not be there any more.
    RequestPropertyBecameOptional "request-property-became-optional" Works,
    /// A property of what is answered is new; old programs pass over it.
    ResponsePropertyAdded "response-property-added" Works,
    /// A required property of what is answered is gone, without which old programs read nothing.
    RequiredResponsePropertyRemoved "required-response-property-removed" Breaks,
    /// An optional property of what is answered is gone.
    OptionalResponsePropertyRemoved "optional-response-property-removed" Works,
    /// A property of what is answered may be missing now, which old programs do not expect.
    ResponsePropertyBecameOptional "response-property-became-optional" Breaks,
    /// A property of what is answered may be missing now, which old programs read as the `null` that it could be, or know
    /// from requests, which lack what is read-only.
    NullableResponsePropertyBecameOptional "nullable-response-property-became-optional" Works,
    /// A property of what is answered is always there now.
    ResponsePropertyBecameRequired "response-property-became-required" Works,
    /// A property has another name, and all else of it is as it was.
    PropertyRenamed "property-renamed" Breaks,
    /// A property of what is answered, which may be missing, has another name: old programs find it missing.
    OptionalResponsePropertyRenamed "optional-response-property-renamed" Works,
    /// A property is deprecated now.
    PropertyDeprecated "property-deprecated" Works,
    /// A server takes another value for a property that is not sent.
    PropertyDefaultChanged "property-default-changed" Works,

    /// A value of an enum is new; old programs keep it as unknown where they receive it.
    ValueAdded "value-added" Works,
    /// A value of an enum that is sent is gone.
    RequestValueRemoved "request-value-removed" Breaks,
    /// A value of an enum that is only answered is gone.
    ResponseValueRemoved "response-value-removed" Works,
    /// A branch of a union is new; old programs keep it as unknown where they receive it.
    BranchAdded "branch-added" Works,
    /// A branch of a union that is sent is gone.
    RequestBranchRemoved "request-branch-removed" Breaks,
    /// A branch of a union that is only answered is gone.
    ResponseBranchRemoved "response-branch-removed" Works,

    /// The operations of each tag have a Cargo feature now, or no longer: those of documents with more than 100 operations
    /// have one. All are on by default; code that turned the default features off does without what it used.
    FeaturesChanged "features-changed" Works,
    /// An item of the crate changed because of something else: a trait that no longer holds, a name that moved on.
    Consequence "consequence" Works,
    /// Only texts or examples changed, or something that is not compared, such as keywords that only servers look at.
    Documentation "documentation" Works,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
