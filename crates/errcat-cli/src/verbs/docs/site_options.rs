//! What the arguments say of a site.

use std::path::PathBuf;

use errcat_build::text::address;

#[derive(Debug, clap::Args)]
pub(super) struct SiteOptions {
    /// Title of the site [default: that of the catalog]
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,

    /// Address that the site will have, for search engines and the sitemap: `https://example.org/errors/` [default: that of
    /// the catalog]
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,

    /// Picture for the head of each page: svg, png, jpg, gif or webp
    #[arg(long, value_name = "FILE")]
    pub(super) logo: Option<PathBuf>,
}

fn base_url(text: &str) -> Result<String, String> {
    address::base_url(text).map_err(str::to_owned)
}
