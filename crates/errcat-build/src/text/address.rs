//! Addresses of the web.

/// Returns an absolute web address of a folder, with its slash at the end.
///
/// # Errors
///
/// Returns what is wrong with the address, as the end of a sentence.
pub fn base_url(text: &str) -> Result<String, &'static str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.ok_or("it must begin with https:// or http://")?;
    if host.is_empty() || host.starts_with('/') {
        return Err("it names no host");
    }
    let is_forbidden = |one: char| "?#\"<>".contains(one) || one.is_whitespace() || one.is_control();
    if host.contains(is_forbidden) {
        return Err(
            "it must be the address of a folder, without `?`, `#`, quotes, angle brackets and spaces",
        );
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn addresses_of_folders() {
        assert_eq!(base_url("https://example.org"), Ok("https://example.org/".to_owned()));
        assert_eq!(base_url("http://localhost:8000/a/"), Ok("http://localhost:8000/a/".to_owned()));
        for wrong in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https:///a",
            "https://a/?b",
            "https://a b",
            "https://a\"b",
        ] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
