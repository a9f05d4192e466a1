"""What a service kept with a draft as its reasons and cautions, in the language of the window.

Such a sentence is stored in English, as it was when the draft was judged; here it is known again: whole, by its beginning
before a colon, or by its form. Knows no Qt.
"""

import re
from functools import cache

from helpdesk.ui.language import mark, tr

FORMS = (
    mark("“{title}” was taken out of use after this was written"),
    mark("“{title}” changed after this was written and no longer says “{quote}”"),
    mark("“{title}” is internal: its words are not for customers"),
    mark("“{title}” is due for a review: check that it still holds"),
    mark("The reply repeats words of “{title}”, which is internal"),
    mark("No source backs “{sentence}”"),
    mark("Its intent is '{intent}', which people decide"),
    mark("The knowledge base was quoted instead of asking the model: {detail}"),
    mark("The customer's language could not be told; the reply is in {language}"),
    mark("Greeting and closing are in English: the desk has none in {language}"),
    mark("The model may not write {language} well"),
)
WHOLE = (
    mark("Nothing in the knowledge base answers this"),
    mark("The search index is being repaired; a simpler search answered"),
    mark("It was understood as critical: a person answers"),
    mark("It was understood as one for the team lead"),
)


def reason_said(words: str) -> str:
    """As it is where no language knows it."""
    if (whole := tr(words)) != words:
        return whole
    head, colon, detail = words.partition(": ")
    if colon and (said := tr(head)) != head:
        return f"{said}: {detail}"
    for form in FORMS:
        if found := _pattern(form).fullmatch(words):
            return tr(form, **found.groupdict())
    return words


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(form)), re.S)
