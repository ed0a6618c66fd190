//! The language of the prose, by its letters and their neighbors (whatlang).

use whatlang::Lang;

/// Enough to tell; more costs time.
const LONGEST: usize = 4000;
/// Fewer letters tell nothing.
const SHORTEST: usize = 60;

/// ISO 639-1 code of the language of `paragraphs`.
pub fn of<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut text = String::new();
    for paragraph in paragraphs {
        text.push_str(paragraph);
        text.push('\n');
        if text.len() > LONGEST {
            break;
        }
    }
    let end = text.floor_char_boundary(LONGEST.min(text.len()));
    let text = &text[..end];
    if text.chars().filter(|it| it.is_alphabetic()).count() < SHORTEST / 3 {
        return None;
    }
    let found = whatlang::detect(text)?;
    let long = text.len() >= SHORTEST;
    let lang = match found.lang() {
        // Bulgarian has no such letter, and is what short Russian texts are often taken for.
        Lang::Bul if text.contains(['ы', 'э']) => Lang::Rus,
        lang => lang,
    };
    (found.is_reliable() && long || found.confidence() >= 0.99).then(|| code(lang).to_owned())
}

fn code(lang: Lang) -> &'static str {
    match lang.code() {
        "epo" => "eo",
        "eng" => "en",
        "rus" => "ru",
        "cmn" => "zh",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "ben" => "bn",
        "fra" => "fr",
        "deu" => "de",
        "ukr" => "uk",
        "kat" => "ka",
        "ara" => "ar",
        "hin" => "hi",
        "jpn" => "ja",
        "heb" => "he",
        "yid" => "yi",
        "pol" => "pl",
        "amh" => "am",
        "jav" => "jv",
        "kor" => "ko",
        "nob" => "nb",
        "dan" => "da",
        "swe" => "sv",
        "fin" => "fi",
        "tur" => "tr",
        "nld" => "nl",
        "hun" => "hu",
        "ces" => "cs",
        "ell" => "el",
        "bul" => "bg",
        "bel" => "be",
        "mar" => "mr",
        "kan" => "kn",
        "ron" => "ro",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "mkd" => "mk",
        "lit" => "lt",
        "lav" => "lv",
        "est" => "et",
        "tam" => "ta",
        "vie" => "vi",
        "urd" => "ur",
        "tha" => "th",
        "guj" => "gu",
        "uzb" => "uz",
        "pan" => "pa",
        "aze" => "az",
        "ind" => "id",
        "tel" => "te",
        "pes" => "fa",
        "mal" => "ml",
        "ori" => "or",
        "mya" => "my",
        "nep" => "ne",
        "sin" => "si",
        "khm" => "km",
        "tuk" => "tk",
        "aka" => "ak",
        "zul" => "zu",
        "sna" => "sn",
        "afr" => "af",
        "lat" => "la",
        "slk" => "sk",
        "cat" => "ca",
        "tgl" => "tl",
        "hye" => "hy",
        "cym" => "cy",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for (text, expected) in [
            (
                "The sea wall failed on Monday morning, and the port said that nobody was hurt.",
                "en",
            ),
            (
                "Die Mauer am Hafen ist am Montag gebrochen, sagte der Sprecher der Stadt.",
                "de",
            ),
            (
                "Le mur du port a cédé lundi matin, a déclaré le maire, et personne n’est blessé.",
                "fr",
            ),
            (
                "Стена порта рухнула в понедельник утром, сообщил представитель города. Никто из людей не пострадал, но движение судов было остановлено.",
                "ru",
            ),
        ] {
            assert_eq!(of([text].into_iter()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_few_letters_tell_nothing() {
        assert_eq!(of(["Wall."].into_iter()), None);
        assert_eq!(of(["12 345 678"].into_iter()), None);
    }
}
