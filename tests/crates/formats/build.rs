//! Compiles `catalog/*.yaml`, whose codes have the shapes that other projects give theirs.

use errcat_build::model::Lang;

fn main() -> Result<(), errcat_build::CompileError> {
    errcat_build::Config::new("catalog").languages([Lang::EN]).compile()
}
