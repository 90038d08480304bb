//! Style and scripts, compiled into the command, and what pages may load.

/// Only files of the site itself: nothing inline, nothing from elsewhere. Browsers take `'self'` for the files beside a
/// page that is opened as a file, too.
pub(super) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; base-uri 'none'; form-action 'none'";

/// The same for the page of unknown addresses, which has to find the site's folder before it can load anything: one
/// script stands in it, and is allowed by its hash.
pub(super) const FIND_ROOT_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'sha256-SUHHs6k9bF3o3f9xavh/V3UYS7bCB8Z94F7zez8+ZxE='; style-src 'self'; \
    img-src 'self'; base-uri 'self'; form-action 'none'";

/// The script of that page.
pub(super) const FIND_ROOT: &str = include_str!("../../../assets/find-root.js");

/// Of the command that made the site.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files of the folder `assets`.
pub(super) const ALL: &[(&str, &[u8])] = &[
    ("early.js", include_bytes!("../../../assets/early.js")),
    ("engine.js", include_bytes!("../../../assets/engine.js")),
    ("favicon.svg", include_bytes!("../../../assets/favicon.svg")),
    ("filters.js", include_bytes!("../../../assets/filters.js")),
    ("nearest.js", include_bytes!("../../../assets/nearest.js")),
    ("print.css", include_bytes!("../../../assets/print.css")),
    ("search.js", include_bytes!("../../../assets/search.js")),
    ("site.js", include_bytes!("../../../assets/site.js")),
    ("style.css", include_bytes!("../../../assets/style.css")),
    ("template.js", include_bytes!("../../../assets/template.js")),
    ("words.js", include_bytes!("../../../assets/words.js")),
];

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::{FIND_ROOT, FIND_ROOT_POLICY};

    #[test]
    fn policy_allows_the_script_of_unknown_addresses() {
        let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(FIND_ROOT)));
        assert!(FIND_ROOT_POLICY.contains(&format!("'{hash}'")), "the hash of find-root.js is {hash}");
    }
}
