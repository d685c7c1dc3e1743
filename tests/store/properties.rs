//! The fuzz targets' rules on the stable compiler: damaged files and mutations of good ones.

use std::collections::BTreeMap;

use planerka::store::embedded;
use planerka::store::journal::encode;
use proptest::prelude::*;

use crate::fuzzed;
use crate::goldens::files;
use crate::samples::{Random, act};

/// A rule, the bytes it is tried on, and words that mean something to it.
pub struct Target {
    pub name: &'static str,
    pub rule: fn(&[u8]),
    pub seeds: Vec<Vec<u8>>,
    words: &'static [&'static str],
}

/// All targets with their seeds.
pub fn targets() -> [Target; 6] {
    let damaged = files();
    let of = |journal: bool| {
        let wanted = |(name, _): &(&String, &Vec<u8>)| name.starts_with("journal.") == journal;
        let bytes: BTreeMap<_, _> = damaged.iter().filter(wanted).collect();
        bytes.into_values().cloned().collect::<Vec<_>>()
    };
    let mut documents = of(false);
    documents.extend([embedded::SETTINGS, embedded::SUBJECTS].map(|text| text.as_bytes().to_vec()));
    let mut journals = of(true);
    journals.extend((1..4).map(|number| encode(&act(number)).unwrap()));
    let formats = [0, 1, 2, u32::MAX].map(|format| {
        let number = format!("format: {format}");
        include_str!("../damaged/plan.whole.ron").replacen("format: 1", &number, 1)
    });
    [
        Target {
            name: "document",
            rule: fuzzed::document,
            seeds: documents,
            words: DOCUMENT_WORDS,
        },
        Target {
            name: "migration",
            rule: fuzzed::migration,
            seeds: formats.into_iter().map(String::into_bytes).collect(),
            words: DOCUMENT_WORDS,
        },
        Target {
            name: "journal",
            rule: fuzzed::journal,
            seeds: journals,
            words: &[
                "\n", "\r\n", " ", "1/2 ", "2/2 ", "0/0 ", "(", ")", "00000000", "\0", "\u{feff}",
            ],
        },
        packed_year(),
        Target {
            name: "typed",
            rule: fuzzed::typed,
            seeds: TYPED.map(|text| text.as_bytes().to_vec()).to_vec(),
            words: &[
                "@",
                "!",
                "#",
                " к ",
                " до ",
                "15.06",
                "ММС",
                "\u{1b}[2J",
                "\u{9b}",
                "\u{202e}",
                "\u{200d}",
                "\u{301}",
                "\u{306}",
                "\r",
                "\n",
                "\t",
                "\0",
                "е\u{308}",
                "👩\u{200d}💻",
            ],
        },
        Target {
            name: "looks",
            rule: fuzzed::looks,
            seeds: [
                include_str!("../../src/tui/keymap/default.ron"),
                include_str!("../../themes/dark.ron"),
                include_str!("../../themes/monochrome.ron"),
            ]
            .map(|text| text.as_bytes().to_vec())
            .to_vec(),
            words: &[
                "(",
                ")",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "ctrl-",
                "F12",
                "shift-Up",
                "#ffffff",
                "#ff",
                "Some(",
                "None",
                "format: 2",
                "\0",
                "\n",
            ],
        },
    ]
}

fn packed_year() -> Target {
    Target {
        name: "year",
        rule: fuzzed::year,
        seeds: years(),
        words: &[
            "PK\u{1}\u{2}",
            "PK\u{3}\u{4}",
            "PK\u{5}\u{6}",
            "2023-05.pc1.log",
            "../",
            "/etc/",
            "planerka year 1 ",
            "\0\0\0\0",
            "\n",
        ],
    }
}

/// Packed years: as the program makes them, packed anew by hand, of nothing.
fn years() -> Vec<Vec<u8>> {
    let pack = |names: &[&str], method| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        for (name, number) in names.iter().zip(1..) {
            writer.start_file(*name, options).unwrap();
            let lines = encode(&act(number)).unwrap();
            std::io::Write::write_all(&mut writer, &lines).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let own = ["2023-05.pc1.log", "2023-06.pc1.log", "2023-05.pc2.2.log"];
    let strange = ["2023-05.pc1.log", "../2023-05.pc1.log", "x.zip"];
    vec![
        pack(&own, zip::CompressionMethod::Deflated),
        pack(&own, zip::CompressionMethod::Stored),
        pack(&strange, zip::CompressionMethod::Deflated),
        pack(&[], zip::CompressionMethod::Stored),
    ]
}

const DOCUMENT_WORDS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "//",
    "/*",
    "*/",
    "None",
    "Some(",
    "\n",
    "\u{feff}",
    "\u{a0}",
    "«",
    "»",
    "format: 1",
    "\0\0\0\0\0\0\0\0",
    "<<<<<<< ",
    "r#\"",
];

/// What a chair types.
const TYPED: [&str; 4] = [
    "Подготовить письмо @ММС к 15.06 !ЦНППМ АСОУ #важно",
    "@иро асоу до конца месяца отчёт о ходе работ",
    "Информацию принять к сведению",
    "срок 31.06 @Никто !!! ## @",
];

/// Takes one of the seeds and damages it in a few places.
pub fn mutant(target: &Target, random: &mut Random) -> Vec<u8> {
    let pick = |random: &mut Random| {
        target.seeds[random.below(target.seeds.len() as u64) as usize].clone()
    };
    let mut bytes = pick(random);
    for _change in 0..=random.below(6) {
        let at = random.below(bytes.len() as u64 + 1) as usize;
        let end = (at + random.below(40) as usize).min(bytes.len());
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                let other = pick(random);
                let from = random.below(other.len() as u64 + 1) as usize;
                let end = (from + random.below(400) as usize).min(other.len());
                bytes.splice(at..at, other[from..end].iter().copied());
            }
            4 => bytes.truncate(at),
            _ => {
                let word = target.words[random.below(target.words.len() as u64) as usize];
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

/// Tries a rule on so many mutants.
pub fn explore(target: &Target, count: u64, seed: u64) {
    let mut random = Random::new(seed);
    for _mutant in 0..count {
        (target.rule)(&mutant(target, &mut random));
    }
}

#[test]
fn the_rules_hold_for_every_seed_and_many_mutants() {
    for target in targets() {
        for seed in target
            .seeds
            .iter()
            .chain(&crate::corpus::corpus(target.name))
        {
            (target.rule)(seed);
        }
        explore(&target, 1_500, 503);
    }
}

const RULES: [fn(&[u8]); 6] = [
    fuzzed::document,
    fuzzed::migration,
    fuzzed::journal,
    fuzzed::year,
    fuzzed::typed,
    fuzzed::looks,
];

proptest! {
    #[test]
    fn the_rules_hold_for_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for rule in RULES {
            rule(&bytes);
        }
    }

    #[test]
    fn the_rules_hold_for_any_text(text in "[\\(\\)\\[\\]\\{\\}\",:/*\\\\\n 0-9a-zа-я«»\u{a0}\0]{0,200}") {
        for rule in RULES {
            rule(text.as_bytes());
        }
    }
}
