//! Starts planerka; everything else lives in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    planerka::cli::main()
}
