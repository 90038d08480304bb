//! Responses to codes.

use anyhow::Result;

use crate::criterion::Measured;

pub(super) fn measure() -> Result<String> {
    let measured = Measured::run("decode")?;
    let all = measured.table(&["errcat"], &[("all responses", "decode/all".to_owned())])?;
    let json = measured.table(&["errcat", "serde_json"], &[("whole JSON", "decode/JSON".to_owned())])?;
    Ok(format!(
        "The responses of `tests/data/bodies.jsonl`: JSON of many shapes, cut-off JSON, XML, log lines. Time a \
         response, for code, message, arguments and request id.\n\n{all}\n\
         Of those that are whole JSON, beside `serde_json::from_slice` into a `Value`, which says nothing yet of a \
         code:\n\n{json}\n\
         There is no target and no peer that does the same."
    ))
}
