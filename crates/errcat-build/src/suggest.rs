//! Whether one word may be meant by another.

/// A help that names the nearest of these, if one may be meant.
pub(crate) fn did_you_mean<'k>(known: impl IntoIterator<Item = &'k str>, given: &str) -> Option<String> {
    nearest(known, given).map(|near| format!("did you mean `{near}`?"))
}

/// The one of these that may be meant, the nearest.
pub(crate) fn nearest<'k>(known: impl IntoIterator<Item = &'k str>, given: &str) -> Option<&'k str> {
    let near = known.into_iter().filter(|known| nearly_equal(known, given));
    let near = near.filter(|known| !differ_by_digits(&plain(known), &plain(given)));
    near.min_by_key(|known| difference(&plain(known), &plain(given)))
}

/// Whether two texts differ by their numbers alone: the neighbour of a code is another code, and no misspelling of it.
fn differ_by_digits(known: &str, given: &str) -> bool {
    let (known, given) = rests(known, given);
    let mut bytes = known.iter().chain(&given).peekable();
    bytes.peek().is_some() && bytes.all(u8::is_ascii_digit)
}

/// Whether two keys differ by at most two letters left out, added, changed or swapped, or by case and hyphens; short
/// keys by fewer, since any two of them are two letters apart.
fn nearly_equal(known: &str, given: &str) -> bool {
    let (known, given) = (plain(known), plain(given));
    let allowed = known.len().max(given.len()).saturating_sub(2).min(2);
    difference(&known, &given) <= allowed
}

fn plain(key: &str) -> String {
    key.to_lowercase().replace(['-', '_', ' '], "")
}

/// How many bytes lie between the common start and the common end, in the one with more of them.
fn difference(known: &str, given: &str) -> usize {
    let (known, given) = rests(known, given);
    known.len().max(given.len())
}

/// What lies between the common start and the common end of both.
fn rests(known: &str, given: &str) -> (Vec<u8>, Vec<u8>) {
    let common_start = known.bytes().zip(given.bytes()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str| text.bytes().skip(common_start).collect::<Vec<_>>();
    let (mut known, mut given) = (rest(known), rest(given));
    while known.last().is_some_and(|last| given.last() == Some(last)) {
        known.pop();
        given.pop();
    }
    (known, given)
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearly_equal};

    #[test]
    fn the_nearest_of_several() {
        let codes = ["PAY.1001", "PAY.1002", "PAY.1011"];
        assert_eq!(nearest(codes, "PAY.10O1"), Some("PAY.1001"));
        assert_eq!(nearest(codes, "pay-1002"), Some("PAY.1002"));
        assert_eq!(nearest(codes, "SHOP.7"), None);
        assert_eq!(nearest(codes, "PAY.1003"), None);
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
            assert!(nearly_equal(known, given), "{known} {given}");
        }
        for (known, given) in [("en", "fr"), ("zh", "de"), ("en", ""), ("class", "colour"), ("code", "404")] {
            assert!(!nearly_equal(known, given), "{known} {given}");
        }
    }
}
