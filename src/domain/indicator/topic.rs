//! The topic under which an agenda asks for the value of an indicator: every machine gives the same
//! matter the same name.

use ulid::Ulid;

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::id::Id;

/// The upper 72 random bits of such a name; the lower 8 are the number of the indicator, and its
/// time is the end of the stretch.
const SIGN: u128 = 0x69_6e64_6963_6174_6f72;

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// The topic that asks for a value.
pub(in crate::domain) fn asking_for(number: u8, ended: Date) -> ItemKey {
    let days = u64::try_from(ended.days_since(epoch())).unwrap_or(0);
    let random = (SIGN << 8) | u128::from(number);
    ItemKey::Topic(Id(Ulid::from_parts(days * DAY, random)))
}

/// The number of the indicator such a topic asks for, and the end of its stretch; nothing for other
/// items.
pub(in crate::domain) fn asked_by(item: ItemKey) -> Option<(u8, Date)> {
    let ItemKey::Topic(Id(name)) = item else {
        return None;
    };
    let random = name.random();
    if random >> 8 != SIGN {
        return None;
    }
    let days = i64::try_from(name.timestamp_ms() / DAY).ok()?;
    let number = u8::try_from(random & 0xff).ok()?;
    Some((number, epoch().plus_days(days)))
}

fn epoch() -> Date {
    Date::new(1970, 1, 1).unwrap_or(Date::MIN)
}
