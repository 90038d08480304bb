//! Compiles `catalog/*.yaml`.

fn main() -> std::process::ExitCode {
    errcat_build::Config::new("catalog").run()
}
