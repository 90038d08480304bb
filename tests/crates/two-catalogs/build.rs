//! Compiles two catalogs, each under a name of its own.

use errcat_build::model::Lang;
use errcat_build::{CompileError, Config, Lint};

fn main() -> Result<(), CompileError> {
    Config::new("pay").name("pay").languages([Lang::EN]).overlay("overlay").compile()?;
    Config::default()
        .file("warehouse/stock.yaml")
        .file("warehouse/orders.yaml")
        .name("warehouse")
        .deny(Lint::ContactSupportOnly)
        .deny_warnings(true)
        .compile()
}
