//! Whether one word may be meant by another: what [`errcat_core::suggest`] measures, with limits for keys and codes.

use errcat_core::suggest::{EDIT, distance};

/// Returns a help that names the nearest of these words, if one of them may be meant.
pub(crate) fn did_you_mean<'k>(known: impl IntoIterator<Item = &'k str>, given: &str) -> Option<String> {
    nearest(known, given).map(|nearest| format!("did you mean `{nearest}`?"))
}

/// Returns the nearest of these words, if one of them may be meant.
pub(crate) fn nearest<'k>(known: impl IntoIterator<Item = &'k str>, given: &str) -> Option<&'k str> {
    let near = known.into_iter().filter(|known| !differ_by_digits(known, given));
    let near = near.filter_map(|known| Some((misspelled(known, given)?, known)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// Returns how far two words are from each other, apart from separators, if they are near: up to two edits, and less for
/// short words, since any two of them are two edits apart.
fn misspelled(known: &str, given: &str) -> Option<u32> {
    let (known, given) = (without_separators(known), without_separators(given));
    let edits = known.len().max(given.len()).saturating_sub(2).min(2);
    distance(&given, &known, EDIT * edits as u32)
}

/// Returns whether two words differ by their digits alone: a neighbor of a code is another code, not a misspelled one.
fn differ_by_digits(known: &str, given: &str) -> bool {
    fn folded(word: &str) -> impl Iterator<Item = char> {
        word.chars().filter(|character| !is_separator(*character)).flat_map(char::to_lowercase)
    }
    let letters = |word| folded(word).filter(|character| !character.is_ascii_digit());
    letters(known).eq(letters(given)) && !folded(known).eq(folded(given))
}

fn without_separators(word: &str) -> String {
    word.replace(is_separator, "")
}

fn is_separator(character: char) -> bool {
    matches!(character, '-' | '_' | ' ')
}

#[cfg(test)]
mod tests {
    use super::{misspelled, nearest};

    #[test]
    fn the_nearest_of_several() {
        let codes = ["PAY.1001", "PAY.1002", "PAY.1011"];
        assert_eq!(nearest(codes, "PAY.10O1"), Some("PAY.1001"));
        assert_eq!(nearest(codes, "pay-1002"), Some("PAY.1002"));
        assert_eq!(nearest(codes, "SHOP.7"), None);
        assert_eq!(nearest(codes, "PAY.1003"), None);
        assert_eq!(nearest(codes, "PAY.101"), None);
    }

    #[test]
    fn near_and_far() {
        for (known, given) in [
            ("en", "EN"),
            ("en", "eng"),
            ("see", "se"),
            ("lang", "lnag"),
            ("retry", "retrys"),
            ("status", "statsu"),
            ("former", "for-mer"),
            ("description", "descripton"),
        ] {
            assert!(misspelled(known, given).is_some(), "{known} {given}");
        }
        for (known, given) in [("en", "fr"), ("zh", "de"), ("en", ""), ("class", "colour"), ("code", "404")] {
            assert!(misspelled(known, given).is_none(), "{known} {given}");
        }
    }
}
