//! Runs the harnesses of the store at full scale and prints what they found as JSON: the very code
//! that `cargo test` runs a little of. Every number is counted by the run itself.
//!
//! `cargo run --release --example proof [-- --seed N] [--scale PERCENT] [--only NAME]`
//!
//! Exit code 1: something was lost, or a way known to lose data was not caught. Exit code 2: a
//! claim was not reached, because a harness was skipped or the scale was small.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a tool for tests, made of their parts"
)]

#[path = "../tests/store/apart.rs"]
mod apart;
#[path = "../tests/store/concurrency.rs"]
mod concurrency;
#[path = "../tests/store/damage.rs"]
mod damage;
#[path = "../tests/store/faults.rs"]
mod faults;
#[path = "../tests/store/fuzzed.rs"]
mod fuzzed;
#[path = "../tests/store/goldens.rs"]
mod goldens;
#[path = "../tests/store/machines.rs"]
mod machines;
#[path = "../tests/store/oracle.rs"]
mod oracle;
#[path = "../tests/store/power_loss.rs"]
mod power_loss;
#[path = "../tests/store/process.rs"]
mod process;
#[path = "../tests/store/properties.rs"]
mod properties;
#[path = "../tests/store/protocols.rs"]
mod protocols;
#[path = "../tests/import/readers.rs"]
mod readers;
#[path = "../tests/import/rule.rs"]
mod rule;
#[path = "../tests/store/samples.rs"]
mod samples;
#[path = "../tests/store/script.rs"]
mod script;
#[cfg(target_os = "linux")]
#[path = "../tests/store/strace.rs"]
mod strace;

use std::process::{Command, ExitCode};
use std::time::Instant;

use planerka::store::simulated::Tears;
use serde_json::{Map, Value, json};

use script::Script;

/// What is asked for on the command line.
struct Order {
    seed: u64,
    /// Of the full scale, in percent.
    scale: u64,
    only: Option<String>,
}

impl Order {
    fn read() -> Self {
        let mut order = Self {
            seed: 503,
            scale: 100,
            only: None,
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let value = words.next().unwrap_or_default();
            match word.as_str() {
                "--seed" => order.seed = value.parse().unwrap(),
                "--scale" => order.scale = value.parse().unwrap(),
                "--only" => order.only = Some(value),
                _ => panic!("{word}: --seed, --scale or --only"),
            }
        }
        order
    }

    fn share(&self, full: u64) -> u64 {
        (full * self.scale).div_ceil(100)
    }
}

