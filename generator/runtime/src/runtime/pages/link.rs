use http::HeaderMap;
use http::header::LINK;

/// The target of the first link whose relation is `next` (RFC 8288, section 3), of the resource itself.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(LINK)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|mut rest| {
            while let Some((link, behind)) = link(rest) {
                if link.is_next {
                    return Some(link.target.to_owned());
                }
                rest = behind;
            }
            None
        })
}

struct Link<'a> {
    target: &'a str,
    is_next: bool,
}

/// The first link of a list and what follows it.
fn link(text: &str) -> Option<(Link<'_>, &str)> {
    let text = text.trim_start_matches([' ', '\t', ',']);
    let (target, mut rest) = text.strip_prefix('<')?.split_once('>')?;
    let mut relation = None;
    let mut is_of_another = false;
    while let Some(parameter) = rest.trim_start().strip_prefix(';') {
        let end = parameter.find(['=', ';', ',']).unwrap_or(parameter.len());
        let (name, behind) = parameter.split_at(end);
        let (value, behind) = match behind.strip_prefix('=') {
            Some(behind) => value(behind),
            None => (String::new(), behind),
        };
        rest = behind;
        match name.trim().to_ascii_lowercase().as_str() {
            // Of several, the first counts (section 3.3).
            "rel" => {
                relation.get_or_insert(value);
            }
            "anchor" => is_of_another = true,
            _ => {}
        }
    }
    let is_next = relation.is_some_and(|relation| {
        let mut types = relation.split_ascii_whitespace();
        types.any(|it| it.eq_ignore_ascii_case("next"))
    });
    let link = Link {
        target,
        is_next: is_next && !is_of_another,
    };
    // Whatever else stands before the next link is nothing that we know.
    Some((link, rest.split_once(',').map_or("", |(_, rest)| rest)))
}

/// A token or a quoted string (RFC 9110, section 5.6.4) and what follows it.
fn value(text: &str) -> (String, &str) {
    let text = text.trim_start();
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (token, rest) = text.split_at(end);
        return (token.trim_end().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            character => value.push(character),
        }
    }
    (value, characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn next_of(values: &[&str]) -> Option<String> {
        let values = values
            .iter()
            .map(|value| (LINK, HeaderValue::from_str(value).unwrap()));
        next(&values.collect())
    }

    #[test]
    fn the_link_to_the_next_page_is_found_wherever_it_stands() {
        for values in [
            &["<?p=2>; rel=next"][..],
            &["<?p=2>; rel=\"next\", <?p=9>; rel=\"last\""],
            &["<?p=1>; rel=\"prev\", <?p=2>; rel=\"next\""],
            &["<?p=1>; rel=prev", "<?p=2> ; title=x ; REL=\"last Next\""],
            &["<?p=1>; title=\"a, <?p=0>; rel=next \\\" ,\"; rel=first,<?p=2>;rel=next;rel=prev"],
            &[",, <?p=2>;;rel=next,"],
            &["<?p=1>; flag; rel=\"first\" , <?p=2>; flag; rel=\"next\""],
            &["<?p=1>; rel=next; anchor=\"/other\", <?p=2>; rel=next"],
        ] {
            assert_eq!(next_of(values).as_deref(), Some("?p=2"), "{values:?}");
        }
    }

    #[test]
    fn what_is_no_link_to_the_next_page_is_none() {
        for value in [
            "",
            "<?p=2>",
            "<?p=2>; rel=\"nextone\"",
            "<?p=2>; rel=prev; rel=next",
            "<?p=2; rel=next",
            "?p=2; rel=next",
            "<?p=2>; rel=\"next",
            "<?p=2>; title=\"rel=next\"",
        ] {
            // An unclosed quotation ends with the header.
            let expected = (value == "<?p=2>; rel=\"next").then_some("?p=2");
            assert_eq!(next_of(&[value]).as_deref(), expected, "{value:?}");
        }
    }
}
