# Lists the verbs.
default:
    @just --list

# Runs all tests.
test:
    cargo test --workspace --locked

# Checks the code with clippy, warnings being errors.
lint:
    cargo lint

# Builds the documentation, warnings being errors.
doc:
    RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --all-features --locked

# Checks the YAML files of the catalog.
check-catalog:
    cargo check-catalog

# Says what codes mean: `just explain CSBS.6019`.
explain +CODES:
    cargo errcat explain {{ CODES }}

# Formats the code.
fmt:
    cargo fmt --all

# Measures everything, and writes docs/benchmarks.md.
bench:
    cargo bench-report

# Everything that must hold before a change goes in.
gate:
    .ci/run
