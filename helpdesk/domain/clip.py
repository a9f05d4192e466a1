"""What a text somebody copied says of a new ticket: who wrote, about what. Headers of a mail are read; the rest is a guess that
a person sees before anything is made of it."""

import re
from dataclasses import dataclass
from email import message_from_string
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

LONGEST, LONGEST_SUBJECT = 200_000, 120
_HEADS = re.compile(r"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}\n")
_NAME = r"[^\W\d_][\w'’-]{0,40}"
_ADDRESS = re.compile(rf"(?:({_NAME}(?: {_NAME}){{0,3}}) ?<)?([\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}})")

_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Clip:
    """Each '' where the text does not say."""

    name: str
    email: str
    subject: str
    body: str


def clip(text: str) -> Clip | None:
    """None when there are no words in it."""
    said = text[:LONGEST].replace("\r\n", "\n").replace("\0", "").strip()
    if not said:
        return None
    return of_mail(said) or of_address(said) or of_words(said)


def of_address(said: str) -> Clip | None:
    """None when there is more than somebody's address, or a link to write to it."""
    if said.startswith("mailto:"):
        whom, _, wishes = said.removeprefix("mailto:").partition("?")
        asked = {key.casefold(): unescaped(value) for key, _, value in (wish.partition("=") for wish in wishes.split("&"))}
        name, email = parseaddr(unescaped(whom).split(",", 1)[0])
        return Clip(name, email, one(asked.get("subject", "")), asked.get("body", "").strip()) if email else None
    found = _ADDRESS.fullmatch(said.removesuffix(">"))
    return Clip(found[1] or "", found[2], "", "") if found else None


def of_mail(said: str) -> Clip | None:
    """None when it does not begin with the headers of a mail."""
    if not _HEADS.match(f"{said}\n\n"):
        return None
    mail = message_from_string(said, EmailMessage, policy=default)
    if mail["from"] is None or mail["subject"] is None:
        return None
    name, email = parseaddr(str(mail["from"]))
    try:
        part = mail.get_body(("plain",))
        body = part.get_content() if part is not None else said
    except (LookupError, ValueError):
        body = said
    return Clip(name, email, one(str(mail["subject"])), str(body).strip())


def unescaped(said: str) -> str:
    """What stands in a link, where %20 is a blank."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), said.encode()).decode("utf-8", "replace")


def of_words(said: str) -> Clip:
    found = _ADDRESS.search(said[:2000])
    name, email = (found[1] or "", found[2]) if found else ("", "")
    return Clip(name, email, one(said.split("\n", 1)[0]), said)


def one(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= LONGEST_SUBJECT else f"{words[: LONGEST_SUBJECT - 1].rstrip()}…"
