use std::path::{Path, PathBuf};

use super::*;
use crate::domain::date::DateError;
use crate::domain::id::Id;
use crate::locale::Language;
use crate::store::document::{DocumentFault, Expected};
use crate::store::lock::Holder;
use crate::store::place::Place;

fn document_faults() -> Vec<DocumentFault> {
    use DocumentFault as F;
    let mut faults = vec![
        F::Unreadable(ErrorKind::PermissionDenied),
        F::TooLarge { limit: 8 << 20 },
        F::Empty,
        F::Zeros,
        F::Utf16,
        F::NotUtf8,
        F::NewerFormat { found: 2, known: 1 },
        F::NoSuchFormat,
        F::ConflictMarkers,
        F::OddSpace { found: '\u{a0}' },
        F::OddQuotes { found: '«' },
        F::ControlCharacter { found: '\u{1}' },
        F::UnclosedText,
        F::UnclosedComment,
        F::EndsTooEarly { open: '[', line: 7 },
        F::Trailing,
        F::MissingComma,
        F::Fraction,
        F::QuotedField,
        F::QuotedWord,
        F::Date(DateError::Form),
        F::Date(DateError::NoSuchDay),
        F::Date(DateError::Year),
        F::MissingColon,
        F::MissingField { field: "title" },
        F::DuplicateField { field: "title" },
        F::OutOfBounds,
        F::InvalidEscape,
        F::TooDeep,
        F::Rule("whatever".to_owned()),
    ];
    for meant in [None, Some("title")] {
        let (found, known) = ("titel".to_owned(), vec!["title", "term"]);
        faults.push(F::UnknownField {
            found: found.clone(),
            known: known.clone(),
            meant,
        });
        faults.push(F::UnknownWord {
            found,
            known,
            meant,
        });
    }
    faults.extend(
        [
            Expected::Text,
            Expected::Number,
            Expected::Boolean,
            Expected::Character,
            Expected::ListStart,
            Expected::ListEnd,
            Expected::RecordStart,
            Expected::RecordEnd,
            Expected::FieldName,
            Expected::Option,
            Expected::Other,
        ]
        .map(F::Expected),
    );
    faults
}

fn faults() -> Vec<Fault> {
    let id: Id = "01H1CAFE000000000000000000".parse().unwrap();
    let mut faults: Vec<Fault> = document_faults().into_iter().map(Fault::Document).collect();
    faults.extend([
        Fault::Checksum,
        Fault::NotAJournalLine,
        Fault::Record(DocumentFault::Empty),
        Fault::TornTail {
            bytes: 3,
            set_aside: true,
        },
        Fault::TornTail {
            bytes: 3,
            set_aside: false,
        },
        Fault::UnfinishedAct { act: id },
        Fault::Contradiction {
            id,
            other: Box::new(Place::file(Path::new("a.log"))),
        },
        Fault::ForeignWriter {
            writer: "pc7".to_owned(),
        },
        Fault::Duplicate {
            name: "mms".to_owned(),
            first_line: 3,
        },
        Fault::Dangling {
            name: "mms".to_owned(),
        },
        Fault::Unreadable(ErrorKind::NotFound),
        Fault::SyncConflict,
        Fault::Leftover,
        Fault::Unknown,
        Fault::NoLocks,
        Fault::Missing,
        Fault::Spare {
            files: 3,
            bytes: 4096,
        },
        Fault::QuietWriter {
            writer: "pc1".to_owned(),
            month: "2023-05".to_owned(),
        },
    ]);
    faults
}

fn assert_sentence(text: &str) {
    assert!(!text.contains("fault-") && !text.contains("{$"), "{text}");
    assert!(text.ends_with(['.', '…']), "{text}");
    assert!(!text.contains(". .") && !text.ends_with(".."), "{text}");
}

#[test]
fn every_fault_says_what_happened_and_what_to_do_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for fault in faults() {
            let place = Place::file(Path::new("plan.ron"));
            let said = finding(&texts, &Finding::new(place, fault));
            assert_sentence(&said.what);
            assert_sentence(&said.advice);
        }
    }
}

#[test]
fn every_refusal_of_the_store_is_a_sentence_in_both_languages() {
    let path = || PathBuf::from("state/journal");
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::NotFound,
        ErrorKind::IsADirectory,
        ErrorKind::NotADirectory,
        ErrorKind::TimedOut,
    ];
    let mut errors = vec![
        StoreError::ReadOnly(WhyReadOnly::Asked),
        StoreError::ReadOnly(WhyReadOnly::Held(None)),
        StoreError::ReadOnly(WhyReadOnly::Damaged {
            path: PathBuf::from("state/plan.ron"),
        }),
        StoreError::ReadOnly(WhyReadOnly::Held(Some(Holder::default()))),
        StoreError::ReadOnly(WhyReadOnly::NewerFormat {
            path: path(),
            found: 2,
        }),
        StoreError::ReadOnly(WhyReadOnly::NewerRecord {
            path: path(),
            line: 3,
        }),
        AppendError::ChangedOutside { path: path() }.into(),
        AppendError::NotStorable {
            reason: "x".to_owned(),
        }
        .into(),
        WriteError::Conflict { path: path() }.into(),
        StoreError::BadName("../x".to_owned()),
        DocumentError::new(Place::file(&path()), DocumentFault::Empty).into(),
    ];
    for kind in kinds {
        errors.push(StoreError::Directory { path: path(), kind });
        errors.push(AppendError::Io { path: path(), kind }.into());
        errors.push(WriteError::Io { path: path(), kind }.into());
        errors.push(StoreError::ReadOnly(WhyReadOnly::NotWritable {
            path: path(),
            kind,
        }));
    }
    for language in Language::ALL {
        let texts = Texts::new(language);
        for error in &errors {
            assert_sentence(&store_error(&texts, error));
        }
    }
}

#[test]
fn rules_of_the_domain_are_told_in_the_users_language() {
    let texts = Texts::new(Language::Ru);
    for (words, expected) in [
        (
            "there is no such day in the calendar",
            "такого дня в календаре нет",
        ),
        (
            "a date is written like 2023-05-25",
            "дата пишется как 2023-05-25",
        ),
        (
            "a key is made of letters, digits and . - _ / ~, not «1 2»",
            "ключ состоит из букв, цифр и знаков . - _ / ~, а не «1 2»",
        ),
        (
            "an activity is numbered like 1.2.3, not «1.2»",
            "мероприятие нумеруется как 1.2.3, а не «1.2»",
        ),
        (
            "a measure is numbered like 1.2, not «1»",
            "раздел внутри направления нумеруется как 1.2, а не «1»",
        ),
        (
            "the first day lies after the last one",
            "первый день позже последнего",
        ),
        ("something else", "something else"),
    ] {
        assert_eq!(rule(&texts, words), expected);
    }
}
