//! A log as services write it, with codes in some of its lines.

use std::io::{self, Write};

use crate::random::Random;

/// What a log holds.
#[derive(Clone, Copy, Debug)]
pub struct Log<'a> {
    /// The codes to choose from.
    pub codes: &'a [&'a str],
    /// How many lines in a hundred hold a code.
    pub percent: usize,
    /// Size in bytes; the last line is whole.
    pub size: usize,
}

impl Log<'_> {
    /// The log.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity(self.size + 512);
        // Writing to a Vec does not fail.
        let _ = self.write(&mut text);
        text
    }

    /// Writes the log.
    ///
    /// # Errors
    ///
    /// The writer's.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut random = Random::default();
        let (mut written, mut number) = (0, 0);
        while written < self.size {
            let line = self.line(number, &mut random);
            out.write_all(line.as_bytes())?;
            written += line.len();
            number += 1;
        }
        Ok(())
    }

    fn line(&self, number: usize, random: &mut Random) -> String {
        let value = random.number();
        let (minute, second, milli) = (number / 60 % 60, number % 60, value % 1000);
        let head = format!(
            "2026-11-21T10:{minute:02}:{second:02}.{milli:03}Z INFO  [worker-{}] \
             com.acme.cloud.migration.TaskRunner - request {value:016x}",
            value % 16
        );
        if random.below(100) < self.percent {
            let code = random.pick(self.codes);
            return format!(
                "{head} failed: {code} the disk of server srv-{milli} could not be read, giving up after 3 tries\n"
            );
        }
        format!(
            "{head} finished in {}.{:02} s, 10.0.{}.{} answered 200 to /v3/{}/tasks.json v1.2\n",
            value % 9,
            value % 100,
            value % 255,
            value % 253,
            value % 99999
        )
    }
}

/// The prefixes that the services of a catalog have.
#[must_use]
pub fn prefixes(catalog: &'static errcat::Catalog) -> Vec<&'static str> {
    catalog.services().flat_map(|service| service.prefixes().collect::<Vec<_>>()).collect()
}
