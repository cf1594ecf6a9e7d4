# Short names for what is done often. `just` lists them.

_list:
    @just --list --unsorted

# What is quick: format, lints, tests of the library.
check:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings
    cargo test --locked --lib

# All tests.
test:
    cargo test --locked

# Makes samples/inbox again (two of its files need LibreOffice: see docs/samples.md).
samples:
    cargo run --locked --example make-samples

# The sample review, into review/. Exit code 1 is right: the inbox holds files that cannot be read.
review:
    cargo run --release --locked -- run samples/inbox --out review || test $? -eq 1

# The pictures of the documentation; needs LibreOffice, poppler, Chromium and Pillow.
pictures:
    cargo build --release --locked
    python3 tests/tools/pictures.py

# Licences, bans and sources of dependencies; needs cargo-deny.
deny:
    cargo deny --locked check licenses bans sources

# Known faults in dependencies; needs cargo-deny and a network.
advisories:
    cargo deny --locked check advisories

# Writes docs/dependencies.md and checks licences, without cargo-deny.
dependencies:
    python3 tests/tools/dependencies.py

# Fuzzes one of fuzz/fuzz_targets for so many seconds; see docs/robustness.md.
fuzz TARGET SECONDS="3600":
    fuzz/run {{TARGET}} {{SECONDS}}

# Reads every file of folders that others filled, such as test collections, and counts what becomes of them.
corpus +FOLDERS:
    cargo build --release --locked
    python3 tests/tools/check_corpus.py target/release/tiergap {{FOLDERS}}

# The whole program beside two others (PEERS: their folder), into docs/performance.md.
bench PEERS:
    cargo build --release --locked --bin tiergap --example bare-cells --example documents
    python3 tests/tools/bench.py target/release/tiergap {{PEERS}} --page docs/performance.md

# Counts instructions of the sample review and compares them with those known.
instructions:
    cargo build --release --locked
    python3 tests/tools/instructions.py target/release/tiergap

# Everything, as the CI does it.
ci:
    .ci/run
