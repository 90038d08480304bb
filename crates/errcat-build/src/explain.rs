//! The page of each diagnostic code: what it means, an example with what the checker says of it, and what to do.
//!
//! The prose stands in `explain/CODE.md`; example and output are the case of the tests that is named after the code.

use crate::diagnostic::Severity;
use crate::{Code, Lint};

/// What a page is made of.
struct Source {
    code: &'static str,
    prose: &'static str,
    /// The folder of the case.
    folder: &'static str,
    /// The faulty file; empty where the fault is none of a file's text.
    example: &'static str,
    output: &'static str,
}

/// The sources of these codes, whose cases stand in a folder below `tests`.
macro_rules! sources {
    ($($folder:literal { $($code:literal)+ } without a text { $($bare:literal)* })+) => {
        &[$(
            $(Source {
                code: $code,
                prose: include_str!(concat!("explain/", $code, ".md")),
                folder: $folder,
                example: include_str!(concat!("../tests/", $folder, "/", $code, ".yaml")),
                output: include_str!(concat!("../tests/", $folder, "/", $code, ".txt")),
            },)+
            $(Source {
                code: $bare,
                prose: include_str!(concat!("explain/", $bare, ".md")),
                folder: $folder,
                example: "",
                output: include_str!(concat!("../tests/", $folder, "/", $bare, ".txt")),
            },)*
        )+]
    };
}

const SOURCES: &[Source] = sources! {
    "lint" {
        "class-contradicts-status"
        "comment-behind-text"
        "contact-support-only"
        "description-repeats-message"
        "foreign-placeholder"
        "formatting-accident"
        "mixed-placeholders"
        "near-duplicate-message"
        "retired-code-active"
        "unbalanced-brackets"
        "unbalanced-quotes"
        "unused-allow"
    } without a text {}
    "reject" {
        "code-too-long"
        "duplicate-code"
        "duplicate-entry"
        "duplicate-key"
        "duplicate-name"
        "duplicate-prefix"
        "duplicate-service"
        "empty-list"
        "empty-text"
        "invalid-name"
        "known-prefix"
        "malformed-placeholder"
        "missing-key"
        "params-mismatch"
        "status-out-of-range"
        "steps-differ"
        "unknown-alias"
        "unknown-group"
        "unknown-key"
        "unknown-lint"
        "unknown-reference"
        "unknown-word"
        "unused-marker"
        "variant-collision"
        "wording-params"
        "wrong-prefix"
        "wrong-type"
        "yaml-syntax"
    } without a text {
        "empty-folder"
        "unreadable-file"
        "unreadable-folder"
    }
    "overlay" {
        "ambiguous-entry"
        "duplicate-addition"
        "empty-addition"
        "invalid-link"
        "unknown-code"
        "unknown-entry"
        "unknown-service"
        "vendor-text"
    } without a text {}
};

/// The file that lies beside every example of an error.
const BESIDE: &str = include_str!("../tests/reject/beside.yml");
/// The catalog that every overlay among the examples is laid over.
const BASE: &str = include_str!("../tests/overlay/base.yml");

/// Parts the meaning from the remedy in `explain/CODE.md`.
const REMEDY: &str = "## What to do\n";

impl Code {
    /// Its page, as Markdown: what it means, an example and what the checker says of it, what to do, and for a lint, how
    /// to allow it. Empty if there is none.
    ///
    /// ```
    /// let code = errcat_build::CODES.iter().find(|code| code.code == "duplicate-name").unwrap();
    /// assert!(code.page().contains("error[duplicate-name]"));
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        let Some(source) = SOURCES.iter().find(|source| source.code == self.code) else {
            return String::new();
        };
        let (meaning, remedy) = source.prose.split_once(REMEDY).unwrap_or((source.prose, ""));
        let mut page = format!("# {}\n\n", self.code);
        let severity = match self.severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        };
        page.push_str(&format!("{severity}: {}.\n\n{}\n\n## Example\n\n", self.summary, meaning.trim()));
        page.push_str(&source.example());
        page.push_str(&format!("{REMEDY}\n{}\n", remedy.trim()));
        if let Some(lint) = Lint::ALL.iter().find(|lint| lint.code() == self.code) {
            page.push_str(&allowing(*lint));
        }
        page
    }
}

impl Source {
    /// The example, and what the checker says of it.
    fn example(&self) -> String {
        let mut shown = String::new();
        if !self.example.is_empty() {
            shown.push_str(&format!("`{}.yaml`:\n\n{}", self.code, fenced("yaml", self.example)));
        }
        if self.output.contains("beside.yml") {
            shown.push_str(&format!("`beside.yml`, in the same folder:\n\n{}", fenced("yaml", BESIDE)));
        }
        if self.folder == "overlay" {
            shown.push_str(&format!("It is laid over this catalog:\n\n{}", fenced("yaml", BASE)));
        }
        let said = self.output.trim_end();
        let said = said.rsplit_once('\n').map_or(said, |(diagnostics, _)| diagnostics);
        shown + "What the checker says:\n\n" + &fenced("text", said)
    }
}

fn fenced(language: &str, text: &str) -> String {
    format!("```{language}\n{}\n```\n\n", text.trim_end())
}

/// How a lint is switched off, or on.
fn allowing(lint: Lint) -> String {
    let code = lint.code();
    let (state, other, option, config) = if lint.is_default() {
        ("on", "off", "allow", format!("lints(Lints::default().without(Lint::{lint:?}))"))
    } else {
        ("off", "on", "lint", format!("lints(Lints::default().with(Lint::{lint:?}))"))
    };
    format!(
        "\n## How to allow it\n\nOn one entry, with the reason:\n\n\
         ```yaml\n    allow: [{{ lint: {code}, reason: the vendor's text is so }}]\n```\n\n\
         The lint is {state} by default. To switch it {other}:\n\n\
         - `errcat check --{option} {code}`;\n- in a build script, `Config::{config}`.\n"
    )
}
