//! A line of the journal as this program writes it: the fields of a record in their order, nothing
//! between them.

use serde::Deserialize;

use super::words::Reader;
use crate::domain::operation::Record;

/// Reads a record; `None` where it is written in any other way.
pub(in crate::store::document) fn record(text: &str) -> Option<Record> {
    let mut reader = Reader::new(text);
    let record = Record {
        id: field(&mut reader, "(id:")?,
        clock: field(&mut reader, ",clock:")?,
        at: field(&mut reader, ",at:")?,
        writer: field(&mut reader, ",writer:")?,
        act: field(&mut reader, ",act:")?,
        day: field(&mut reader, ",day:")?,
        meeting: field(&mut reader, ",meeting:")?,
        op: field(&mut reader, ",op:")?,
    };
    reader.literal(")")?;
    reader.is_at_end().then_some(record)
}

fn field<'de, T: Deserialize<'de>>(reader: &mut Reader<'de>, name: &str) -> Option<T> {
    reader.literal(name)?;
    T::deserialize(reader).ok()
}
