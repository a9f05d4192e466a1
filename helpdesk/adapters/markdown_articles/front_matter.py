"""What a file says of itself at its top: title, language, tags, whom it is for, and by when it wants a review."""

import re
from dataclasses import dataclass
from datetime import date

from helpdesk.adapters.markdown_articles.metadata_block import Values, metadata
from helpdesk.domain.article import ArticleStatus, Audience

MOST_TAGS = 50
LONGEST_TITLE = 300

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_STATUSES = {
    ArticleStatus.ARCHIVED: frozenset(("archived", "archive", "retired", "obsolete")),
    ArticleStatus.DRAFT: frozenset(("draft", "unpublished", "wip", "hidden")),
    ArticleStatus.INTERNAL: frozenset(("internal", "private", "agents", "agent", "staff", "confidential")),
}
"""The most cautious first: a doubt must not send a text to a customer."""
_SAYING = ("audience", "visibility", "status", "state", "access")
_REVIEW_KEYS = frozenset(("reviewby", "reviewdate", "nextreview", "nextreviewdate", "reviewon", "reviewdue", "reviewbefore"))
_JOINED = str.maketrans("", "", "-_ ")
_TRUE = frozenset(("true", "yes", "1", "on"))
_FALSE = frozenset(("false", "no", "0", "off"))


@dataclass(frozen=True)
class FrontMatter:
    """`lines` is how many lines of the file it takes, both fences included; 0 when there is none."""

    lines: int = 0
    title: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    audience: Audience = Audience.PUBLIC
    status: ArticleStatus = ArticleStatus.PUBLIC
    review_by: date | None = None


def front_matter(source: list[str]) -> FrontMatter:
    found = metadata(source)
    if found is None:
        return FrontMatter()
    lines, values = found
    said = sayings(values)
    return FrontMatter(
        lines=lines,
        title=one_line(values.get("title")),
        language=language(values),
        tags=tags(values),
        audience=Audience.INTERNAL if ArticleStatus.INTERNAL in said else Audience.PUBLIC,
        status=next((status for status in _STATUSES if status in said), ArticleStatus.PUBLIC),
        review_by=review_by(values),
    )


def one_line(value: object) -> str:
    return " ".join(value.split())[:LONGEST_TITLE] if isinstance(value, str) else ""


def language(values: Values) -> str:
    named = next((values[key] for key in ("language", "lang", "locale") if isinstance(values.get(key), str)), "")
    match = _LANGUAGE.fullmatch(named.strip())
    return match[0] if match else ""


def tags(values: Values) -> tuple[str, ...]:
    """From a list, or from words between commas."""
    named = values.get("tags", values.get("keywords", ()))
    several = named.strip("[]").split(",") if isinstance(named, str) else named
    if not isinstance(several, list):
        return ()
    words = (one_line(word).strip("\"'")[:100] for word in several)
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_TAGS]


def sayings(values: Values) -> set[ArticleStatus]:
    """Every status the file claims, in any of the usual ways."""
    words = {word for key in _SAYING for word in _words(values.get(key))}
    found = {status for status, names in _STATUSES.items() if words & names}
    flags = {status for status in _STATUSES if _flag(values.get(status.value)) in _TRUE}
    unpublished = _flag(values.get("published")) in _FALSE or _flag(values.get("publish")) in _FALSE
    return found | flags | ({ArticleStatus.DRAFT} if unpublished else set())


def _words(said: object) -> set[str]:
    named = said if isinstance(said, list) else [said]
    return {word.strip().lower() for word in named if isinstance(word, str)}


def _flag(said: object) -> str:
    return str(said).strip().lower() if isinstance(said, str | bool | int) else ""


def review_by(values: Values) -> date | None:
    """The day under a key such as review_by or review-date ('ms.date' tells when it was written). A date that cannot be, or
    whose day and month could be confused, is none."""
    for key, said in values.items():
        if key.translate(_JOINED) in _REVIEW_KEYS:
            return day(said)
    return None


def day(said: object) -> date | None:
    if isinstance(said, date):
        return date(said.year, said.month, said.day)
    text = said.strip() if isinstance(said, str) else ""
    iso, turned = _ISO_DATE.fullmatch(text), _DAY_FIRST.fullmatch(text)
    year, month, number = iso.groups() if iso else reversed(turned.groups()) if turned else ("0", "0", "0")
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
