//! stub
/// stub
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {}
