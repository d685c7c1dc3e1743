//! How much of a file is read: a plan of ten thousand activities fits, a bomb does not.

/// The largest file, in megabytes.
pub const FILE_MEGABYTES: u64 = 40;

/// The largest file, in bytes.
pub(crate) const FILE: u64 = FILE_MEGABYTES * 1024 * 1024;

/// The most one part of a package may unpack to, read piece by piece.
pub(crate) const PART: u64 = 96 * 1024 * 1024;

/// The most the parts that are held whole may unpack to together.
pub(crate) const HELD: u64 = 48 * 1024 * 1024;

/// The most names in a package.
pub(crate) const ENTRIES: usize = 20_000;

/// The deepest nesting of elements that is followed.
pub(crate) const DEPTH: usize = 400;

/// The most elements of one part of a package.
pub(crate) const ELEMENTS: usize = 6_000_000;

/// The most columns a head names.
pub(crate) const HEADS: usize = 60;

/// The most positions of all tables together.
pub(crate) const POSITIONS: usize = 400_000;

/// The widest table; what lies beyond is left out.
pub(crate) const COLUMNS: usize = 256;

/// The most rows of one sheet that hold anything.
pub(crate) const ROWS: usize = 20_000;

/// The most text of all cells together, in bytes.
pub(crate) const TEXT: usize = 24 * 1024 * 1024;
