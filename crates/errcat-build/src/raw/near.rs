//! Whether one word may be meant by another.

/// Whether two keys differ by at most two letters left out, added, changed or swapped, or by case and hyphens; short
/// keys by fewer, since any two of them are two letters apart.
pub(super) fn nearly_equal(known: &str, given: &str) -> bool {
    let plain = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
    let (known, given) = (plain(known), plain(given));
    let common_start = known.bytes().zip(given.bytes()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str| text.bytes().skip(common_start).collect::<Vec<_>>();
    let (known_rest, given_rest) = (rest(&known), rest(&given));
    let common_end = known_rest.iter().rev().zip(given_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let allowed = known.len().max(given.len()).saturating_sub(2).min(2);
    known_rest.len().max(given_rest.len()) - common_end <= allowed
}

#[cfg(test)]
mod tests {
    use super::nearly_equal;

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
