//! Acts, documents and options that the harnesses share.

use planerka::domain::control::Control;
use planerka::domain::date::Date;
use planerka::domain::edition::{Cell, Change};
use planerka::domain::id::Id;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::store::lock::Holder;
use planerka::store::state_directory::Options;
use ulid::Ulid;

pub const WRITER: &str = "pc1";

pub const EMBEDDED: &[(&str, &str)] = &[
    ("plan.ron", "(\n    format: 1,\n    name: \"план\",\n)\n"),
    ("subjects.ron", "(\n    format: 1,\n    subjects: [],\n)\n"),
];

/// An act of some records; its number can be read off its ids.
pub fn act_of(writer: &str, number: u64) -> Vec<Record> {
    let month = if number.is_multiple_of(3) { 6 } else { 5 };
    operations(number)
        .into_iter()
        .zip(0..)
        .map(|(op, index)| Record {
            id: Id(Ulid::from_parts(number, u128::from(index + 1))),
            clock: number * 10 + index,
            at: Moment::new(
                chrono::DateTime::parse_from_rfc3339("2023-05-25T10:03:12+03:00").unwrap(),
            ),
            writer: WriterId(writer.into()),
            act: Id(Ulid::from_parts(number, 0)),
            day: Date::new(2023, month, 25).unwrap(),
            meeting: Some(Date::new(2023, month, 25).unwrap()),
            op,
        })
        .collect()
}

/// What an act says: every fifth adopts an edition, which is many lines or none.
fn operations(number: u64) -> Vec<Operation> {
    if number.is_multiple_of(5) {
        return adoption(number);
    }
    (0..=number % 3)
        .map(|index| Operation::ReopenMeeting {
            reason: format!("уточнение {number}.{index} «после обсуждения»")
                .as_str()
                .into(),
        })
        .collect()
}

fn adoption(number: u64) -> Vec<Operation> {
    let key = |text: &str| text.parse().unwrap();
    let day = |month| Date::new(2023, month, 1).unwrap();
    let changes = [
        Change::Amend {
            key: key("1.1.1"),
            cell: Cell::Term,
            text: "Июнь 2023 г.".into(),
        },
        Change::Exclude { key: key("1.1.2") },
        Change::MovePoint {
            activity: key("1.1.1"),
            from: day(5),
            to: day(6),
        },
    ];
    let adopt = Operation::AdoptEdition {
        document: "plan".parse().unwrap(),
        from: day(6),
        basis: format!("распоряжение № Р-{number}").as_str().into(),
        source: None,
    };
    let lifted = Operation::SetControl {
        assignment: Id(Ulid::from_parts(1, 9)),
        control: Control::Dropped {
            reason: "пункт исключён".into(),
        },
        happened: None,
    };
    let changes = changes.map(|change| Operation::AmendDocument {
        change: change.into(),
    });
    std::iter::once(adopt)
        .chain(changes)
        .chain([lifted])
        .collect()
}

pub fn act(number: u64) -> Vec<Record> {
    act_of(WRITER, number)
}

/// The number of a record's act.
pub fn number_of(record: &Record) -> u64 {
    record.act.0.timestamp_ms()
}

/// A small document; `version` tells one from another.
pub fn document(version: u64) -> String {
    format!(
        "(\n    format: 1,\n    version: {version},\n    text: \"{}\",\n)\n",
        "решили ".repeat(20)
    )
}

pub fn options(writer: &str) -> Options<'static> {
    Options {
        writer: WriterId(writer.into()),
        read_only: false,
        holder: Holder {
            user: "anna".to_owned(),
            host: "pc".to_owned(),
            process: 7,
            since: "2023-05-25 10:00".to_owned(),
        },
        embedded: EMBEDDED,
    }
}

/// Numbers that look random and repeat with their seed (xorshift64*).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % limit
    }
}
