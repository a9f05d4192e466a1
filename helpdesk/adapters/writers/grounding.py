"""A model's text as a draft: plain, its marks checked and each bound to the very sentence it stands on."""

import re
from collections.abc import Sequence

from helpdesk.domain.article import Passage
from helpdesk.domain.draft import Citation
from helpdesk.domain.markup import plain
from helpdesk.domain.quoting import MARKER, best_block, cited
from helpdesk.domain.sentences import sentences

_SEVERAL = re.compile(r"\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})+)\]")
_BESIDE = re.compile(r"(?<=[\[,; ])[MP]\s?1(?=\s*[],;])", re.I)
_INSUFFICIENT = re.compile(r"\bINSUFFICIENT\b\s*:?\s*")


def told(text: str) -> tuple[str, str]:
    """(what it wrote, what it says is missing): the part before and after its INSUFFICIENT mark."""
    match = _INSUFFICIENT.search(text)
    if not match:
        return text.strip(), ""
    return text[: match.start()].strip(), text[match.end() :].strip().strip("<>") or "The sources do not answer the question."


def bound(text: str, passages: Sequence[Passage], macro: Passage | None = None) -> tuple[str, tuple[Citation, ...]]:
    """The text with marks renumbered by quote in order of appearance, and their citations. Marks of no source are dropped, and
    so are those of a past answer, which is none."""
    text = _BESIDE.sub(lambda m: str(len(passages) + 1) if macro and m[0].upper().startswith("M") else "0", text)
    passages = [*passages, *([macro] if macro else [])]
    text = _SEVERAL.sub(lambda m: "".join(f"[{n.strip()}]" for n in re.split("[,;]", m[1])), plain(text))
    citations: list[Citation] = []

    def renumber(match: re.Match[str]) -> str:
        n = int(match[1])
        if not 1 <= n <= len(passages):
            return ""
        passage = passages[n - 1]
        fresh = cited(passage, best_block(_stands_on(text, match), passage), len(citations) + 1)
        for known in citations:
            if (known.passage_id, known.quote) == (fresh.passage_id, fresh.quote):
                return f"[{known.n}]"
        citations.append(fresh)
        return f"[{fresh.n}]"

    marked = MARKER.sub(renumber, text)
    return re.sub(r"[ \t]+([.,;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", marked)).strip(), tuple(citations)


def _stands_on(text: str, match: re.Match[str]) -> str:
    """The sentence a mark belongs to: what stands before it on its line, or the line after it when it opens one."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = sentences(MARKER.sub("", text[line_start : match.start()]))
    if before:
        return before[-1]
    line_end = text.find("\n", match.end())
    return text[match.end() : line_end if line_end >= 0 else len(text)]
