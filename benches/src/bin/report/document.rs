//! The page: a head, and sections that are replaced one by one.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use crate::machine;
use crate::sections::Section;

/// The sections of the page, without their headings, by title.
#[derive(Debug, Default)]
pub(crate) struct Document(BTreeMap<String, String>);

impl Document {
    /// What stands in the file; nothing if there is none.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    fn parse(text: &str) -> Self {
        let sections = text.split("\n## ").skip(1).filter_map(|section| section.split_once('\n'));
        Self(sections.map(|(title, body)| (title.to_owned(), body.trim().to_owned())).collect())
    }

    /// Replaces a section.
    pub(crate) fn set(&mut self, title: &str, body: &str) {
        self.0.insert(title.to_owned(), body.trim().to_owned());
    }

    /// Writes head and sections, these in their order.
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        let mut page = format!("# Benchmarks\n\n{}\n", machine::head()?.trim_end());
        for title in Section::all().map(Section::title) {
            if let Some(body) = self.0.get(title) {
                page.push_str(&format!("\n## {title}\n\n{body}\n"));
            }
        }
        fs::write(path, page).with_context(|| format!("cannot write {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn a_section_is_replaced_and_the_others_stay() {
        let mut document =
            Document::parse("# Page\n\nhead\n\n## Lookup\n\nold\n\n## Start\n\n### Sub\n\nkept\n");
        document.set("Lookup", "new\n");
        assert_eq!(document.0["Lookup"], "new");
        assert_eq!(document.0["Start"], "### Sub\n\nkept");
        assert_eq!(document.0.len(), 2);
    }
}
