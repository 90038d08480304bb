//! The beginning of a text, for errors that name it.

/// The beginning of a text, kept without allocation.
#[derive(Clone)]
pub(super) struct Clipped {
    bytes: [u8; Self::MOST],
    len: u8,
}

impl Clipped {
    const MOST: usize = 64;

    pub(super) fn new(text: &str) -> Self {
        let mut end = text.len().min(Self::MOST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut bytes = [0; Self::MOST];
        bytes[..end].copy_from_slice(&text.as_bytes()[..end]);
        Self { bytes, len: end as u8 }
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or("")
    }
}
