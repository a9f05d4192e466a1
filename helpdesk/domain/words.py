"""How texts are compared in drafting: the stems of the words that carry meaning, in order and with repeats."""

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words

SMALL_ELSEWHERE = frozenset(
    words(
        """der die das den dem des ein eine einen einem einer und oder ist sind war nicht ich sie er wir ihr mein meine mit
        auf für von
        zu zum zur im wie was wann wo warum bitte kann können habe haben es auch noch wenn als bei nach hallo
        le la les un une du de et ou est sont pas je vous nous mon ma mes ne que qui pour dans avec sur ce cette comment quand
        pourquoi bonjour merci ai au aux en el los las y son yo usted mi mis una del para con por cómo cuándo dónde hola
        gracias se
        lo al está il gli non io per che come ciao grazie di"""
    )
)


def content(text: str) -> list[str]:
    """Stems of the meaningful words; a lone letter is none."""
    return [stem(w) for w in words(text) if w not in STOP_WORDS and w not in SMALL_ELSEWHERE and (len(w) > 1 or w.isdigit())]


def containment(inner: str, outer: str) -> float:
    """The share of `inner`'s meaningful words that `outer` has too, in [0, 1]; 1 when there are none."""
    wanted = set(content(inner))
    return len(wanted & set(content(outer))) / len(wanted) if wanted else 1.0
