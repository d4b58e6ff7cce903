//! Addresses that saved pages write, as paths below the input folder.

/// The path, in lower case, that an address on a page leads to; `None` for addresses of other hosts and for places of the
/// page itself. What begins with `/` is sought in the folder that holds the site.
pub(super) fn resolved(from: &str, root: &str, target: &str) -> Option<String> {
    let target = without_query(target);
    if target.is_empty() || target.contains(':') || target.starts_with("//") {
        return None;
    }
    let target = decoded(target);
    let start = if target.starts_with('/') { root } else { from.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<&str> = start.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let mut path = parts.join("/");
    if target.ends_with('/') {
        path.push_str("/index.html");
    }
    Some(path.to_lowercase())
}

/// An address, or the name of a file that a program named after one («style.css?ver=5», «style.css@ver=5»).
pub(super) fn without_query(address: &str) -> &str {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let address = &address[..end];
    address.split_once('@').filter(|(_, query)| query.contains('=')).map_or(address, |(path, _)| path)
}

/// The address with `%D0%9F` read as the letters they stand for; left alone where they stand for none.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = (byte == b'%').then(|| after.get(..2)).flatten();
        let code =
            code.and_then(|code| std::str::from_utf8(code).ok()).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_files() {
        for (target, path) in [
            ("b.html", Some("сайт/о школе/b.html")),
            ("../css/style.css?ver=5", Some("сайт/css/style.css")),
            ("/css/style.css", Some("сайт/css/style.css")),
            ("%D0%9F%D0%BB%D0%B0%D0%BD_files/a.PNG", Some("сайт/о школе/план_files/a.png")),
            ("docs/", Some("сайт/о школе/docs/index.html")),
            ("100%", Some("сайт/о школе/100%")),
            ("%ff%fe", Some("сайт/о школе/%ff%fe")),
            ("#top", None),
            ("mailto:a@b.ru", None),
            ("//cdn.ru/x.js", None),
            ("https://bus.gov.ru", None),
        ] {
            assert_eq!(resolved("Сайт/О школе/a.html", "Сайт", target).as_deref(), path, "{target}");
        }
        assert_eq!(without_query("style.css@ver=5.2"), "style.css");
    }
}
