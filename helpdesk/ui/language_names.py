"""What the languages of customers and articles are called."""

from collections.abc import Mapping

from helpdesk.ui.language import Words, mark

LANGUAGES: Mapping[str, str] = Words(
    {
        "en": mark("English"),
        "de": mark("German"),
        "fr": mark("French"),
        "es": mark("Spanish"),
        "it": mark("Italian"),
        "pt": mark("Portuguese"),
        "nl": mark("Dutch"),
        "pl": mark("Polish"),
        "sv": mark("Swedish"),
        "da": mark("Danish"),
        "cs": mark("Czech"),
        "sk": mark("Slovak"),
        "hu": mark("Hungarian"),
        "ro": mark("Romanian"),
        "fi": mark("Finnish"),
        "tr": mark("Turkish"),
        "ja": mark("Japanese"),
        "ko": mark("Korean"),
        "zh": mark("Chinese"),
        "ru": mark("Russian"),
        "el": mark("Greek"),
        "ar": mark("Arabic"),
        "he": mark("Hebrew"),
        "th": mark("Thai"),
    }
)
"""By code; the program tells no others apart (domain/language.py)."""
