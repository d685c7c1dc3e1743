//! Who is meant by a name, as a person decided.

use std::collections::BTreeMap;

use super::{Known, Proposed};
use crate::import::choice::Naming;

/// Puts decisions in the place of what was suggested.
pub(in crate::import) fn decide(found: &mut [Proposed], by_name: &BTreeMap<String, Naming>) {
    for one in found {
        let Some(naming) = by_name.get(&one.found) else {
            continue;
        };
        one.decided = true;
        match naming {
            Naming::New { kind, short, full } => {
                one.known = Known::New;
                one.kind = *kind;
                if !short.is_empty() {
                    one.short.clone_from(short);
                }
                if !full.is_empty() {
                    one.full.clone_from(full);
                }
            }
            Naming::As(id) => one.known = Known::Same(id.clone()),
            Naming::Nobody => one.known = Known::Nobody,
        }
    }
}
