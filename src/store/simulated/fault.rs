//! Failures to come.

use std::io;

/// A failure to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The first operation that may be hit, counted from 1 since the counter was last reset.
    pub at: u64,
    /// How often it strikes.
    pub times: FaultTimes,
    /// Which operations it can hit.
    pub scope: FaultScope,
    /// What happens.
    pub what: WhatFails,
}

/// How often a fault strikes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultTimes {
    /// The first operation it can hit, and no other.
    Once,
    /// Every operation from there on.
    ForEver,
}

/// Which operations a fault can hit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultScope {
    /// Every one.
    All,
    /// Those that change something: a full or read-only disk can still be read.
    Changing,
    /// Writes alone.
    Writes,
    /// Syncs of files and directories alone.
    Syncs,
}

/// What a fault does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhatFails {
    /// The operation has no effect and returns an error.
    Error(io::ErrorKind),
    /// A write takes only half of the bytes and says so.
    ShortWrite,
    /// A write takes half of the bytes and returns an error.
    TornWrite(io::ErrorKind),
}
