"""Markdown source as a customer can read it in a plain-text mail."""

import html
import re
from functools import lru_cache

_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'][^)]*)?\)")
_REFERENCE_LINK = re.compile(r"\[([^\]]+)\]\[[^\]]*\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|<!--.*?-->", re.S)
_STRONG = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])")
_STRUCK = re.compile(r"~~(.+?)~~")
_CODE = re.compile(r"(`+)(.+?)\1")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", re.M)
_QUOTE = re.compile(r"^\s{0,3}>\s?", re.M)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<])")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,}).*\n?", re.M)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\u3164\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 head header hr html iframe legend li main nav ol option p picture pre section select source summary table tbody "
    "td tfoot th thead tr ul video"
)
_INLINE = (
    "a abbr acronym b bdi bdo big br button cite code data del dfn em embed font i img input ins kbd label link map mark meta "
    "object param q rp rt ruby s samp script small span strike strong style sub sup svg path template textarea time title tt u "
    "var wbr audio canvas noscript track area base col colgroup"
)
HTML_BLOCKS = frozenset(_BLOCKS.split())
HTML_INLINE = frozenset(_INLINE.split())
HTML_NAMES = HTML_BLOCKS | HTML_INLINE
GAP = "\x03"
"""Left where a block of HTML begins or ends, or a line: what stands on its two sides are two words."""
_GAPS = re.compile(r"([^\s(\[{*_|\x03][*_]{0,3})\x03+(?=[*_]{0,3}[^\s.,:;!?)\]}*_|\x03])")
_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?")

LONGEST_KEPT = 600


def plain(source: str) -> str:
    """Emphasis, HTML tags and fences gone, links as 'text (address)', list numbers kept. Code keeps its characters."""
    return _kept(source) if len(source) <= LONGEST_KEPT else _plain(source)


@lru_cache(maxsize=256)
def _kept(source: str) -> str:
    """A sentence is asked for again and again, whole sources put together for one check are not."""
    return _plain(source)


def _plain(source: str) -> str:
    if _FENCE.match(source):
        return clean(_FENCE.sub("", source)).rstrip()
    text = _AUTOLINK.sub(r"\1", _IMAGE.sub("", source))
    text = parted(_TAG.sub(_unless_word, text)) if "<" in text else text
    text = _REFERENCE_LINK.sub(r"\1", _LINK.sub(_spoken_link, text))
    text = _STRUCK.sub(r"\1", _CODE.sub(r"\2", text))
    text = _EMPHASIS.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", text))
    text = _QUOTE.sub("", _HEADING.sub(r"\1", text))
    return clean(html.unescape(_ESCAPED.sub(r"\1", text)))


def _unless_word(match: re.Match[str]) -> str:
    """Of what looks like a tag only what is none of HTML's: '<server name>' is something a reader shall fill in."""
    said = match[0].strip("</>")
    name = re.match(r"[\w-]*", said)
    called = name[0].lower() if name else ""
    if called in HTML_BLOCKS or called == "br":
        return GAP
    known = called in HTML_NAMES
    return "" if known or "=" in said or match[0].startswith(("</", "<!")) or match[0].endswith("/>") else match[0]


def parted(text: str) -> str:
    """Its gaps as blanks where words would grow together, and as nothing elsewhere."""
    return _GAPS.sub(r"\1 ", text).replace(GAP, "") if GAP in text else text


def unlinked(source: str) -> str:
    """Links by their text alone."""
    return _LINK.sub(r"\1", source)


def _spoken_link(match: re.Match[str]) -> str:
    text, address = match[1], match[2]
    if address.startswith(("http://", "https://", "mailto:")) and address.removeprefix("mailto:") not in text:
        return f"{text} ({address.removeprefix('mailto:')})"
    return text


def untagged(text: str) -> str:
    """Without HTML tags and comments, which a reader of the message would not see."""
    return html.unescape(_TAG.sub(" ", text)) if "<" in text else text


def clean(text: str) -> str:
    """Without control characters, terminal sequences, zero-width and direction marks; line ends as \\n."""
    return _UNSEEN.sub("", _ANSI.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def flat(source: str) -> str:
    """Plain words on one line: what two texts are compared by."""
    return re.sub(r"\s+", " ", plain(source).replace("|", " ")).strip()
