//! A reader whose call has just failed learns nothing from "contact support". Often
//! the vendor's text has more: a state to check, a limit, a request to repeat.
//!
//! ## What to do
//!
//! Put what the reader can do first, and support last. Where the vendor publishes
//! no remedy, the honest answer stays; allow the lint there, or leave it off.

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;
use crate::model::Lang;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let Ok(remediation) = &entry.raw.remediation else { return };
    let Some(steps @ [first, ..]) = remediation.get(Lang::EN).map(Vec::as_slice) else { return };
    if steps.iter().all(|step| sentences(&step.value).all(says_nothing)) {
        let what = "the only remedy is to contact support";
        let help = "say what the reader can check or change first, where it is known";
        findings.push(entry.finding(Lint::ContactSupportOnly, first.place, what, help));
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', ';', '!']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Whether this sentence sends the reader to somebody else, or says that there is no remedy.
fn says_nothing(sentence: &str) -> bool {
    const WHOM: &[&str] =
        &["support", "customer service", "service desk", "help desk", "engineer", "personnel", "vendor"];
    let sentence = sentence.to_lowercase();
    let sentence = sentence.trim_start_matches("please ");
    if sentence.starts_with("no remedy") || sentence.starts_with("no solution") {
        return true;
    }
    let asks = ["contact", "ask", "call", "submit a service ticket", "open a ticket"];
    asks.iter().any(|verb| sentence.starts_with(verb))
        && (sentence.contains("ticket") || WHOM.iter().any(|whom| sentence.contains(whom)))
}

#[cfg(test)]
mod tests {
    use super::{says_nothing, sentences};

    #[test]
    fn only_support() {
        let nothing = |text: &str| sentences(text).all(says_nothing);
        assert!(nothing("Contact technical support."));
        assert!(nothing("No remedy is documented. Contact technical support and give this code."));
        assert!(nothing("Please contact customer service."));
        assert!(nothing("Submit a service ticket."));
        assert!(!nothing("Restart the agent. If it fails again, contact technical support."));
        assert!(!nothing("Contact the owner of the disk."));
        assert!(!nothing("Try again later."));
    }
}