/// What one harness reports.
#[derive(Default)]
struct Report {
    counts: Vec<(&'static str, u64)>,
    violations: Vec<String>,
    skipped: Option<String>,
}

type Harness = (&'static str, fn(&Order) -> Report);

const HARNESSES: &[Harness] = &[
    ("kill", kill),
    ("faults", simulated_faults),
    ("power-loss", power_cuts),
    ("damage", damaged_files),
    ("properties", any_bytes),
    ("concurrency", contention),
    ("machines", syncing),
    ("apart", held_apart),
    ("years", packed_years),
    ("readers", strangers),
    ("goldens", named_damage),
    ("program", shaken),
];

/// What has to be reached.
const CLAIMS: &[(&str, u64)] = &[
    ("kill_points", 2_000),
    ("failing_calls", 2_000),
    ("injected_errors", 2_000),
    ("power_loss_states", 100_000),
    ("damaged_files", 500_000),
    ("concurrent_rounds", 500),
    ("machine_rounds", 10_000),
    ("rounds_of_three", 3_000),
    ("rounds_apart", 10_000),
    ("years_packed", 3_000),
    ("year_injected_errors", 2_000),
    ("year_power_loss_states", 1_500),
    ("files_of_strangers", 60_000),
    ("goldens", 60),
    ("property_executions", 6_000_000),
    ("random_keys", 200_000),
    ("sessions_cut", 200),
];

fn main() -> ExitCode {
    let order = Order::read();
    let wanted = |name: &str| order.only.as_ref().is_none_or(|only| only == name);
    let mut harnesses = Map::new();
    let mut counts = Map::new();
    let (mut violations, mut skipped) = (0, Vec::new());
    for (name, harness) in HARNESSES.iter().filter(|(name, _)| wanted(name)) {
        let start = Instant::now();
        let report = harness(&order);
        let mut entry = Map::new();
        for (count, number) in report.counts {
            entry.insert(count.to_owned(), number.into());
            counts.insert(count.to_owned(), number.into());
        }
        violations += report.violations.len();
        let first: Vec<&String> = report.violations.iter().take(5).collect();
        entry.insert("violations".to_owned(), report.violations.len().into());
        entry.insert("first_violations".to_owned(), json!(first));
        entry.insert("seconds".to_owned(), start.elapsed().as_secs().into());
        if let Some(reason) = report.skipped {
            entry.insert("skipped".to_owned(), json!(reason));
            skipped.push(json!({ "harness": name, "reason": reason }));
        }
        harnesses.insert((*name).to_owned(), Value::Object(entry));
    }
    let (controls, all_caught) = controls();
    let claims: Vec<Value> = CLAIMS
        .iter()
        .map(|(claim, wanted)| {
            let reached = counts.get(*claim).and_then(Value::as_u64).unwrap_or(0);
            json!({ "claim": claim, "wanted": wanted, "reached": reached, "held": reached >= *wanted })
        })
        .collect();
    let all_held = claims.iter().all(|claim| claim["held"] == true);
    let report = json!({
        "room": "store",
        "version": env!("CARGO_PKG_VERSION"),
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "seed": order.seed,
        "scale_percent": order.scale,
        "harnesses": harnesses,
        "known_bad_protocols": controls,
        "skipped": skipped,
        "claims": claims,
        "violations": violations,
    });
    println!("{}", serde_json::to_string_pretty(&report).unwrap());
    if violations > 0 || !all_caught {
        ExitCode::FAILURE
    } else if all_held {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    }
}

#[cfg(target_os = "linux")]
fn kill(order: &Order) -> Report {
    let outcome = strace::explore(strace::Scale {
        scripts: order.share(9),
        kill_every: 1,
        error_every: 5,
        recovery_every: 75,
        seed: order.seed,
    });
    Report {
        counts: vec![
            ("scripts", outcome.scripts),
            ("kill_points", outcome.kill_points),
            ("kill_points_in_recovery", outcome.recovery_kill_points),
            ("failing_calls", outcome.injected),
        ],
        violations: outcome.violations,
        skipped: outcome.skipped,
    }
}

#[cfg(not(target_os = "linux"))]
fn kill(_order: &Order) -> Report {
    Report {
        skipped: Some("strace is a tool of Linux".to_owned()),
        ..Report::default()
    }
}

fn simulated_faults(order: &Order) -> Report {
    let mut report = Report::default();
    let (mut injected, mut states) = (0, 0);
    let scripts = (0..order.share(4)).map(|index| match index {
        0 => Script::meeting(),
        _ => Script::random(order.seed + index, 8),
    });
    for script in scripts {
        let outcome = faults::explore(&script, 1, 2, order.seed);
        injected += outcome.injected;
        states += outcome.states;
        report.violations.extend(outcome.violations);
    }
    report.counts = vec![("injected_errors", injected), ("cuts_after_errors", states)];
    report
}

fn power_cuts(order: &Order) -> Report {
    let mut outcome = power_loss::Outcome::default();
    let few = power_loss::Scale {
        tears: Tears::Few,
        states: 4_000,
        recovery_every: 100,
        seed: order.seed,
    };
    let every_byte = power_loss::Scale {
        tears: Tears::EveryByte,
        recovery_every: 1_000,
        ..few
    };
    power_loss::explore(&Script::meeting(), few, &mut outcome);
    for script in 0..order.share(36) {
        let (length, scale) = if script % 2 == 0 {
            (8, few)
        } else {
            (4, every_byte)
        };
        power_loss::explore(
            &Script::random(order.seed + script, length),
            scale,
            &mut outcome,
        );
    }
    Report {
        counts: vec![
            ("power_cuts", outcome.cuts),
            (
                "power_loss_states",
                outcome.states + outcome.recovery_states,
            ),
            ("power_loss_states_in_recovery", outcome.recovery_states),
        ],
        violations: outcome.violations,
        skipped: None,
    }
}

fn damaged_files(order: &Order) -> Report {
    let mut report = Report::default();
    let mut files = 0;
    let journals = order.share(20);
    let mut take = |outcome: damage::Outcome| {
        files += outcome.files;
        report.violations.extend(outcome.violations);
    };
    for journal in 0..journals {
        take(damage::explore(1 + (order.seed + journal * 4) % 4_000, 4));
    }
    // A smaller scale leaves ways out, not documents.
    let stride = (100 / order.scale.clamp(1, 100)) as usize;
    for (name, text) in damage::DOCUMENTS {
        take(damage::explore_document(name, text.as_bytes(), stride));
    }
    report.counts = vec![("damaged_files", files)];
    report
}

fn any_bytes(order: &Order) -> Report {
    let mut report = Report::default();
    let count = order.share(1_000_000);
    std::thread::scope(|threads| {
        for target in properties::targets() {
            // A broken rule ends the run with the message of its assertion.
            threads.spawn(move || properties::explore(&target, count, order.seed));
        }
    });
    report.counts = vec![(
        "property_executions",
        count * properties::targets().len() as u64,
    )];
    report
}

/// The running program: random keys, pastes, sizes, foreign writes, failing disks and crashes
/// beside a reference; sessions in a pseudo-terminal that are cut. They are tests, so they run as
/// such and say what they have counted.
fn shaken(order: &Order) -> Report {
    let mut report = Report::default();
    for (test, name, size) in [
        ("nothing_that_happens_makes_it_panic", "random_keys", 3_500),
        (
            "what_was_shown_as_recorded_is_on_the_disk",
            "machine_steps",
            1_000,
        ),
        ("a_session_that_is_cut_at_any_moment", "sessions_cut", 200),
    ] {
        let output = Command::new(env!("CARGO"))
            .args(["test", "--locked", "--release", "--test", "it"])
            .args([test, "--", "--nocapture"])
            .env("PROPTEST_CASES", order.share(size).to_string())
            .env("PROPTEST_RNG_SEED", order.seed.to_string())
            .env("PLANERKA_SESSIONS", order.share(size).to_string())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let said = format!("proof: {name} ");
        let numbers = text.lines().filter_map(|line| {
            let (_, number) = line.split_once(&said)?;
            number.trim().parse::<u64>().ok()
        });
        report.counts.push((name, numbers.max().unwrap_or(0)));
        if !output.status.success() {
            // Without the end of what it said nobody could tell a lost act from a full disk.
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said).into_owned();
            let lines: Vec<&str> = said.lines().collect();
            let end = lines[lines.len().saturating_sub(30)..].join("\n");
            report.violations.push(format!("{test} failed:\n{end}"));
        }
    }
    report
}

fn contention(order: &Order) -> Report {
    let outcome = concurrency::explore(order.share(500), order.seed);
    Report {
        counts: vec![
            ("concurrent_rounds", outcome.rounds),
            ("processes", outcome.processes),
            ("processes_killed", outcome.killed),
            ("processes_killed_at_work", outcome.killed_at_work),
            ("concurrent_acts", outcome.acts),
        ],
        violations: outcome.violations,
        skipped: None,
    }
}

fn syncing(order: &Order) -> Report {
    let outcome = machines::explore(order.share(10_000), order.seed);
    Report {
        counts: vec![
            ("machine_rounds", outcome.rounds),
            ("rounds_of_three", outcome.of_three),
            ("years_packed", outcome.packed),
            ("years_unpacked", outcome.unpacked),
            ("files_taken_away", outcome.taken),
            ("machine_acts", outcome.acts),
            ("files_carried", outcome.carried),
            ("files_carried_in_part", outcome.torn),
            ("files_rolled_back", outcome.rolled_back),
            ("conflict_copies", outcome.conflict_copies),
        ],
        violations: outcome.violations,
        skipped: None,
    }
}

/// Machines hold meetings apart: what stands against each other is said once and can be settled.
fn held_apart(order: &Order) -> Report {
    let outcome = apart::explore(order.share(10_000), order.seed);
    Report {
        counts: vec![
            ("rounds_apart", outcome.rounds),
            ("rounds_apart_of_three", outcome.of_three),
            ("acts_apart", outcome.acts),
            ("numbers_given_twice", outcome.same_numbers),
            ("days_held_twice", outcome.held_twice),
            ("minutes_reopened_twice", outcome.reopened_twice),
            ("control_apart", outcome.control_apart),
            ("editions_adopted_apart", outcome.amended),
        ],
        violations: outcome.violations,
        skipped: None,
    }
}

/// A year is packed, recorded in, packed again and unpacked while operations fail and the power goes
/// off; killed processes are counted with the others.
fn packed_years(order: &Order) -> Report {
    let mut outcome = power_loss::Outcome::default();
    let scale = power_loss::Scale {
        tears: Tears::Few,
        states: order.share(4_000),
        recovery_every: 20,
        seed: order.seed,
    };
    power_loss::explore(&Script::years(), scale, &mut outcome);
    let stride = (100 / order.scale.clamp(1, 100)) as usize;
    let faults = faults::explore(&Script::years(), stride, 2, order.seed);
    outcome.violations.extend(faults.violations);
    Report {
        counts: vec![
            ("year_injected_errors", faults.injected),
            ("year_cuts_after_errors", faults.states),
            ("year_power_cuts", outcome.cuts),
            (
                "year_power_loss_states",
                outcome.states + outcome.recovery_states,
            ),
        ],
        violations: outcome.violations,
        skipped: None,
    }
}

/// Damaged plans of other people, for every reader.
fn strangers(order: &Order) -> Report {
    let count = order.share(10_000);
    std::thread::scope(|threads| {
        for reader in readers::readers() {
            // A broken rule ends the run with the message of its assertion.
            threads.spawn(move || readers::explore(&reader, count, order.seed));
        }
    });
    let files = count * readers::readers().len() as u64;
    Report {
        counts: vec![("files_of_strangers", files)],
        violations: Vec::new(),
        skipped: None,
    }
}

fn named_damage(_order: &Order) -> Report {
    let (damaged, violations) = goldens::compare();
    Report {
        counts: vec![("goldens", damaged)],
        violations,
        skipped: None,
    }
}

/// Shows that the harnesses can fail: five ways of saving known to lose data, and ours.
fn controls() -> (Vec<Value>, bool) {
    let mut all_caught = true;
    let mut controls = Vec::new();
    for (name, protocol) in protocols::BAD {
        let (states, violations) = protocols::explore(*protocol);
        let mut caught = violations > 0;
        let mut control = json!({
            "protocol": name,
            "power_loss_states": states,
            "violations": violations,
        });
        if let Some((points, violations)) = under_kill(name) {
            control["kill_points"] = points.into();
            control["violations_by_kill"] = violations.into();
            caught &= violations > 0;
        }
        control["caught"] = caught.into();
        all_caught &= caught;
        controls.push(control);
    }
    let (states, violations) = protocols::explore(protocols::ours);
    all_caught &= violations == 0;
    controls.push(json!({
        "protocol": "ours",
        "power_loss_states": states,
        "violations": violations,
    }));
    (controls, all_caught)
}

#[cfg(target_os = "linux")]
fn under_kill(name: &str) -> Option<(u64, u64)> {
    let is_seen = strace::BAD_UNDER_KILL.contains(&name) && strace::missing().is_none();
    is_seen.then(|| strace::explore_protocol(name))
}

#[cfg(not(target_os = "linux"))]
fn under_kill(_name: &str) -> Option<(u64, u64)> {
    None
}
