//! stub
/// stub
pub fn fold(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}
