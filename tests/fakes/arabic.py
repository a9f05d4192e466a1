"""A language that runs from right to left and has words for everything: English in Arabic letters, its values kept."""

import re

from helpdesk.ui.language import Plain

LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكدهفغحيجكلمنوبقرستعفوخيز", strict=True))
VALUE = re.compile(r"(\{\w*\})")


class PseudoArabic(Plain):
    """Numbers and dates stay plain; each word is as long as in English."""

    def say(self, text: str, n: int) -> str:
        return "".join(part if VALUE.fullmatch(part) else arabic(part) for part in VALUE.split(text))


def arabic(text: str) -> str:
    return "".join(LETTERS.get(letter.lower(), letter) for letter in text)
