//! The texts of an overlay: translations, which never take the place of what the vendor wrote.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::model::{Lang, Texts};
use crate::syntax::Text;
use crate::yaml::File;

/// The texts without their places.
pub(super) fn values(steps: &Texts<Vec<Text>>) -> Texts<Vec<String>> {
    steps.iter().map(|(lang, steps)| (lang, texts(steps))).collect()
}

fn texts(steps: &[Text]) -> Vec<String> {
    steps.iter().map(|step| step.value.clone()).collect()
}

/// Puts a translation into the text of an entry, and returns its languages.
pub(super) fn translate(
    file: &File,
    translation: &Sound<Option<Texts<Vec<Text>>>>,
    text: &mut Texts<Vec<String>>,
    vendor: Lang,
    faults: &mut Diagnostics,
) -> Sound<Vec<Lang>> {
    let Some(translation) = sound(translation)? else { return Ok(Vec::new()) };
    let mut translated = Vec::new();
    let mut result = Ok(());
    for (lang, steps) in translation.iter() {
        let Some(first) = steps.first() else { continue };
        let other = text.iter().find(|(other, _)| *other != lang).map(|(_, steps)| steps.len());
        if lang == vendor && text.get(lang).is_some() {
            let message = format!("the text in the language `{lang}` is the vendor's");
            let help = "translate it into another language, and add to it by `remediation`";
            result = Err(file.fault(faults, first.place, DiagnosticKind::VendorText, message, help));
        } else if let Some(other) = other.filter(|other| *other != steps.len()) {
            let plural = if steps.len() == 1 { "" } else { "s" };
            let message = format!("the translation has {} step{plural}, the text has {other}", steps.len());
            let help = "write the same steps in every language";
            result = Err(file.fault(faults, first.place, DiagnosticKind::StepsDiffer, message, help));
        } else {
            text.insert(lang, texts(steps));
            translated.push(lang);
        }
    }
    result.map(|()| translated)
}

/// A translation that another has taken the place of is nobody's.
pub(super) fn take_back(earlier: &mut Vec<Lang>, later: &[Lang]) {
    earlier.retain(|lang| !later.contains(lang));
}
