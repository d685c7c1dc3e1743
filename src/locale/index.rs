//! In which file a text stands: a table made when the program is compiled, so that a start need not
//! look through the files.
#![allow(
    long_running_const_eval,
    reason = "the files of one language are looked through, once, by the compiler"
)]
#![allow(
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    clippy::cast_possible_truncation,
    reason = "the compiler evaluates this: a place outside of a slice is an error of compilation"
)]

use super::files::FILES;

/// The place of the file in [`FILES`] that a text with this id stands in, if there is one.
pub(super) fn file_of(id: &str) -> Option<usize> {
    let hash = hash(id.as_bytes(), 0, id.len());
    let place = INDEX.binary_search_by_key(&hash, |(hash, _)| *hash).ok()?;
    INDEX.get(place).map(|(_, file)| usize::from(*file))
}

/// Hashes of ids, in their order, each with the place of its file. No two ids have one hash.
static INDEX: [(u32, u8); COUNT] = sorted();

const COUNT: usize = fill(&mut []);

const fn sorted() -> [(u32, u8); COUNT] {
    let mut index = [(0, 0); COUNT];
    fill(&mut index);
    sort(&mut index);
    index
}

/// Puts the ids of all files into a table as they come, as far as there is room; gives how many there
/// are.
const fn fill(index: &mut [(u32, u8)]) -> usize {
    let mut count = 0;
    let mut file = 0;
    while file < FILES.len() {
        let source = FILES[file].first_source().as_bytes();
        let mut line = 0;
        while line < source.len() {
            let end = id_end(source, line);
            if end > line {
                if count < index.len() {
                    index[count] = (hash(source, line, end), file as u8);
                }
                count += 1;
            }
            line = next_line(source, line);
        }
        file += 1;
    }
    count
}

/// Sorts by hash (Shell's sort with Knuth's gaps), and refuses two of one hash.
const fn sort(index: &mut [(u32, u8)]) {
    let mut gap = 1;
    while gap < index.len() / 3 {
        gap = gap * 3 + 1;
    }
    while gap > 0 {
        let mut from = gap;
        while from < index.len() {
            let moved = index[from];
            let mut to = from;
            while to >= gap && index[to - gap].0 > moved.0 {
                index[to] = index[to - gap];
                to -= gap;
            }
            index[to] = moved;
            from += 1;
        }
        gap /= 3;
    }
    let mut place = 1;
    while place < index.len() {
        assert!(
            index[place - 1].0 != index[place].0,
            "two texts have one id, or ids of one hash: give one of them another name"
        );
        place += 1;
    }
}

/// Where the id ends that a line begins with; where the line begins if it begins with none.
const fn id_end(source: &[u8], line: usize) -> usize {
    if !source[line].is_ascii_alphabetic() {
        return line;
    }
    let mut end = line;
    while end < source.len()
        && (source[end].is_ascii_alphanumeric() || matches!(source[end], b'-' | b'_'))
    {
        end += 1;
    }
    end
}

const fn next_line(source: &[u8], line: usize) -> usize {
    let mut at = line;
    while at < source.len() && source[at] != b'\n' {
        at += 1;
    }
    at + 1
}

/// FNV-1a.
const fn hash(bytes: &[u8], from: usize, to: usize) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = from;
    while at < to {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
