//! What has to hold of any bytes: shared by the fuzz targets, which look for bytes that break it,
//! and by tests that need no nightly compiler.

use std::path::Path;

use planerka::domain::minutes::Minutes;
use planerka::domain::operation::Record;
use planerka::domain::plan::Plan;
use planerka::domain::settings::Settings;
use planerka::domain::subject::Subjects;
use planerka::domain::tactical_plan::TacticalPlan;
use planerka::store::document::{parse, parse_any, read_text, to_text};
use planerka::store::file_system::SimulatedFileSystem;
use planerka::store::journal::{encode, parse_file};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reading a document ends in a document that writes and reads the same, or in a fault with a
/// place in the file.
pub fn document(bytes: &[u8]) {
    let path = Path::new("/state/plan.ron");
    let disk = SimulatedFileSystem::new();
    disk.place(path, bytes);
    let text = match read_text(&disk, path) {
        Ok((text, _fingerprint)) => text,
        Err(error) => return within(&String::from_utf8_lossy(bytes), error.place.line),
    };
    if let Err(error) = parse_any(path, &text) {
        within(&text, error.place.line);
    }
    reads_what_it_writes::<Plan>(path, &text);
    reads_what_it_writes::<Subjects>(path, &text);
    reads_what_it_writes::<Settings>(path, &text);
    reads_what_it_writes::<Minutes>(path, &text);
    reads_what_it_writes::<TacticalPlan>(path, &text);
}

fn within(text: &str, line: usize) {
    assert!(line <= text.split('\n').count(), "line {line} of {text:?}");
}

fn reads_what_it_writes<T: DeserializeOwned + Serialize + PartialEq>(path: &Path, text: &str) {
    match parse::<T>(path, text) {
        Ok(document) => {
            let written = to_text(&document).unwrap();
            let again: T = parse(path, &written).unwrap();
            assert!(again == document, "{written}");
            assert_eq!(to_text(&again).unwrap(), written);
        }
        Err(error) => within(text, error.place.line),
    }
}

/// Reading a journal file finds whole acts that write and read the same; its whole part reads as
/// the file does and takes another act.
pub fn journal(bytes: &[u8]) {
    let path = Path::new("/state/journal/2023-05.pc1.log");
    let parsed = parse_file(path, bytes);
    let whole = &bytes[..parsed.whole as usize];
    assert!(whole.is_empty() || whole.ends_with(b"\n"));
    let records: Vec<&Record> = parsed
        .records
        .iter()
        .map(|(_line, record)| record)
        .collect();
    for act in records.chunk_by(|one, next| one.act == next.act) {
        let act: Vec<Record> = act.iter().map(|record| (*record).clone()).collect();
        let lines = encode(&act).unwrap();
        let again = parse_file(path, &lines);
        assert!(
            again
                .records
                .into_iter()
                .map(|(_line, record)| record)
                .eq(act)
        );
    }
    let next = crate::samples::act(7);
    let longer = [whole, &encode(&next).unwrap()].concat();
    let longer = parse_file(path, &longer);
    assert_eq!(
        longer.whole as usize,
        whole.len() + encode(&next).unwrap().len()
    );
    let found = longer.records.iter().map(|(_line, record)| record);
    assert!(found.eq(records.into_iter().chain(&next)));
    let lines = bytes.split(|byte| *byte == b'\n').count();
    assert!(
        parsed
            .findings
            .iter()
            .all(|finding| finding.place.line <= lines)
    );
}
