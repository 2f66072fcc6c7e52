use std::io::BufRead;

/// A request as it came over the wire.
#[derive(Debug, Clone)]
pub struct Received {
    /// Which connection it came on, from 0.
    pub connection: usize,
    /// The request line.
    pub line: String,
    /// The headers in alphabetical order, names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Received {
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(header, _)| header == name)?;
        Some(value)
    }

    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> factory_client::serde_json::Value {
        factory_client::serde_json::from_slice(&self.body).unwrap()
    }
}

/// Reads one request; `None` where the client hangs up in the middle of it.
pub fn read_request(reader: &mut impl BufRead, connection: usize) -> Option<Received> {
    let line = read_line(reader)?;
    let mut headers = Vec::new();
    loop {
        let header = read_line(reader)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').expect("a header has a colon");
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    headers.sort();
    let mut request = Received {
        connection,
        line,
        headers,
        body: Vec::new(),
    };
    assert_eq!(request.header("transfer-encoding"), None);
    let length = request.header("content-length").unwrap_or("0");
    request.body = vec![0; length.parse().unwrap()];
    reader.read_exact(&mut request.body).ok()?;
    Some(request)
}

fn read_line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    match reader.read_line(&mut line) {
        Ok(count) if count > 0 => Some(line.trim_end_matches("\r\n").to_owned()),
        _ => None,
    }
}
