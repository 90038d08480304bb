//! Compiles `catalog/*.yaml`.

fn main() -> Result<(), errcat_build::CompileError> {
    errcat_build::compile("catalog")
}
