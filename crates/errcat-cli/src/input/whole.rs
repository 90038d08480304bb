//! Reads an input as a whole, up to a limit.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::name::FileName;
use super::open::open;
use crate::outcome::Failure;

/// Reads the bytes of an input, unpacked and as UTF-8 if it was UTF-16. What there is to warn of is passed to `warn`.
pub(crate) fn read_whole(name: &FileName, limit: u64, warn: impl Fn(&str)) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure::Input(name.described(), error);
    let mut source = open(name, &Arc::new(AtomicU64::new(0))).map_err(failure)?;
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that there is more.
    source.reader.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(failure)?;
    if bytes.len() as u64 > limit {
        let message = format!(
            "it is larger than {}: give a larger `--limit`, or read it with `errcat annotate`, which needs no more \
             memory for a larger file",
            written(limit)
        );
        return Err(failure(io::Error::other(message)));
    }
    if let Some(warning) = source.warning() {
        warn(warning);
    }
    Ok(bytes)
}

/// What sizes are written with.
const UNITS: [(char, u32); 3] = [('K', 10), ('M', 20), ('G', 30)];

/// Parses a size, for clap: a number of bytes, or of KiB, MiB or GiB with `K`, `M` or `G` behind it.
pub(crate) fn size(text: &str) -> Result<u64, String> {
    let unit = UNITS.iter().find_map(|(unit, shift)| Some((text.strip_suffix(*unit)?, *shift)));
    let (number, shift) = unit.unwrap_or((text, 0));
    let bytes = number.parse::<u64>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes
        .filter(|bytes| *bytes > 0)
        .ok_or_else(|| "expected a number of bytes, such as 1000, 64K, 256M or 1G".to_owned())
}

/// A size as [`size`] reads it.
fn written(bytes: u64) -> String {
    let unit = UNITS.iter().rev().find(|(_, shift)| bytes > 0 && bytes.trailing_zeros() >= *shift);
    unit.map_or_else(|| format!("{bytes} bytes"), |(unit, shift)| format!("{} {unit}iB", bytes >> shift))
}

#[cfg(test)]
mod tests {
    use super::{size, written};

    #[test]
    fn sizes() {
        assert_eq!(size("1000"), Ok(1000));
        assert_eq!(size("64K"), Ok(64 << 10));
        assert_eq!(size("1G"), Ok(1 << 30));
        for wrong in ["", "0", "-1", "M", "1.5M", "1T", "99999999999999999999", "18446744073709551615K"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
        assert_eq!((written(1000), written(3 << 20)), ("1000 bytes".to_owned(), "3 MiB".to_owned()));
    }
}
