//! How the program is linked.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    let is_static = env::var("CARGO_CFG_TARGET_FEATURE")
        .is_ok_and(|features| features.split(',').any(|it| it == "crt-static"));
    // Linked for a fixed place: a program of this size has some thirty thousand pointers in its
    // tables, and putting them right at every start is half a millisecond, as long as the rest of
    // `planerka --version` takes. See docs/decisions.md.
    if is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && !is_static
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
