"""What people wrote, made safe to store and show as plain text without losing a word of it."""

import re

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# Controls, lone surrogates, direction overrides and invisible tags. Joiners (U+200C, U+200D) belong to scripts and emoji: kept.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANK = re.compile(r"\s+")

BODY_LIMIT = 1_000_000


def readable(text: str) -> str:
    """Without characters that hide, reorder or break; line ends as \\n; no blank edges. At most BODY_LIMIT characters: the
    raw bytes keep the rest."""
    if len(text) > BODY_LIMIT:
        text = f"{text[:BODY_LIMIT]}\n[shortened: the original has {len(text):,} characters]"
    text = _UNSEEN.sub("", _LINE_END.sub("\n", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def one_line(text: str, limit: int = 200) -> str:
    """The same on one line, cut at a word with an ellipsis."""
    flat = _BLANK.sub(" ", _UNSEEN.sub("", _LINE_END.sub(" ", text[: limit * 20]))).strip()
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,.;:") + "…"


def subject_line(subject: str, body: str) -> str:
    """The subject, or the first words of the message when it has none."""
    first = next((line for line in body.split("\n") if line.strip()), "")
    return one_line(subject, 300) or one_line(first, 90)
