//! `errcat docs`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Docs {
    /// Folder to write the site to
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,

    /// Title of the site
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,

    /// Address that the site will have, for search engines and the sitemap: `https://example.org/errors/`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,

    /// Picture for the head of each page: svg, png, jpg, gif or webp
    #[arg(long, value_name = "FILE")]
    pub(crate) logo: Option<PathBuf>,

    /// Write into a folder that holds files which `errcat docs` did not make
    #[arg(long)]
    pub(crate) force: bool,
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
