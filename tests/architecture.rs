//! The shape of the code: who may use whom, how long a file may be, who may ask the clock.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that fails may panic"
)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

/// Every room and those it may use, besides itself: main → cli → tui → message →
/// {store, paper, import, locale} → domain.
const ROOMS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    (
        "cli",
        &[
            "tui", "message", "store", "paper", "import", "locale", "domain",
        ],
    ),
    (
        "tui",
        &["message", "store", "paper", "import", "locale", "domain"],
    ),
    ("message", &["store", "paper", "import", "locale", "domain"]),
    ("store", &["domain"]),
    ("paper", &["locale", "domain"]),
    ("import", &["domain"]),
    ("locale", &["domain"]),
    ("domain", &[]),
];

/// The most lines of a file.
const LONGEST: usize = 400;

/// Who may ask the clock.
const CLOCKS: &[&str] = &["src/tui/program.rs", "src/store/process.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with this ending below a directory: its path from the root, with `/`, and its text.
fn files(directory: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = vec![root().join(directory)];
    while let Some(directory) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(directory) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((name.replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing ends in .{ending}");
    found
}

/// The room of a file: the first part of its path below `src/`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap();
    let first = inside.split('/').next().unwrap();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The rooms a text uses: what follows `crate::` outside comments, lists in braces included.
fn used(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut rooms = Vec::new();
    for root in ["crate::", "planerka::"] {
        for rest in code.split(root).skip(1) {
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => list
                    .split('}')
                    .next()
                    .unwrap_or_default()
                    .split(',')
                    .map(str::trim)
                    .collect(),
                None => vec![rest],
            };
            for name in names {
                let name: String = name
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                    .collect();
                if ROOMS.iter().any(|(room, _)| *room == name) {
                    rooms.push(name);
                }
            }
        }
    }
    rooms
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let room = room(&path);
        // The roots of the crates: what they use their manifests say.
        if room == "lib" || room.starts_with("lib_") {
            continue;
        }
        let (_, allowed) = ROOMS
            .iter()
            .find(|(known, _)| *known == room)
            .unwrap_or_else(|| panic!("{path}: the room `{room}` is not in the table"));
        for used in used(&text) {
            if used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn uses_are_recognised() {
    assert_eq!(used("use crate::store::lock::Holder;"), ["store"]);
    assert_eq!(used("use crate::{domain::date, tui};"), ["domain", "tui"]);
    assert_eq!(used("let x = crate::locale::Texts::new();"), ["locale"]);
    assert!(used("//! use crate::store;\n// crate::tui\n").is_empty());
}

#[test]
fn no_file_is_called_mod() {
    for (path, _) in files("src", "rs") {
        assert!(!path.ends_with("/mod.rs"), "{path}");
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut found = Vec::new();
    for (path, text) in files("src", "rs") {
        let lines = text.lines().count();
        if lines > LONGEST {
            found.push(format!("{path}: {lines} lines"));
        }
    }
    assert!(found.is_empty(), "split these: {found:#?}");
}

#[test]
fn the_clock_is_asked_in_one_place() {
    let asks = ["Local::now", "Utc::now", "SystemTime::now"];
    for (path, text) in files("src", "rs") {
        let asked = asks.iter().any(|ask| text.contains(ask));
        assert!(!asked || CLOCKS.contains(&path.as_str()), "{path}");
    }
}

#[test]
fn no_path_of_a_machine_stands_in_the_files() {
    // Put together here, so that this file does not hold them.
    let machine: Vec<String> = ["home", "Users", "root", "work"]
        .iter()
        .map(|name| format!("/{name}/"))
        .collect();
    let mut texts = files("src", "rs");
    // Tests are left out: their simulated disks have such paths.
    texts.extend(files("src", "ron"));
    texts.extend(files("themes", "ron"));
    for (path, text) in texts {
        for line in text.lines() {
            let found = machine.iter().any(|part| {
                [" ", "\"", "(", "`"]
                    .iter()
                    .any(|before| line.contains(&format!("{before}{part}")))
            });
            assert!(!found, "{path}: {line}");
        }
    }
}

/// The layers inside `tui`, each with those it may use besides itself: what is shown is data and
/// what is read from it; acts, openings and keys are built upon that, and drawing reads it only.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("select", &["model"]),
    ("act", &["select", "model"]),
    ("open", &["act", "select", "model"]),
    ("update", &["open", "act", "select", "model"]),
    ("view", &["select", "model"]),
];

#[test]
fn layers_of_the_screen_use_only_those_below_them() {
    let mut wrong = Vec::new();
    for (path, text) in files("src/tui", "rs") {
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| {
            path.starts_with(&format!("src/tui/{layer}/")) || path == format!("src/tui/{layer}.rs")
        }) else {
            continue;
        };
        let module = module_of(&path);
        for used in uses(&module, &text) {
            let Some(other) = used.strip_prefix("crate::tui::") else {
                continue;
            };
            let other = other.split("::").next().unwrap_or_default();
            let is_layer = LAYERS.iter().any(|(known, _)| *known == other);
            if is_layer && other != *layer && !allowed.contains(&other) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The module a file is: `src/tui/view/plan.rs` is `crate::tui::view::plan`.
fn module_of(path: &str) -> String {
    let inside = path.strip_prefix("src/").unwrap();
    let inside = inside.strip_suffix(".rs").unwrap();
    format!("crate::{}", inside.replace('/', "::"))
}

/// What a module names with a path from the crate or from above itself, in full; of a list in
/// braces every name.
fn uses(module: &str, text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut found = Vec::new();
    let starts = code
        .match_indices("crate::")
        .chain(code.match_indices("super::"));
    for (at, _) in starts {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':') {
            continue;
        }
        let mut base: Vec<&str> = module.split("::").collect();
        let mut rest = &code[at..];
        while let Some(above) = rest.strip_prefix("super::") {
            base.pop();
            rest = above;
        }
        let base = match rest.strip_prefix("crate::") {
            Some(inside) => {
                rest = inside;
                "crate".to_owned()
            }
            None => base.join("::"),
        };
        found.extend(
            leaves(rest)
                .into_iter()
                .map(|leaf| format!("{base}::{leaf}")),
        );
    }
    found
}

/// The paths a use tree stands for: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let name: String = tree
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_' || *letter == ':')
        .collect();
    let rest = &tree[name.len()..];
    let Some(list) = rest
        .strip_prefix('{')
        .filter(|_| name.is_empty() || name.ends_with("::"))
    else {
        return vec![name.trim_end_matches(':').to_owned()];
    };
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| leaves(part.trim()))
        .map(|leaf| format!("{name}{leaf}"))
        .collect()
}

#[test]
fn use_trees_are_read() {
    let text = "use super::{agenda, plan::{Node, Order}};\nlet x = crate::domain::date::Date::new();\n// crate::no\n";
    assert_eq!(
        uses("crate::tui::select::mark", text),
        [
            "crate::domain::date::Date::new",
            "crate::tui::select::agenda",
            "crate::tui::select::plan::Node",
            "crate::tui::select::plan::Order",
        ]
    );
}

/// The modules of the crate by their paths, with their code: no comments, no tests.
fn modules() -> BTreeMap<String, String> {
    files("src", "rs")
        .into_iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs"))
        .map(|(path, text)| {
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            (module_of(&path), code.to_owned())
        })
        .collect()
}

/// The module a path leads into, as far as there is one.
fn owner<'m>(modules: &'m BTreeMap<String, String>, path: &str) -> Option<&'m str> {
    let mut rest = path;
    loop {
        if let Some((known, _)) = modules.get_key_value(rest) {
            return Some(known);
        }
        rest = rest.rsplit_once("::")?.0;
    }
}

/// What a module uses, the modules below it by their bare names included.
fn uses_with_own(module: &str, code: &str) -> Vec<String> {
    let mut found = uses(module, code);
    for line in code.lines() {
        let line = line.trim_end_matches(';');
        let Some((_, child)) = line.split_once("mod ").filter(|(before, _)| {
            before.is_empty() || (before.starts_with("pub") && !before.contains("use"))
        }) else {
            continue;
        };
        let marker = format!("{child}::");
        for (at, _) in code.match_indices(&marker) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_' || sign == ':') {
                found.extend(
                    leaves(&code[at..])
                        .into_iter()
                        .map(|leaf| format!("{module}::{leaf}")),
                );
            }
        }
    }
    found
}

