//! The texts of an overlay: translations, which never take the place of what the vendor wrote.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::model::{Bilingual, Lang};
use crate::syntax::Text;
use crate::yaml::File;

/// The texts without their places.
pub(super) fn values(steps: &Bilingual<Vec<Text>>) -> Bilingual<Vec<String>> {
    Bilingual::new(texts(&steps.en), texts(&steps.zh))
}

fn texts(steps: &[Text]) -> Vec<String> {
    steps.iter().map(|step| step.value.clone()).collect()
}

/// Puts a translation into the text of an entry, and returns its languages.
pub(super) fn translate(
    file: &File,
    translation: &Sound<Option<Bilingual<Vec<Text>>>>,
    text: &mut Bilingual<Vec<String>>,
    vendor: Lang,
    faults: &mut Diagnostics,
) -> Sound<Bilingual<bool>> {
    let Some(translation) = sound(translation)? else { return Ok(Bilingual::default()) };
    let mut translated = Bilingual::default();
    let mut result = Ok(());
    for (lang, other, steps) in [(Lang::EN, Lang::ZH, &translation.en), (Lang::ZH, Lang::EN, &translation.zh)]
    {
        let Some(first) = steps.first() else { continue };
        let due = text.get(other).len();
        if lang == vendor && !text.get(lang).is_empty() {
            let message = format!("the text in the language `{lang}` is the vendor's");
            let help = "translate it into the other language, and add to it by `remediation`";
            result = Err(file.fault(faults, first.place, DiagnosticKind::VendorText, message, help));
        } else if due > 0 && due != steps.len() {
            let plural = if steps.len() == 1 { "" } else { "s" };
            let message = format!("the translation has {} step{plural}, the text has {due}", steps.len());
            let help = "write the same steps in both languages";
            result = Err(file.fault(faults, first.place, DiagnosticKind::StepsDiffer, message, help));
        } else {
            *text.get_mut(lang) = texts(steps);
            *translated.get_mut(lang) = true;
        }
    }
    result.map(|()| translated)
}

/// A translation that another has taken the place of is nobody's.
pub(super) fn take_back(earlier: &mut Bilingual<bool>, later: &Bilingual<bool>) {
    earlier.en &= !later.en;
    earlier.zh &= !later.zh;
}
