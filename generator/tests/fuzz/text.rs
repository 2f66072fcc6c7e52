//! Mutations of a document as text.

use crate::numbers::Numbers;

/// Bytes that mean something in YAML or JSON, or nothing at all.
const PIECES: &[&[u8]] = &[
    b"&a ",
    b"*a",
    b"<<: ",
    b"? ",
    b": ",
    b"- ",
    b"\t",
    b"\n",
    b"\r",
    b"---\n",
    b"...\n",
    b"!!binary ",
    b"!x ",
    b"| ",
    b">-",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b"'",
    b"#",
    b"%",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"~",
    b"yes",
    b"0x7",
    b"1_000",
    b".nan",
    b"2001-01-01",
    b",",
    b"\\u0000",
    b"\\ud800",
];

pub(crate) fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let start = numbers.below(bytes.len());
        let end = (start + numbers.below(200)).min(bytes.len());
        match numbers.below(5) {
            0 => {
                bytes.drain(start..end);
            }
            1 => {
                let piece = bytes[start..end].to_vec();
                let times = 1 + numbers.below(50);
                bytes.splice(start..start, piece.repeat(times));
            }
            2 => bytes.truncate(bytes.len() - numbers.below(bytes.len().min(2000))),
            3 => {
                let piece = numbers
                    .one_of(PIECES)
                    .repeat(1 + numbers.below(3) * numbers.below(300));
                bytes.splice(start..start, piece);
            }
            _ => {
                let piece = numbers.one_of(PIECES).to_vec();
                bytes.splice(start..end.min(start + piece.len()), piece);
            }
        }
    }
}
