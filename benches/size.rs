//! How start, keys and idling grow with the plan and with the years, measured from outside: the
//! program runs in a pseudo-terminal of 120x40, and the kernel's own count of its processor time is
//! read. Beside it, in the same run, a plain list with a card is measured: the floor. Machines
//! differ, ratios to the floor hardly.
//!
//! `cargo bench --bench size`; `-- quick` leaves out the largest plan and journal, `-- plan` and
//! `-- journal` measure one of the two alone.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    missing_docs,
    unreachable_pub,
    reason = "a bench that fails may panic, and it prints its table"
)]

#[path = "size/floor.rs"]
mod floor;
#[path = "size/ground.rs"]
mod ground;
#[path = "size/run.rs"]
mod run;

use run::Measured;

/// How often each is measured; the least counts.
const ROUNDS: usize = 3;

/// What a key is pressed on: the keys that lead there from the start screen, and the key; behind a
/// stroke the one that is pressed when it was answered.
const SCREENS: [(&str, &str, &str); 12] = [
    ("agenda", "x\r", "j"),
    ("plan", "x\x1bOR", "j"),
    ("responsibilities", "x\x1bOS", "j"),
    ("assignments", "x\x1b[15~", "j"),
    ("assign form, a letter", "x\reметодический", "\x7f"),
    ("search, a letter", "x/мониторинг", "\x7f"),
    ("search, a slip", "x/монниторинг", "\x7f"),
    ("timeline", "x\x1bORt", "j"),
    ("search, opened and left", "x", "/|\x1b"),
    // Nearly every text has the letter.
    ("… with a first letter", "x", "/|м|\x1b"),
    ("history, opened and left", "x", "\x1b[19~|\x1b"),
    // The last one: it goes on record.
    ("a mark", "x\r", "d"),
];

/// What of a scene a row of the table says.
type Column = fn(&Scene) -> f64;

struct Scene {
    name: String,
    size: f64,
    start: Measured,
    /// From the start until its first key was answered.
    answered: f64,
    keys: Vec<Measured>,
}

fn main() {
    if std::env::args().any(|argument| argument == floor::ARGUMENT) {
        floor::run();
        return;
    }
    let is_asked = |word: &str| std::env::args().any(|argument| argument == word);
    let quick = is_asked("quick");
    let floor_start = least(|| run::floor(0));
    let floor_key = least(|| run::floor(20));
    println!(
        "floor: start {:.1} ms, a key {:.2} ms",
        floor_start.cpu, floor_key.cpu
    );
    let plans: &[usize] = if quick {
        &[63, 1_000]
    } else {
        &[63, 1_000, 10_000]
    };
    let journals: &[usize] = if quick { &[1, 10] } else { &[1, 10, 100] };
    if !is_asked("journal") {
        let scenes: Vec<Scene> = plans
            .iter()
            .map(|activities| {
                let ground = ground::with_plan(*activities);
                let name = format!("{activities} activities");
                measured(name, *activities as f64, &ground)
            })
            .collect();
        table("the plan grows", &scenes, &floor_start, &floor_key);
    }
    if !is_asked("plan") {
        let (ground, records) = ground::with_first_year();
        let first_year = measured("31 meetings".to_owned(), records as f64, &ground);
        let both_years = journals.iter().map(|times| {
            let (ground, records) = ground::with_both_years(*times);
            let name = match times {
                1 => "83 meetings".to_owned(),
                _ => format!("{records} records"),
            };
            measured(name, records as f64, &ground)
        });
        let scenes: Vec<Scene> = std::iter::once(first_year).chain(both_years).collect();
        table("the journal grows", &scenes, &floor_start, &floor_key);
    }
}

fn measured(name: String, size: f64, ground: &ground::Ground) -> Scene {
    eprintln!("… {name}");
    let keys = SCREENS
        .iter()
        .map(|(_, way, key)| least(|| run::program(ground, way, key)));
    let keys: Vec<Measured> = keys.collect();
    Scene {
        name,
        size,
        start: least(|| run::program(ground, "", "")),
        answered: (0..ROUNDS)
            .map(|_| run::program(ground, "j", "j").answered)
            .fold(f64::INFINITY, f64::min),
        keys,
    }
}

fn least(measure: impl Fn() -> Measured) -> Measured {
    (0..ROUNDS)
        .map(|_| measure())
        .min_by(|one, other| one.cpu.total_cmp(&other.cpu))
        .unwrap()
}

fn table(title: &str, scenes: &[Scene], floor_start: &Measured, floor_key: &Measured) {
    println!("\n{title}: ms (times the floor)");
    print!("{:24}", "");
    for scene in scenes {
        print!("{:>24}", scene.name);
    }
    println!("{:>10}", "exponent");
    let starts: [(&str, Column); 2] = [
        ("start", |scene| scene.start.cpu),
        ("start and first key", |scene| scene.answered),
    ];
    for (name, of) in starts {
        row(name, scenes, of, floor_start);
    }
    for (key, (name, _, _)) in SCREENS.iter().enumerate() {
        let answered = |scene: &Scene| {
            let key = &scene.keys[key];
            if key.bytes == 0 { f64::NAN } else { key.cpu }
        };
        row(name, scenes, answered, floor_key);
    }
    for (name, of) in [
        ("peak memory, MB", (|it| it.start.memory) as Column),
        ("idle, ms a second", |it| it.start.idle),
        ("bytes a key, agenda", |it| it.keys[0].bytes as f64),
        ("  beside the card", |it| it.keys[0].beside_card as f64),
        ("bytes a key, plan", |it| it.keys[1].bytes as f64),
        ("  beside the card", |it| it.keys[1].beside_card as f64),
        ("bytes, responsibilities", |it| it.keys[2].bytes as f64),
        ("  beside the card", |it| it.keys[2].beside_card as f64),
    ] {
        print!("{name:24}");
        for scene in scenes {
            print!("{:>24.1}", of(scene));
        }
        println!();
    }
}

fn row(name: &str, scenes: &[Scene], of: impl Fn(&Scene) -> f64, floor: &Measured) {
    print!("{name:24}");
    for scene in scenes {
        let (cpu, ratio) = (of(scene), of(scene) / floor.cpu);
        // Where a key has nothing to move on, nothing is drawn.
        let cell = if cpu.is_nan() {
            String::from("–")
        } else {
            format!("{cpu:.2} ({ratio:.1})")
        };
        print!("{cell:>24}");
    }
    let points: Vec<_> = scenes.iter().map(|it| (it.size, of(it))).collect();
    let exponent = exponent(&points);
    if exponent.is_nan() {
        println!();
    } else {
        println!("{exponent:>10.2}");
    }
}

/// The slope of the line nearest to the points, both axes in logarithms: 1 is growth in proportion.
fn exponent(points: &[(f64, f64)]) -> f64 {
    let points: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let shared: f64 = points
        .iter()
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    let spread: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    shared / spread
}
