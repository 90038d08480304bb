//! What the arguments say of a site.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct SiteOptions {
    /// Title of the site
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,

    /// Address that the site will have, for search engines and the sitemap: `https://example.org/errors/`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,

    /// Picture for the head of each page: svg, png, jpg, gif or webp
    #[arg(long, value_name = "FILE")]
    pub(super) logo: Option<PathBuf>,
}

/// An absolute web address of a folder, with its slash at the end.
fn base_url(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.ok_or("it must begin with https:// or http://")?;
    if host.is_empty() || host.starts_with('/') {
        return Err("it names no host".to_owned());
    }
    if host.contains(|letter: char| matches!(letter, '?' | '#' | '"' | '<' | '>') || letter.is_whitespace()) {
        return Err("it must be the address of a folder, without `?`, `#` and blanks".to_owned());
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
        for wrong in
            ["example.org", "ftp://example.org", "https://", "https:///a", "https://a/?b", "https://a b"]
        {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
