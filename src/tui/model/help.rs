//! All keys, with a filter.

/// State of the help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpState {
    /// First visible line.
    pub offset: usize,
    /// The context help was asked from.
    pub context: &'static str,
}

impl HelpState {
    /// Whether a filter is being typed.
    pub fn is_filtering(&self) -> bool {
        false
    }
}
