//! The readers of other people's files against random damage, counted for the proof.

use std::io::{Cursor, Read as _};
use std::path::Path;

use crate::rule;

/// A reader, the bytes it is tried on, and the rule that has to hold of any others.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    rule: fn(&[u8]),
    seeds: Vec<Vec<u8>>,
}

pub(crate) fn sample(name: &str) -> Vec<u8> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    std::fs::read(directory.join(name)).unwrap()
}

fn part(name: &str, part: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(sample(name))).unwrap();
    let mut bytes = Vec::new();
    let mut file = archive.by_name(part).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// All readers.
pub(crate) fn readers() -> [Reader; 6] {
    [
        Reader {
            name: "docx",
            rule: rule::docx,
            seeds: vec![part("n2-start-end-three-levels.docx", "word/document.xml")],
        },
        Reader {
            name: "odf",
            rule: rule::odf,
            seeds: vec![part("j2-two-levels.odt", "content.xml")],
        },
        Reader {
            name: "xlsx",
            rule: rule::xlsx,
            seeds: vec![part("e6-numbers.xlsx", "xl/worksheets/sheet1.xml")],
        },
        Reader {
            name: "html",
            rule: rule::file,
            seeds: vec![sample("e8-days.html"), sample("q07-word.html")],
        },
        Reader {
            name: "text",
            rule: rule::file,
            seeds: [
                "i1-two-levels-cp1251.csv",
                "e15-drawn.txt",
                "s28-pasted.txt",
                "e11.md",
            ]
            .map(sample)
            .to_vec(),
        },
        // The container itself: lengths, checksums, names.
        Reader {
            name: "package",
            rule: rule::file,
            seeds: [
                "d1-flat-autonumbered.docx",
                "e22-r503.ods",
                "f1.xlsx",
                "e21-r503.xls",
            ]
            .map(sample)
            .to_vec(),
        },
    ]
}

/// Tries a reader on so many samples with a few pieces taken out, doubled or overwritten.
pub(crate) fn explore(reader: &Reader, count: u64, seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |limit: usize| {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        let number = usize::try_from(state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap();
        number % limit.max(1)
    };
    for _ in 0..count {
        let mut bytes = reader.seeds[below(reader.seeds.len())].clone();
        for _change in 0..=below(6) {
            let at = below(bytes.len() + 1);
            let to = (at + below(400)).min(bytes.len());
            match below(4) {
                0 => drop(bytes.drain(at..to)),
                1 => {
                    let piece = bytes[at..to].to_vec();
                    bytes.splice(at..at, piece);
                }
                2 if at < bytes.len() => bytes[at] ^= 1 << below(8),
                _ => {
                    let byte = u8::try_from(below(256)).unwrap();
                    bytes[at..to].iter_mut().take(3).for_each(|one| *one = byte);
                }
            }
        }
        (reader.rule)(&bytes);
    }
}

#[test]
fn every_reader_ends_in_a_refusal_or_a_draft_whatever_is_damaged() {
    for reader in readers() {
        for seed in &reader.seeds {
            (reader.rule)(seed);
        }
        println!("{}", reader.name);
        explore(&reader, 20, 503);
    }
}
