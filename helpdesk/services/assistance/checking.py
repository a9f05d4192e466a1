"""What a rewriting did to the facts: source numbers, figures, links and statements that came or went."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from helpdesk.domain import language
from helpdesk.domain.facts import Kind, tokens
from helpdesk.domain.output_filter import Grounds, vetoes
from helpdesk.domain.proof import Level, Proof
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.rewriting import Concern, Tool, Wish

MOST_SHOWN = 90
_LISTED = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]", re.M)
FILTERED = {
    "active-content": "It contains an image or script address",
    "unsupported-promise": "It promises something the reply did not",
    "unsupported-amount": "It names an amount of money the reply did not",
    "profanity": "It swears",
    "hidden-text": "It contains characters nobody can see",
}
"""Rules of the output filter whose breaking nothing else here would tell."""

_FIGURES = {Kind.NUMBER: "figure", Kind.CODE: "figure", Kind.ADDRESS: "link"}


def of_facts(before: str, after: str) -> Iterator[Concern]:
    """Whatever the language: these stay the same in all of them."""
    had, has = _marks(before), _marks(after)
    for mark in sorted(had - has):
        yield Concern("mark-lost", f"It no longer names source [{mark}].")
    for mark in sorted(has - had):
        yield Concern("mark-invented", f"It names a source [{mark}] that the reply did not have.")
    old, new = _figures(before), _figures(after)
    for code, said in _only(old, new):
        yield Concern(f"{code}-lost", f"It leaves out “{said}”.")
    for code, said in _only(new, old):
        yield Concern(f"{code}-invented", f"“{said}” was not in the reply before.")


def of_filter(before: str, after: str) -> Iterator[Concern]:
    """What the output filter has against the new text and had not against the old one."""
    for veto in vetoes(after, Grounds(sources=before, theirs=before)):
        if veto.code in FILTERED:
            yield Concern(veto.code, f"{FILTERED[veto.code]}: “{veto.detail}”.")


def of_proof(before: Proof, after: Proof) -> Iterator[Concern]:
    """Statements that no source backs and that the reply did not make so before."""
    known = Counter(_bare(before.said(one)) for one in before.of(Level.UNSUPPORTED))
    for one in after.of(Level.UNSUPPORTED):
        said = _bare(after.said(one))
        if known[said]:
            known[said] -= 1
            continue
        yield Concern("unsupported", f"No source says “{short(said)}”.")


def of_language(wish: Wish, after: str) -> Iterator[Concern]:
    if wish.tool is not Tool.TRANSLATE:
        return
    found = language.guess(after)
    if found and found != wish.language:
        yield Concern("language", f"This reads like {language.name(found)}, not {language.name(wish.language)}.")
    yield Concern("not-proved", "Sentences in another language cannot be compared with their sources: read it before sending.")


def of_placeholders(unresolved: Iterable[str]) -> Iterator[Concern]:
    for name in unresolved:
        yield Concern("placeholder", f"{name} stands for nothing known on this ticket.")


def invented(text: str, known: str) -> tuple[str, ...]:
    """Figures, codes and addresses of `text` that are not in `known`."""
    return tuple(said for _, said in _only(_figures(text), _figures(known)))


def short(said: str) -> str:
    return said if len(said) <= MOST_SHOWN else said[:MOST_SHOWN].rsplit(" ", 1)[0] + "…"


def _marks(text: str) -> set[int]:
    return {int(mark) for mark in MARKER.findall(text)}


def _figures(text: str) -> dict[str, tuple[str, str]]:
    """key → (kind of concern, as written). Numbers of a list are none."""
    bare = _LISTED.sub("", MARKER.sub("", text))
    return {t.key: (_FIGURES[t.kind], bare[t.start : t.end]) for t in tokens(bare) if t.kind in _FIGURES}


def _only(these: dict[str, tuple[str, str]], those: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    return [said for key, said in these.items() if key not in those]


def _bare(said: str) -> str:
    return " ".join(MARKER.sub("", said).split())
