"""A guess at a text's language from its most frequent small words: enough to greet in it and to notice a mismatch."""

import re

_SMALL_WORDS = {
    "en": "the and is are was you your i my it this that to of for in on with not have has do does can how what when please we "
    "a an by from at as be should who which or there any if will would me no so but",
    "de": "der die das und ist sind nicht ich sie wir mein meine ein eine mit auf für von zu den dem wie was bitte kann es",
    "fr": "le la les et est sont pas je vous nous mon ma une un des du pour dans avec que qui ne comment bonjour ai sur cette",
    "es": "el la los las y es son no yo usted mi un una de del para en con que por cómo como hola tengo puedo se lo al está",
    "it": "il lo la gli e è sono non io voi mio mia un una di del per in con che come ciao ho posso si della nel questo questa",
    "pt": "o os e é são não eu você meu minha um uma de da para em com que por como olá tenho posso na isso está mais pelo",
    "nl": "de het een en is zijn niet ik u je mijn wij met op voor van naar dat dit hoe wat kan heb er ook maar bij aan te",
    "pl": "i w na nie się jest że do to z jak mam mój moja proszę czy po dla od ale co mogę jestem ten ta są dzień dobry",
    "sv": "och är inte jag du vi min mitt en ett det den att på med för av till hur vad kan har som om hej tack från så",
    "da": "og er ikke jeg du vi min mit en et det den at på med for af til hvordan hvad kan har som om hej tak fra så der",
    "cs": "že na jak jsem jsme není prosím děkuji dobrý který která které nebo ještě může můžete mám máte být při už když ale "
    "vám mě byl bylo co po od za",
    "sk": "že na ako som sme nie prosím ďakujem dobrý ktorý ktorá ktoré alebo ešte môže môžete mám máte byť pri už keď ale vám "
    "mňa bol bolo čo po od za kedy",
    "hu": "és hogy nem az egy volt kérem köszönöm szép napot jó mert csak még már vagy lehet ezt nekem",
    "ro": "și este sunt pentru că cu vă rog mulțumesc bună ziua cum când sau dar acest această meu",
    "fi": "ei että ole voi kuinka mutta kun olen minun kiitos hei miten tämä sen mitä mikä vielä jos",
    "tr": "ve bir bu için ile değil nasıl çok merhaba teşekkür ederim lütfen olarak daha bana benim kadar",
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_language)

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
FEWEST_WORDS = 2
CLEAR_LEAD = 1.25
_WORD = re.compile(r"[^\W\d_]+")

NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "sv": "Swedish",
    "da": "Danish",
    "cs": "Czech",
    "sk": "Slovak",
    "hu": "Hungarian",
    "ro": "Romanian",
    "fi": "Finnish",
    "tr": "Turkish",
    "ja": "Japanese",
    "ko": "Korean",
    "zh": "Chinese",
    "ru": "Russian",
    "el": "Greek",
    "ar": "Arabic",
    "he": "Hebrew",
    "th": "Thai",
}


def script(text: str) -> str:
    """The language whose own script a fifth of the letters are in, or ''."""
    if text[:4000].isascii():  # none of these scripts, and most texts
        return ""
    letters = "".join(c for c in text[:4000] if c.isalpha())
    return next((code for code, own in _SCRIPTS if letters and len(own.findall(letters)) > 0.2 * len(letters)), "")


def small_words(text: str) -> dict[str, float]:
    """How many small words of each language a text has; one that several languages share counts for each in part."""
    seen: dict[str, float] = {}
    for word in _WORD.findall(text[:4000].lower()):
        for language in _BY_WORD.get(word, ()):
            seen[language] = seen.get(language, 0.0) + 1 / len(_BY_WORD[word])
    return seen


def written_alike() -> tuple[str, ...]:
    """Those that no script tells apart."""
    return tuple(_SMALL_WORDS)


def small_words_of(code: str) -> str:
    """With spaces between; '' for a language none are known of."""
    return _SMALL_WORDS.get(code, "")


def guess(text: str) -> str:
    """An ISO 639-1 code, or '' when the text is too short or too mixed to tell. For where no model may be asked: the pure
    weighing of a draft."""
    if code := script(text):
        return code
    seen = small_words(text)
    ranked = sorted(seen.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < 1 or _kinds(text, ranked[0][0]) < FEWEST_WORDS:
        return ""
    if len(ranked) > 1 and ranked[0][1] < CLEAR_LEAD * ranked[1][1]:
        return ""
    return ranked[0][0]


def _kinds(text: str, language: str) -> int:
    return len({word for word in _WORD.findall(text[:4000].lower()) if language in _BY_WORD.get(word, ())})


def codes(text: str) -> tuple[str, ...]:
    """The languages a list with commas names, in its order. Raises ValueError."""
    named = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    unknown = next((code for code in named if code not in NAMES), "")
    if unknown or not named:
        raise ValueError(f"{unknown or 'nothing'!r} is none of {', '.join(NAMES)}")
    return named


def name(code: str) -> str:
    """The language's English name, for an instruction to a model; English when unknown."""
    return NAMES.get(code, "English")