/// Where the names come from that modules hand on with `pub use`.
fn handed_on(modules: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (module, code) in modules {
        for statement in code.split(';') {
            let statement = statement.trim_start();
            let statement = statement.rsplit("\n\n").next().unwrap_or(statement);
            let Some((visible, tree)) = statement.split_once("use ") else {
                continue;
            };
            if !visible.starts_with("pub") || visible.contains('\n') {
                continue;
            }
            for leaf in leaves(tree) {
                let name = leaf.rsplit("::").next().unwrap_or(&leaf);
                let full = if leaf.starts_with("crate::") || leaf.starts_with("super::") {
                    uses(module, &format!("{leaf};")).remove(0)
                } else {
                    format!("{module}::{leaf}")
                };
                found.insert(format!("{module}::{name}"), full);
            }
        }
    }
    found
}

#[test]
fn modules_side_by_side_never_lean_on_each_other_in_a_circle() {
    let modules = modules();
    let handed_on = handed_on(&modules);
    // For every module the modules below it, each with those beside it that it uses.
    let mut beside: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut why: BTreeMap<(String, String), String> = BTreeMap::new();
    for (module, code) in &modules {
        for used in uses_with_own(module, code) {
            let mut used = used;
            let other = loop {
                let Some(other) = owner(&modules, &used) else {
                    break None;
                };
                let name = used.strip_prefix(other).unwrap().trim_start_matches("::");
                let name = name.split("::").next().unwrap_or_default();
                match handed_on.get(&format!("{other}::{name}")) {
                    Some(source) if *source != used => used.clone_from(source),
                    _ => break Some(other),
                }
            };
            let Some(other) = other else { continue };
            let ours: Vec<&str> = module.split("::").collect();
            let theirs: Vec<&str> = other.split("::").collect();
            let same = ours
                .iter()
                .zip(&theirs)
                .take_while(|(one, two)| one == two)
                .count();
            if same < ours.len() && same < theirs.len() {
                let parent = ours[..same].join("::");
                let (one, two) = (ours[..=same].join("::"), theirs[..=same].join("::"));
                why.entry((one.clone(), two.clone()))
                    .or_insert_with(|| format!("{module} uses {used}"));
                beside
                    .entry(parent)
                    .or_default()
                    .entry(one)
                    .or_default()
                    .insert(two);
            }
        }
    }
    let mut circles = Vec::new();
    for graph in beside.values() {
        for start in graph.keys() {
            if let Some(circle) = circle_from(start, graph) {
                let steps = circle
                    .windows(2)
                    .map(|step| why[&(step[0].clone(), step[1].clone())].clone());
                circles.push(steps.collect::<Vec<_>>());
            }
        }
    }
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The shortest way from a module back to itself.
fn circle_from(start: &str, graph: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut waiting = VecDeque::from([vec![start.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = waiting.pop_front() {
        for next in graph.get(way.last()?).into_iter().flatten() {
            let mut longer = way.clone();
            longer.push(next.clone());
            if next == start {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                waiting.push_back(longer);
            }
        }
    }
    None
}

#[test]
fn circles_are_found() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (one, two) in edges {
            graph
                .entry((*one).to_owned())
                .or_default()
                .insert((*two).to_owned());
        }
        graph
    };
    assert_eq!(circle_from("a", &graph(&[("a", "b"), ("b", "c")])), None);
    assert_eq!(
        circle_from("a", &graph(&[("a", "b"), ("b", "c"), ("c", "a")])).unwrap(),
        ["a", "b", "c", "a"]
    );
}

/// What leads a newcomer through the code.
const GUIDES: &[&str] = &[
    "CONTRIBUTING.md",
    "README.md",
    "README.ru.md",
    "docs/architecture.md",
    "docs/decisions.md",
    "src/lib.rs",
];

#[test]
fn guides_name_files_that_are_there() {
    let mut missing = Vec::new();
    for guide in GUIDES {
        let text = std::fs::read_to_string(root().join(guide)).unwrap();
        for named in text.split('`').skip(1).step_by(2) {
            let is_path = ["src/", "tests/", "docs/", ".cargo/"]
                .iter()
                .any(|start| named.starts_with(start));
            let is_pattern = named.contains(['*', '{', ' ']);
            if is_path && !is_pattern && !root().join(named).exists() {
                missing.push(format!("{guide}: {named}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_walks_name_functions_that_are_there() {
    let guide = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let mut steps = 0;
    for line in guide.lines() {
        let cells: Vec<&str> = line.split('`').collect();
        let [start, file, between, function, ..] = cells.as_slice() else {
            continue;
        };
        if *start != "| " || *between != " | " {
            continue;
        }
        steps += 1;
        let code = std::fs::read_to_string(root().join(file)).unwrap();
        assert!(
            code.contains(&format!("fn {function}(")) || code.contains(&format!("fn {function}<")),
            "{line}"
        );
    }
    assert!(steps > 20, "the walks are tables of file and function");
}

/// What the index has of a file, or nothing outside a clone.
fn committed(path: &str) -> Option<String> {
    let shown = std::process::Command::new("git")
        .args(["show", &format!(":{path}")])
        .current_dir(root())
        .output()
        .ok()?;
    let text = String::from_utf8(shown.stdout).unwrap();
    shown.status.success().then_some(text)
}

#[test]
fn a_clone_begins_with_the_documents_the_binary_carries() {
    for (path, text) in files("src/store/embedded", "ron") {
        let own = path.replacen("src/store/embedded", "state", 1);
        match committed(&own) {
            // Not the file itself: people work in it.
            Some(begun) => assert!(begun == text, "{own} and {path} differ"),
            None => println!("NOT CHECKED: {own}: this is not a clone, or it is not committed"),
        }
    }
}
