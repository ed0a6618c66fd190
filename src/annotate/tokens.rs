//! Match tokens: what counts as the same word when witnesses are compared.
//!
//! Lower case, NFKC, accents dropped, hyphens and thousands commas joined, British and American
//! spelling folded, contractions opened (`can't` = `can not`). Keys are hashes with a fixed seed, so
//! that articles can be annotated alone.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::words::{Tag, Word};
use crate::model::{Token, TokenKind};

/// One token for each word, in their order.
pub fn tokens(words: &[Word<'_>]) -> Vec<Token> {
    let mut bracketed = false;
    let mut block = 0;
    words
        .iter()
        .map(|word| {
            if word.block != block {
                bracketed = false;
                block = word.block;
            }
            match word.text {
                "[" => bracketed = true,
                "]" => bracketed = false,
                _ => {}
            }
            Token {
                span: word.span,
                key: hash(&match_form(&word.lower)),
                lemma: hash(&match_form(&word.lemma)),
                kind: kind(word),
                bracketed,
                content: is_content(word),
            }
        })
        .collect()
}

fn kind(word: &Word<'_>) -> TokenKind {
    let dots = word.text.len() > 1 && word.text.bytes().all(|it| it == b'.');
    if word.text == "…" || dots {
        TokenKind::Ellipsis
    } else if !word.text.chars().any(char::is_alphanumeric) {
        TokenKind::Mark
    } else if word.text.starts_with(|it: char| it.is_ascii_digit()) {
        TokenKind::Number
    } else {
        TokenKind::Word
    }
}

/// Carries meaning of its own.
fn is_content(word: &Word<'_>) -> bool {
    match word.tag {
        Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num => true,
        Tag::Verb => !matches!(word.lemma.as_str(), "be" | "have" | "do" | "get" | "go"),
        Tag::Adv => word.lower.ends_with("ly"),
        Tag::Aux
        | Tag::Adp
        | Tag::Det
        | Tag::Pron
        | Tag::Part
        | Tag::Sconj
        | Tag::Cconj
        | Tag::Intj
        | Tag::Punct => false,
    }
}

/// The form in which two spellings of a word are equal.
fn match_form(lower: &str) -> String {
    let opened = match lower {
        "n't" => "not",
        "ca" => "can",
        "wo" => "will",
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'d" => "would",
        "'m" => "am",
        other => other,
    };
    let plain: String = opened
        .nfkd()
        .filter(|it| !is_combining_mark(*it) && !matches!(it, '-' | '‑' | ',' | '.' | '\''))
        .collect();
    fold_spelling(plain)
}

/// British and American endings to one of them.
fn fold_spelling(mut word: String) -> String {
    const ENDINGS: [(&str, &str); 15] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("our", "or"),
        ("ours", "ors"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("lled", "led"),
        ("lling", "ling"),
        ("ence", "ense"),
    ];
    if word.len() > 5 {
        for (british, american) in ENDINGS {
            if word.ends_with(british) {
                word.truncate(word.len() - british.len());
                word.push_str(american);
                break;
            }
        }
    }
    word
}

/// FNV-1a, 64 bits: small, fixed, good enough for words.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_same(a: &str, b: &str) {
        assert_eq!(match_form(a), match_form(b));
    }

    #[test]
    fn spellings_and_contractions_are_one_word() {
        check_same("mobilising", "mobilizing");
        check_same("co-operation", "cooperation");
        check_same("harbours", "harbors");
        check_same("1,000", "1000");
        check_same("n't", "not");
        check_same("café", "cafe");
    }

    #[test]
    fn other_words_stay_apart() {
        assert_ne!(match_form("harbor"), match_form("harbors"));
        assert_ne!(match_form("four"), match_form("for"));
    }
}
