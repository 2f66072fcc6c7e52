// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub option: OptionSchema2,
    pub result: Option<ResultSchema>,
    pub string: Option<StringSchema>,
    pub r#box: Option<BoxSchema>,
    pub vec: Option<Vec<VecSchema>>,
    pub some: Option<BTreeMap<String, SomeSchema>>,
    pub again: Option<Box<Thing>>,
    pub self_: Option<SelfValue>,
    pub default: Option<DefaultSchema>,
    pub d: Option<D>,
    pub value: Option<Value>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(option: OptionSchema2) -> Self {
        Self {
            option,
            result: None,
            string: None,
            r#box: None,
            vec: None,
            some: None,
            again: None,
            self_: None,
            default: None,
            d: None,
            value: None,
        }
    }
}

setters! {
    Thing {
        result: value ResultSchema,
        string: value StringSchema,
        r#box: value BoxSchema,
        vec: each VecSchema,
        some: value BTreeMap<String, SomeSchema>,
        again: into Box<Thing>,
        self_: value SelfValue,
        default as set_default: value DefaultSchema,
        d: value D,
        value: value Value,
    }
}

wire_struct! {
    Thing {
        "option" => option: required,
        "result" => result: optional,
        "string" => string: optional,
        "box" => r#box: optional,
        "vec" => vec: optional,
        "some" => some: optional,
        "again" => again: optional,
        "self" => self_: optional,
        "default" => default: optional,
        "d" => d: optional,
        "value" => value: optional,
    }
}

/// `#/components/schemas/Option`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OptionSchema2 {
    pub a: Option<String>,
}

impl OptionSchema2 {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    OptionSchema2 {
        a: into String,
    }
}

wire_struct! {
    OptionSchema2 {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Result`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResultSchema {
    pub a: Option<String>,
}

impl ResultSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ResultSchema {
        a: into String,
    }
}

wire_struct! {
    ResultSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/String`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StringSchema {
    pub a: Option<String>,
}

impl StringSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    StringSchema {
        a: into String,
    }
}

wire_struct! {
    StringSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Box`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BoxSchema {
    pub a: Option<String>,
}

impl BoxSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    BoxSchema {
        a: into String,
    }
}

wire_struct! {
    BoxSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Vec`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct VecSchema {
    pub a: Option<String>,
}

impl VecSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    VecSchema {
        a: into String,
    }
}

wire_struct! {
    VecSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Some`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SomeSchema {
    pub a: Option<String>,
}

impl SomeSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    SomeSchema {
        a: into String,
    }
}

wire_struct! {
    SomeSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/None`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoneSchema {
    pub a: Option<String>,
}

impl NoneSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    NoneSchema {
        a: into String,
    }
}

wire_struct! {
    NoneSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Ok`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OkSchema {
    pub a: Option<String>,
}

impl OkSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    OkSchema {
        a: into String,
    }
}

wire_struct! {
    OkSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Err`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrSchema {
    pub a: Option<String>,
}

impl ErrSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ErrSchema {
        a: into String,
    }
}

wire_struct! {
    ErrSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Self`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SelfValue {
    pub a: Option<String>,
}

impl SelfValue {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    SelfValue {
        a: into String,
    }
}

wire_struct! {
    SelfValue {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Default`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DefaultSchema {
    pub a: Option<String>,
}

impl DefaultSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    DefaultSchema {
        a: into String,
    }
}

wire_struct! {
    DefaultSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/D`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct D {
    pub a: Option<String>,
}

impl D {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    D {
        a: into String,
    }
}

wire_struct! {
    D {
        "a" => a: optional,
    }
}

/// `#/components/schemas/S`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct S {
    pub a: Option<String>,
}

impl S {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    S {
        a: into String,
    }
}

wire_struct! {
    S {
        "a" => a: optional,
    }
}

/// `#/components/schemas/A`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct A {
    pub a: Option<String>,
}

impl A {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    A {
        a: into String,
    }
}

wire_struct! {
    A {
        "a" => a: optional,
    }
}

/// `#/components/schemas/E`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct E {
    pub a: Option<String>,
}

impl E {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    E {
        a: into String,
    }
}

wire_struct! {
    E {
        "a" => a: optional,
    }
}

/// `#/components/schemas/T`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct T {
    pub a: Option<String>,
}

impl T {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    T {
        a: into String,
    }
}

wire_struct! {
    T {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Value`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Value {
    pub a: Option<String>,
}

impl Value {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Value {
        a: into String,
    }
}

wire_struct! {
    Value {
        "a" => a: optional,
    }
}

/// `#/components/schemas/From`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FromSchema {
    pub a: Option<String>,
}

impl FromSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    FromSchema {
        a: into String,
    }
}

