"""What a drafted text may not contain before anyone sends it: addresses, numbers and promises that no source backs.

Deterministic and independent of the writer. Whatever a customer or an article smuggles into a model, it ends here.
"""

import re

from helpdesk.domain.markup import flat

_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'\)\]]+", re.I)
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.I)
_PHONE = re.compile(r"(?<![\w.])\+?\d[\d\s()/.-]{6,18}\d(?![\w])")
_ACTIVE = re.compile(r"!\[[^\]]*\]\(|\b(?:javascript|data|vbscript|file):[^\s]", re.I)
_PLACEHOLDER = re.compile(
    r"\{[A-Za-z_][\w ]{0,30}\}|<(?:name|insert|your)[^>]{0,30}>|\[(?:name|insert|your|customer)[^\]]{0,30}\]", re.I
)
_PROMISE = re.compile(
    r"\b(?:we (?:will|'ll) (?:refund|compensate|reimburse|waive|credit)|i(?:'ve| have) (?:refunded|cancelled|credited|issued)"
    r"|we guarantee|full refund|free of charge|legally|liab(?:le|ility))\b",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,:]\d+)*(?:\s?%)?|\b[A-Z]{1,4}-?\d{1,6}\b")
_LISTED = re.compile(r"^\s*\d{1,3}[.)]\s", re.M)
_MARK = re.compile(r"\[\d{1,3}\]")


def vetoes(text: str, backing: str) -> tuple[str, ...]:
    """Codes of what stands in `text` but not in `backing` (the cited passages and the ticket); empty when clean."""
    known = flat(backing).lower() + " " + backing.lower()
    found = []
    if any(_bare(url) not in known for url in _URL.findall(text)):
        found.append("unsupported-link")
    if any(mail.lower() not in known for mail in _EMAIL.findall(text)):
        found.append("unsupported-email")
    if any(_digits(phone) not in _digits(known) for phone in _PHONE.findall(text) if len(_digits(phone)) >= 7):
        found.append("unsupported-phone")
    if _ACTIVE.search(text):
        found.append("active-content")
    if _PLACEHOLDER.search(text) and any(match.lower() not in known for match in _PLACEHOLDER.findall(text)):
        found.append("placeholder")
    if any(promise.lower() not in known for promise in _PROMISE.findall(text)):
        found.append("unsupported-promise")
    return tuple(found)


def unsupported_numbers(text: str, backing: str) -> tuple[str, ...]:
    """Numbers, dates and codes in `text` that `backing` does not have; list numbering and citation marks do not count."""
    bare = _LISTED.sub("", _MARK.sub("", text))
    known = set(_NUMBER.findall(flat(backing))) | set(_NUMBER.findall(backing))
    return tuple(n for n in dict.fromkeys(_NUMBER.findall(bare)) if n not in known and n.rstrip(" %") not in known)


def _bare(url: str) -> str:
    return url.rstrip(".,;:!?)").lower()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
