//! The arguments of the process before anything is understood.

use std::ffi::{OsStr, OsString};

/// The value of an option, `--name VALUE` or `--name=VALUE`, before anything is understood.
pub(super) fn option(arguments: &[OsString], name: &str) -> Option<OsString> {
    let mut rest = arguments
        .iter()
        .skip(1)
        .take_while(|argument| *argument != OsStr::new("--"));
    let flag = format!("--{name}");
    let with_value = format!("--{name}=");
    while let Some(argument) = rest.next() {
        if argument.as_os_str() == OsStr::new(&flag) {
            return rest.next().cloned();
        }
        let joined = argument
            .to_str()
            .and_then(|text| text.strip_prefix(&with_value));
        if let Some(value) = joined {
            return Some(value.into());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(words: &[&str]) -> Vec<OsString> {
        words.iter().map(Into::into).collect()
    }

    #[test]
    fn an_option_is_found_before_anything_is_understood() {
        let find = |words: &[&str]| option(&arguments(words), "lang");
        assert_eq!(
            find(&["planerka", "who", "--lang", "en"]),
            Some("en".into())
        );
        assert_eq!(find(&["planerka", "--lang=ru", "due"]), Some("ru".into()));
        assert_eq!(find(&["planerka", "deadline", "--", "--lang", "en"]), None);
        assert_eq!(find(&["planerka", "--lang"]), None);
    }
}
