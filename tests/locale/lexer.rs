//! Just enough of a Rust lexer to tell literals from comments and code from tests.

/// A piece of source text that matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a number.
    Word(String),
    /// A string or character literal, as written between its quotes.
    Text(String),
    /// Any other character.
    Sign(char),
}

impl Token {
    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Word(_) | Self::Sign(_) => None,
        }
    }

    fn is(&self, text: &str) -> bool {
        match self {
            Self::Word(word) => word == text,
            Self::Sign(sign) => text.chars().eq([*sign]),
            Self::Text(_) => false,
        }
    }
}

/// Cuts source text into tokens; comments of every kind are left out.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let c: Vec<char> = source.chars().collect();
    let at = |i: usize| c.get(i).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < c.len() {
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < c.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => depth += 1,
                        ('*', '/') => depth -= 1,
                        _ => {
                            i += 1;
                            continue;
                        }
                    }
                    i += 2;
                    if depth == 0 || i >= c.len() {
                        break;
                    }
                }
            }
            '"' => {
                let start = i + 1;
                i = start;
                while i < c.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                tokens.push(Token::Text(c[start..i.min(c.len())].iter().collect()));
                i += 1;
            }
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                let start = i + 1;
                i = start + if at(start) == '\\' { 2 } else { 1 };
                while i < c.len() && at(i) != '\'' {
                    i += 1;
                }
                tokens.push(Token::Text(c[start..i].iter().collect()));
                i += 1;
            }
            letter if letter.is_alphanumeric() || letter == '_' => {
                let start = i;
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                let word: String = c[start..i].iter().collect();
                let hashes = (i..c.len()).take_while(|n| at(*n) == '#').count();
                if matches!(word.as_str(), "r" | "br" | "cr") && at(i + hashes) == '"' {
                    let start = i + hashes + 1;
                    i = start;
                    while i < c.len() && !(at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#')) {
                        i += 1;
                    }
                    tokens.push(Token::Text(c[start..i].iter().collect()));
                    i += hashes + 1;
                } else {
                    tokens.push(Token::Word(word));
                }
            }
            space if space.is_whitespace() => i += 1,
            sign => {
                tokens.push(Token::Sign(sign));
                i += 1;
            }
        }
    }
    tokens
}

/// Leaves out what stands under `#[cfg(test)]`.
pub(crate) fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut i = 0;
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    while i < tokens.len() {
        let is_test = attribute
            .iter()
            .enumerate()
            .all(|(n, part)| tokens.get(i + n).is_some_and(|token| token.is(part)));
        if !is_test {
            kept.push(tokens[i].clone());
            i += 1;
            continue;
        }
        let mut depth = 0;
        while let Some(token) = tokens.get(i) {
            i += 1;
            if token.is("{") {
                depth += 1;
            } else if token.is("}") {
                depth -= 1;
            }
            if depth == 0 && (token.is("}") || token.is(";")) {
                break;
            }
        }
    }
    kept
}

/// Ids in `texts.get("…")`, `texts().get("…")` and `….with("…"`.
pub(crate) fn asked_ids(tokens: &[Token]) -> Vec<String> {
    let mut ids = Vec::new();
    for (i, window) in tokens.windows(4).enumerate() {
        let [dot, verb, open, Token::Text(id)] = window else {
            continue;
        };
        if !dot.is(".") || !open.is("(") {
            continue;
        }
        let before = tokens[..i]
            .iter()
            .rev()
            .find(|token| !token.is("(") && !token.is(")"));
        let of_texts = matches!(before, Some(Token::Word(name)) if name.ends_with("texts"));
        if verb.is("with") || (verb.is("get") && of_texts) {
            ids.push(id.clone());
        }
    }
    ids
}

#[test]
fn literals_are_told_from_comments_and_lifetimes() {
    let source = r##"
        //! "а"
        fn f<'a>(x: &'a str) { /* "б" /* "в" */ */ g("да\"", 'ж', r#"нет"#, '\''); }
        #[cfg(test)] mod tests { fn t() { "тест"; } }
        texts
            .get("id-one"); self.texts().with("id-two", &[]); map.get("no-id");
    "##;
    let tokens = without_tests(&tokens(source));
    assert_eq!(asked_ids(&tokens), ["id-one", "id-two"]);
    let texts: Vec<_> = tokens.into_iter().filter_map(Token::into_text).collect();
    assert_eq!(
        texts,
        ["да\\\"", "ж", "нет", "\\'", "id-one", "id-two", "no-id"]
    );
}
