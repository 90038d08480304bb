//! `errcat docs`: the catalog as a site of plain files, one page per code, in both languages.
//!
//! [`site_map`] lists the files of a site, and makes each; [`site_folder`] puts them into a folder. The pages are structs for
//! the templates in `templates/`, which escape what they are given; each has a
//! [`PageContext`](page_context::PageContext) with its language, its address and its links.

mod assets;
mod code_order;
mod code_page;
mod entry_section;
mod home_page;
mod inline_text;
mod llms_txt;
mod missing_page;
mod page;
mod page_context;
mod rust_names;
mod search_index;
mod service_page;
mod site;
mod site_folder;
mod site_map;
mod site_options;
mod sitemap_xml;
mod table_parts;
mod titles;

use std::io::Write;
use std::path::PathBuf;

use crate::context::Invocation;
use crate::outcome::{Failure, Outcome};
use crate::output::stdout;
use crate::present::labels::UiLang;
use crate::text::sanitize::printable;

use site::Site;
use site_options::SiteOptions;

/// Make the catalog a site of plain files, one page per code, in both languages
#[derive(Debug, clap::Args)]
pub(crate) struct Docs {
    /// Folder to write the site to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    #[command(flatten)]
    site: SiteOptions,

    /// Write into a folder that holds files which `errcat docs` did not make
    #[arg(long)]
    force: bool,
}

impl Docs {
    /// Makes the site.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let site = Site::new(context.catalog, context.origins, &self.site)?;
        let files = site_map::files(&site);
        let changes = site_folder::write(&self.out, &files, self.force, |file| file.contents(&site))?;
        let mut out = stdout();
        let (made, new, gone) = (files.len(), changes.written, changes.removed);
        let folder = printable(&self.out.display().to_string());
        match UiLang::of(context.lang) {
            UiLang::English => {
                writeln!(out, "{made} files in {folder} ({new} new or changed, {gone} removed)")?;
            }
            UiLang::Chinese => writeln!(out, "{folder}中共{made}个文件（新增或更新{new}个，删除{gone}个）")?,
        }
        out.flush()?;
        Ok(Outcome::Found)
    }
}
