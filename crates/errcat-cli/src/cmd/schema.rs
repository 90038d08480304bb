//! `errcat schema`: the JSON Schema of catalog files.

use std::io::Write;

use super::stdout;
use crate::outcome::{Failure, Outcome};

pub(super) fn run() -> Result<Outcome, Failure> {
    let mut out = stdout();
    out.write_all(errcat_build::schema().as_bytes())?;
    out.flush()?;
    Ok(Outcome::Found)
}
