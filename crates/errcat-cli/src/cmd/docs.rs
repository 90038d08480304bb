//! `errcat docs`: the catalog as a site of plain files, a page a code, in both languages.
//!
//! [`plan`] lists the files of a site, and makes each; [`output`] puts them into a folder. The pages are structs for the
//! templates in `templates/`, which escape what they are given; a [`Frame`](frame::Frame) is what all pages have.

mod agents;
mod assets;
mod code_page;
mod frame;
mod home_page;
mod inline;
mod meaning;
mod missing_page;
mod order;
mod output;
mod plan;
mod rust_names;
mod search_index;
mod service_page;
mod site;
mod sitemap;
mod titles;

use std::io::Write;
use std::path::Path;

use errcat::Lang;

use super::{Context, stdout};
use crate::args::Docs;
use crate::outcome::{Failure, Outcome};
use crate::screen::printable;
use site::Site;

/// Makes the site; `folder` is where an own catalog was read from.
pub(super) fn run(context: &Context, args: &Docs, folder: Option<&Path>) -> Result<Outcome, Failure> {
    let site = Site::new(context.catalog, args, folder)?;
    let files = plan::files(&site);
    let changes = output::write(&args.out, &files, args.force, |file| file.contents(&site))?;
    let mut out = stdout();
    let (made, new, gone) = (files.len(), changes.written, changes.removed);
    let folder = printable(&args.out.display().to_string());
    match context.lang {
        Lang::En => writeln!(out, "{made} files in {folder} ({new} new or changed, {gone} removed)")?,
        Lang::Zh => writeln!(out, "{folder}中共{made}个文件（新增或更新{new}个，删除{gone}个）")?,
    }
    out.flush()?;
    Ok(Outcome::Found)
}
