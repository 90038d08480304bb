//! Whether one word may be meant by another.

/// The one of these that may be meant, the nearest.
pub(crate) fn nearest<'k>(known: impl IntoIterator<Item = &'k str>, given: &str) -> Option<&'k str> {
    let near = known.into_iter().filter(|known| nearly_equal(known, given));
    near.min_by_key(|known| difference(&plain(known), &plain(given)))
}

/// Whether two keys differ by at most two letters left out, added, changed or swapped, or by case and hyphens; short
/// keys by fewer, since any two of them are two letters apart.
pub(super) fn nearly_equal(known: &str, given: &str) -> bool {
    let (known, given) = (plain(known), plain(given));
    let allowed = known.len().max(given.len()).saturating_sub(2).min(2);
    difference(&known, &given) <= allowed
}

fn plain(key: &str) -> String {
    key.to_lowercase().replace(['-', '_', ' '], "")
}

/// How many bytes lie between the common start and the common end, in the one with more of them.
fn difference(known: &str, given: &str) -> usize {
    let common_start = known.bytes().zip(given.bytes()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str| text.bytes().skip(common_start).collect::<Vec<_>>();
    let (known_rest, given_rest) = (rest(known), rest(given));
    let common_end = known_rest.iter().rev().zip(given_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    known_rest.len().max(given_rest.len()) - common_end
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
