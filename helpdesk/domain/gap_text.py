"""The text of an article that is proposed: markdown as a person would begin it, to be changed before it is accepted."""

import json
import re
import unicodedata
from collections.abc import Collection

from helpdesk.domain.blind import before_closing
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.markup import clean
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sentences import sentence_spans
from helpdesk.domain.statements import statements
from helpdesk.domain.words import content

UNWRITTEN = "(Write the answer here: nobody has sent one yet.)"
"""Stands where the answer belongs; what still has it is not accepted."""

LONGEST_TITLE, LONGEST_NAME = 90, 60
_REPLY_SIGNS = re.compile(r"^\s*(?:(?:re|fw|fwd|aw|wg|antw|tr|rv)\s*:\s*)+", re.I)
_MASKED = re.compile(r"\{[A-Z][A-Z_ ]*\d*\}")
_OURS = re.compile(
    r"\b(?:I|we) (?:have|'ve|will|'ll|am|are|'re)\b.*\b(?:your|you)\b|\b(?:ich habe|wir haben|werde ich)\b", re.I
)


def title_of(subject: str, question: str) -> str:
    """The subject where it says something, else the question; one line."""
    bare = " ".join(clean(_REPLY_SIGNS.sub("", subject)).split()).strip(" .!?:-")
    asked = " ".join(clean(question).split())
    title = bare if len(content(bare)) > 1 else asked
    return shortened(f"{title[:1].upper()}{title[1:]}" or "A question of customers", LONGEST_TITLE)


def shortened(text: str, most: int) -> str:
    """At a word, with dots where something is left out."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def file_name(title: str) -> str:
    """A name for its file: Latin letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-") or "new-article"


def article(title: str, question: str, answer: str, tags: Collection[str]) -> str:
    """With its front matter. Strings are quoted as JSON, which every YAML reader takes."""
    asked = f"## {_one_line(question)}\n\n" if question and _one_line(question) != title else ""
    listed = ", ".join(json.dumps(tag, ensure_ascii=False) for tag in tags)
    front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ntags: [{listed}]\naudience: public\n---\n"
    return f"{front}\n# {_one_line(title)}\n\n{asked}{answer.strip() or UNWRITTEN}\n"


def usable(answer: str, signature: str = "") -> tuple[str, int]:
    """What of a sent answer may stand in an article, and how many sentences were left out: those that hold personal data or
    tell what was done for this one customer. Lines and lists stay as they were."""
    inner = before_closing(without_markers(parts_of(clean(answer), signature).body))
    kept, left = [], 0
    for line in inner.split("\n"):
        said = [line[start:end] for start, end in sentence_spans(line)]
        good = [one for one in said if not tells_of_one_case(one)]
        left += len(said) - len(good)
        if good or not line.strip():
            kept.append(" ".join(good) if len(good) < len(said) else line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), left


def tells_of_one_case(sentence: str) -> bool:
    """Whether it holds personal data, or what was done for one customer."""
    return bool(_MASKED.search(sentence) or _OURS.search(sentence))


def states_something(answer: str) -> bool:
    return bool(statements(answer))


def lines_around(source: str, said: str) -> str:
    """The whole lines of `source` that hold `said`; '' when it stands there not at all, or those lines stand there twice."""
    place = source.find(said)
    if place < 0 or not said:
        return ""
    start, until = source.rfind("\n", 0, place) + 1, source.find("\n", place + len(said))
    stretch = source[start : until if until >= 0 else len(source)]
    return stretch if source.count(stretch) == 1 else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