wire_struct! {
    FromSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Into`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct IntoSchema {
    pub a: Option<String>,
}

impl IntoSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    IntoSchema {
        a: into String,
    }
}

wire_struct! {
    IntoSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Iterator`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Iterator {
    pub a: Option<String>,
}

impl Iterator {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Iterator {
        a: into String,
    }
}

wire_struct! {
    Iterator {
        "a" => a: optional,
    }
}

/// `#/components/schemas/IntoIterator`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct IntoIteratorSchema {
    pub a: Option<String>,
}

impl IntoIteratorSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    IntoIteratorSchema {
        a: into String,
    }
}

wire_struct! {
    IntoIteratorSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/ToString`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ToStringSchema {
    pub a: Option<String>,
}

impl ToStringSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ToStringSchema {
        a: into String,
    }
}

wire_struct! {
    ToStringSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/BTreeMap`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BTreeMapSchema {
    pub a: Option<String>,
}

impl BTreeMapSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    BTreeMapSchema {
        a: into String,
    }
}

wire_struct! {
    BTreeMapSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Clone`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Clone {
    pub a: Option<String>,
}

impl Clone {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Clone {
        a: into String,
    }
}

wire_struct! {
    Clone {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Copy`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Copy {
    pub a: Option<String>,
}

impl Copy {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Copy {
        a: into String,
    }
}

wire_struct! {
    Copy {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Debug`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Debug {
    pub a: Option<String>,
}

impl Debug {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Debug {
        a: into String,
    }
}

wire_struct! {
    Debug {
        "a" => a: optional,
    }
}

/// `#/components/schemas/PartialEq`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PartialEq {
    pub a: Option<String>,
}

impl PartialEq {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PartialEq {
        a: into String,
    }
}

wire_struct! {
    PartialEq {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Eq`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Eq {
    pub a: Option<String>,
}

impl Eq {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Eq {
        a: into String,
    }
}

wire_struct! {
    Eq {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Hash`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hash {
    pub a: Option<String>,
}

impl Hash {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Hash {
        a: into String,
    }
}

wire_struct! {
    Hash {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Send`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Send {
    pub a: Option<String>,
}

impl Send {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Send {
        a: into String,
    }
}

wire_struct! {
    Send {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Drop`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Drop {
    pub a: Option<String>,
}

impl Drop {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Drop {
        a: into String,
    }
}

wire_struct! {
    Drop {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Fn`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Fn {
    pub a: Option<String>,
}

impl Fn {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Fn {
        a: into String,
    }
}

wire_struct! {
    Fn {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Serialize`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Serialize {
    pub a: Option<String>,
}

impl Serialize {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Serialize {
        a: into String,
    }
}

wire_struct! {
    Serialize {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Wire`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Wire {
    pub a: Option<String>,
}

impl Wire {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Wire {
        a: into String,
    }
}

wire_struct! {
    Wire {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Object`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Object {
    pub a: Option<String>,
}

impl Object {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Object {
        a: into String,
    }
}

wire_struct! {
    Object {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Error`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Error {
    pub a: Option<String>,
}

impl Error {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Error {
        a: into String,
    }
}

wire_struct! {
    Error {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Infallible`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Infallible {
    pub a: Option<String>,
}

impl Infallible {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Infallible {
        a: into String,
    }
}

wire_struct! {
    Infallible {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Call`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Call {
    pub a: Option<String>,
}

impl Call {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Call {
        a: into String,
    }
}

wire_struct! {
    Call {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Client`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Client {
    pub a: Option<String>,
}

impl Client {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Client {
        a: into String,
    }
}

wire_struct! {
    Client {
        "a" => a: optional,
    }
}

/// `#/components/schemas/OptionSchema`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OptionSchema {
    pub a: Option<String>,
}

impl OptionSchema {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    OptionSchema {
        a: into String,
    }
}

wire_struct! {
    OptionSchema {
        "a" => a: optional,
    }
}

/// `#/components/schemas/Color`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Color {
    /// The value `ok`.
    Ok,
    /// The value `err`.
    Err,
    /// The value `some`.
    Some,
    /// The value `none`.
    None,
    /// The value `self`.
    SelfValue,
    /// The value `option`.
    Option,
    /// The value `string`.
    String,
    /// The value `vec`.
    Vec,
    /// The value `clone`.
    Clone,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Color {
        "ok" => Ok,
        "err" => Err,
        "some" => Some,
        "none" => None,
        "self" => SelfValue,
        "option" => Option,
        "string" => String,
        "vec" => Vec,
        "clone" => Clone,
    } else Unknown
}
