use super::*;
use std::collections::BTreeMap;

use serde_json::json;

use crate::runtime::wire::{wire_struct, wire_union};

async fn written<T: Wire>(value: &T, properties: &[PropertyEncoding]) -> String {
    let body = body("B", value, properties).unwrap();
    let length = body.length();
    let bytes = body.bytes(u64::MAX).await.unwrap();
    assert_eq!(length, Some(bytes.len() as u64));
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A property as it is by default but for what `change` says.
fn property(change: impl FnOnce(&mut PropertyEncoding)) -> [PropertyEncoding; 1] {
    let mut property = PropertyEncoding {
        property: "p",
        content_type: None,
        encoding: None,
        headers: &[],
    };
    change(&mut property);
    [property]
}

/// The parts of a property `p`, without the delimiters around them.
async fn parts(value: Value, properties: &[PropertyEncoding]) -> Vec<String> {
    let written = written(&json!({ "p": value }), properties).await;
    let all = written.strip_suffix("--B--\r\n").unwrap();
    let parts = all.split("--B\r\n").skip(1);
    parts
        .map(|part| part.strip_suffix("\r\n").unwrap().to_owned())
        .collect()
}

const TEXT: &str = "Content-Disposition: form-data; name=\"p\"\r\n\r\n";
const JSON: &str =
    "Content-Disposition: form-data; name=\"p\"\r\nContent-Type: application/json\r\n\r\n";

#[tokio::test]
async fn each_value_is_written_as_its_type_asks() {
    let rows: [(Value, &[(&str, &str)]); 12] = [
        (json!("a \"b\"\r\nü"), &[(TEXT, "a \"b\"\r\nü")]),
        (json!(""), &[(TEXT, "")]),
        (json!(7), &[(TEXT, "7")]),
        (json!(1.5), &[(TEXT, "1.5")]),
        (json!(true), &[(TEXT, "true")]),
        (json!(null), &[]),
        (json!({"a": [1]}), &[(JSON, r#"{"a":[1]}"#)]),
        (json!([]), &[]),
        (json!(["a", 1, null]), &[(TEXT, "a"), (TEXT, "1")]),
        (json!([{"a": 1}, {}]), &[(JSON, r#"{"a":1}"#), (JSON, "{}")]),
        (json!([[1, 2], [3]]), &[(JSON, "[1,2]"), (JSON, "[3]")]),
        (json!({}), &[(JSON, "{}")]),
    ];
    for (value, expected) in rows {
        let expected: Vec<String> = expected.iter().map(|(a, b)| format!("{a}{b}")).collect();
        assert_eq!(parts(value, &[]).await, expected);
    }
}

#[tokio::test]
async fn parts_stand_between_delimiters() {
    assert_eq!(
        written(&json!({"b": 1, "a": "x"}), &[]).await,
        "--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n\
         --B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B--\r\n"
    );
    assert_eq!(written(&json!({}), &[]).await, "--B--\r\n");
}

#[tokio::test]
async fn the_document_can_ask_for_a_media_type_and_headers() {
    let disposition = "Content-Disposition: form-data; name=\"p\"";
    let sdp = property(|p| p.content_type = Some("application/sdp"));
    assert_eq!(
        parts(json!("v=0"), &sdp).await,
        [format!(
            "{disposition}\r\nContent-Type: application/sdp\r\n\r\nv=0"
        )]
    );
    let in_json = property(|p| p.content_type = Some("application/json"));
    assert_eq!(parts(json!("a"), &in_json).await, [format!("{JSON}\"a\"")]);
    assert_eq!(
        parts(json!([1, {"b": 2}]), &in_json).await,
        [format!("{JSON}1"), format!("{JSON}{{\"b\":2}}")]
    );
    let headers = property(|p| p.headers = &[("X-Kind", "a"), ("content-type", "text/x")]);
    assert_eq!(
        parts(json!("v"), &headers).await,
        [format!("{disposition}\r\nX-Kind: a\r\n\r\nv")]
    );
}

#[tokio::test]
async fn the_document_can_ask_for_a_style() {
    let style = |style, explode| {
        property(|p| {
            p.encoding = Some(Encoding::Style {
                style,
                explode,
                allow_reserved: false,
            });
        })
    };
    let array = || json!(["a", "c", null, 1]);
    let object = || json!({"k": "v", "none": null, "n": 1});
    let named = |name: &str, text: &str| {
        format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}")
    };
    let rows = [
        (
            array(),
            style(Style::Form, true),
            vec![("p", "a"), ("p", "c"), ("p", "1")],
        ),
        (array(), style(Style::Form, false), vec![("p", "a,c,1")]),
        (
            array(),
            style(Style::SpaceDelimited, false),
            vec![("p", "a c 1")],
        ),
        (
            array(),
            style(Style::PipeDelimited, false),
            vec![("p", "a|c|1")],
        ),
        (
            object(),
            style(Style::Form, true),
            vec![("k", "v"), ("n", "1")],
        ),
        (object(), style(Style::Form, false), vec![("p", "k,v,n,1")]),
        (
            object(),
            style(Style::DeepObject, true),
            vec![("p[k]", "v"), ("p[n]", "1")],
        ),
        (
            json!({"a": {"b": [1, 2], "c": [{"d": 3}]}}),
            style(Style::DeepObject, true),
            vec![
                ("p[a][b][]", "1"),
                ("p[a][b][]", "2"),
                ("p[a][c][0][d]", "3"),
            ],
        ),
        (
            array(),
            style(Style::DeepObject, true),
            vec![("p[]", "a"), ("p[]", "c"), ("p[]", "1")],
        ),
        (
            json!({"k": ["v", "w"]}),
            style(Style::Form, true),
            vec![("k", "v"), ("k", "w")],
        ),
        (
            json!(["v", {"w": 1}]),
            style(Style::PipeDelimited, false),
            vec![("p", "v|{\"w\":1}")],
        ),
        (json!([]), style(Style::Form, false), vec![]),
        (json!(null), style(Style::DeepObject, true), vec![]),
    ];
    for (value, properties, expected) in rows {
        let expected: Vec<String> = expected.iter().map(|(n, t)| named(n, t)).collect();
        assert_eq!(parts(value, &properties).await, expected);
    }
    for (style_, delimiter) in [
        (Style::Form, ","),
        (Style::SpaceDelimited, " "),
        (Style::PipeDelimited, "|"),
    ] {
        let value = json!({"p": [format!("a{delimiter}b")]});
        let error = body("B", &value, &style(style_, false)).unwrap_err();
        assert!(matches!(error, InputError::InvalidPart { .. }), "{error:?}");
    }
    let in_json = property(|p| p.encoding = Some(Encoding::Json));
    assert_eq!(parts(json!([1]), &in_json).await, [format!("{JSON}[1]")]);
}

#[derive(Debug, Clone, PartialEq)]
struct Upload {
    image: Image,
    others: Option<Vec<File>>,
    note: Option<Option<String>>,
    rest: BTreeMap<String, File>,
}

wire_struct! {
    Upload {
        tags { "kind" = "upload" }
        "image" => image: required,
        "others" => others: optional,
        "note" => note: nullable,
        .. => rest,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Image {
    One(File),
    Many(Vec<File>),
    Unknown(Value),
}

wire_union! {
    Image {
        One from File { string },
        Many from Vec<File> { array },
    } else Unknown
}

fn upload(image: impl Into<Image>) -> Upload {
    Upload {
        image: image.into(),
        others: None,
        note: Some(None),
        rest: BTreeMap::new(),
    }
}

#[tokio::test]
async fn a_file_has_its_name_and_media_type_wherever_it_stands() {
    let mut value = upload(
        File::new("png")
            .file_name("a\"b\\\r\n.png")
            .content_type("image/png"),
    );
    value.others = Some(vec![
        File::new(vec![0x30]),
        File::new("x").header("X-A", "1"),
    ]);
    value
        .rest
        .insert("z".to_owned(), File::new("").file_name("ü"));
    let disposition = "--B\r\nContent-Disposition: form-data; name=";
    let any = "\r\nContent-Type: application/octet-stream\r\n";
    let expected = [
        format!("{disposition}\"kind\"\r\n\r\nupload\r\n"),
        format!(
            "{disposition}\"image\"; filename=\"a%22b\\%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\npng\r\n"
        ),
        format!("{disposition}\"others\"; filename=\"others\"{any}\r\n0\r\n"),
        format!("{disposition}\"others\"; filename=\"others\"{any}X-A: 1\r\n\r\nx\r\n"),
        format!("{disposition}\"z\"; filename=\"ü\"{any}\r\n\r\n"),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(written(&value, &[]).await, expected.concat());
}

#[tokio::test]
async fn a_file_is_whole_in_every_style() {
    let file = |text: &str| File::new(text.to_owned());
    let value = BTreeMap::from([(
        "p".to_owned(),
        BTreeMap::from([("f".to_owned(), vec![file("1"), file("2")])]),
    )]);
    for (encoding, name, parts) in [
        ((Style::DeepObject, true), "p[f][]", 2),
        ((Style::Form, true), "f", 2),
        // JSON, where the content of a file is text.
        ((Style::Form, false), "p", 1),
    ] {
        let rows = [PropertyEncoding::new("p").style(encoding.0, encoding.1)];
        let written = written(&value, &rows).await;
        let heads = written
            .matches(&format!("form-data; name=\"{name}\""))
            .count();
        assert_eq!((heads, written.contains("{\"f\"")), (parts, parts == 1));
    }
    let several = BTreeMap::from([("p".to_owned(), vec![file("1"), file("2")])]);
    let rows = [PropertyEncoding::new("p").style(Style::Form, false)];
    let written = written(&several, &rows).await;
    assert_eq!(written.matches("filename=\"p\"").count(), 2);
}

#[tokio::test]
async fn a_union_of_files_is_one_part_or_several() {
    let several = upload(vec![File::new("1"), File::new("2")]);
    let written = written(&several, &[]).await;
    assert_eq!(written.matches(" name=\"image\"").count(), 2);
}

#[tokio::test]
async fn a_value_cannot_pass_for_a_file() {
    let (_, files) = Files::of(&File::new("secret")).unwrap();
    let (mark, _) = Files::of(&File::new("secret")).unwrap();
    assert!(files.get(&mark).is_none());
    assert!(files.get(&json!({"0": 0})).is_none());
}

#[test]
fn a_file_outside_of_a_multipart_body_is_text() {
    assert_eq!(
        serde_json::to_value(File::new("text")).unwrap(),
        json!("text")
    );
    assert_eq!(
        serde_json::from_str::<File>("\"text\"").unwrap(),
        File::new("text")
    );
    for file in [File::new(vec![0xff]), File::new(endless())] {
        assert!(serde_json::to_value(file).is_err());
    }
}

#[tokio::test]
async fn a_file_within_json_is_text_there_too() {
    let nested =
        |file: File| BTreeMap::from([("p".to_owned(), BTreeMap::from([("f".to_owned(), file)]))]);
    assert!(
        written(&nested(File::new("text")), &[])
            .await
            .contains(r#"{"f":"text"}"#)
    );
    let error = body("B", &nested(File::new(vec![0xff])), &[]).unwrap_err();
    assert!(matches!(error, InputError::InvalidPart { name, .. } if name == "p"));
}

#[test]
fn what_cannot_be_a_part_is_refused() {
    assert!(matches!(
        body("B", &json!([1]), &[]),
        Err(InputError::InvalidBody { .. })
    ));
    let xml = property(|p| p.content_type = Some("application/xml"));
    let object = json!({"p": {"a": 1}});
    assert!(matches!(
        body("B", &object, &xml),
        Err(InputError::InvalidPart { .. })
    ));
    for file in [
        File::new("").header("X-A", "1\r\nX-B: 2"),
        File::new("").content_type("text/plain\r\n"),
        File::new("").header("", "1"),
        File::new("").file_name("a\0"),
    ] {
        let error = body("B", &upload(file), &[]).unwrap_err();
        assert!(
            matches!(error, InputError::InvalidHeader { .. }),
            "{error:?}"
        );
    }
}

fn endless() -> Body {
    Body::from_reader(std::io::repeat(7))
}

#[tokio::test]
async fn a_stream_is_sent_once_whatever_its_clones() {
    let file = File::new(endless());
    let clone = file.clone();
    assert_eq!(file, clone);
    assert_ne!(file, File::new(endless()));
    let sent = body("B", &upload(file), &[]).unwrap();
    assert_eq!((sent.length(), sent.try_clone().is_some()), (None, false));
    let again = body("B", &upload(clone), &[]).unwrap_err();
    assert_eq!(
        again.to_string(),
        "the part `image` of the body cannot be written: its content is a stream that was sent already"
    );
}

#[tokio::test]
async fn a_body_of_files_that_can_be_read_again_can_be_sent_again() {
    let folder = std::env::temp_dir().join(format!("multipart-{}", random_text()));
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("notes.txt");
    std::fs::write(&path, "on disk").unwrap();
    let file = File::from_path(&path).unwrap();
    assert_eq!(file, File::from_path(&path).unwrap());
    let sent = body("B", &upload(file), &[]).unwrap();
    let again = sent.try_clone().unwrap();
    assert_eq!(sent.length(), again.length());
    let (sent, again) = (
        sent.bytes(1000).await.unwrap(),
        again.bytes(1000).await.unwrap(),
    );
    std::fs::remove_dir_all(folder).unwrap();
    let text = String::from_utf8(sent.to_vec()).unwrap();
    assert!(text.contains("filename=\"notes.txt\"") && text.contains("\r\n\r\non disk\r\n--B"));
    assert_eq!(sent, again);
}

#[tokio::test]
async fn an_independent_parser_reads_what_is_written() {
    let mut value = upload(
        File::new(vec![0, 255, 13, 10])
            .file_name("a b;c.bin")
            .content_type("image/x"),
    );
    value.others = Some(vec![
        File::new(Body::from_reader(&b"--B\r\n"[..])),
        File::new(""),
    ]);
    let multipart = encode(&value, &[]).unwrap();
    assert_eq!(multipart.body.length(), None);
    let boundary = multer::parse_boundary(&multipart.content_type).unwrap();
    let mut parser = multer::Multipart::new(multipart.body, boundary);
    let mut read = Vec::new();
    while let Some(field) = parser.next_field().await.unwrap() {
        let name = field.name().unwrap().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let media_type = field.content_type().map(ToString::to_string);
        read.push((name, file_name, media_type, field.bytes().await.unwrap()));
    }
    let part =
        |name: &str, file_name: Option<&str>, media_type: Option<&str>, content: &'static [u8]| {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            (
                name.to_owned(),
                owned(file_name),
                owned(media_type),
                Bytes::from_static(content),
            )
        };
    let any = Some("application/octet-stream");
    let expected = [
        part("kind", None, None, b"upload"),
        part(
            "image",
            Some("a b;c.bin"),
            Some("image/x"),
            &[0, 255, 13, 10],
        ),
        part("others", Some("others"), any, b"--B\r\n"),
        part("others", Some("others"), any, b""),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_boundary_is_another_each_time() {
    let boundaries: std::collections::BTreeSet<String> = (0..100)
        .map(|_| encode(&json!({}), &[]).unwrap().content_type)
        .collect();
    assert_eq!(boundaries.len(), 100);
}

#[test]
fn debug_shows_no_content() {
    let shown = format!("{:?}", File::new("hunter2").file_name("a"));
    assert!(
        shown.contains("file_name: Some(\"a\")") && !shown.contains("hunter2"),
        "{shown}"
    );
}

#[test]
fn the_boundary_of_a_document_is_not_sent_beside_the_one_that_is_used() {
    let value = json!({"a": "b"});
    for (media_type, kept) in [
        ("multipart/form-data", "multipart/form-data; boundary=part-"),
        (
            "multipart/form-data; Boundary=example",
            "multipart/form-data; boundary=part-",
        ),
        (
            "multipart/related; boundary=\"x\"; type=\"a;b\"",
            "multipart/related; type=\"a;b\"; boundary=part-",
        ),
    ] {
        let encoded = encode_as(media_type, &value, &[]).unwrap();
        let content_type = &encoded.content_type;
        assert!(content_type.starts_with(kept), "{content_type}");
        assert_eq!(content_type.matches("oundary").count(), 1);
    }
}
