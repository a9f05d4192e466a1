"""Template marks of site generators: Liquid and Jekyll, Hugo, MkDocs and kramdown attributes, includes.

Everything works on a stretch of text without code and keeps its number of lines. A mark goes, the words it shows stay."""

import re

from helpdesk.domain.includes import MARKS, marks_in

_SPACE = r"[ \t\n]{0,9}"
_LIQUID = re.compile(r"\{%-?" + _SPACE + r"([\w-]{1,40})((?:[^%{}]|%(?!\})){0,1000}?)-?%\}")
_HUGO = re.compile(r"\{\{([<%])-?" + _SPACE + r"(/?)([\w./-]{1,60})([^{}]{0,1000}?)/?" + _SPACE + r"[>%]\}\}")
_OUTPUT = re.compile(r"\{\{-?" + _SPACE + r"([^{}\n]{1,200}?)" + _SPACE + r"-?\}\}")
_COMMENTS = (
    (re.compile(r"\{%-?\s{0,9}comment\s{0,9}-?%\}"), re.compile(r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}")),
    (re.compile(r"\{/\*"), re.compile(r"\*/\}")),
)
_JSX_SPACE = re.compile(r"\{[\"'] {0,3}[\"']\}")
_ATTRIBUTES = re.compile(
    r"[ \t]?\{:?[ \t]{0,3}(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w#%./-]+))"
    r"(?:[ \t]+(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w#%./-]+))){0,10}[ \t]{0,3}\}"
)
_KRAMDOWN = re.compile(r"^[ \t]{0,9}\{:[^{}\n]{0,200}\}[ \t]*$", re.M)
_CONTENTS = re.compile(r"^[ \t]{0,3}(?:\[\[?_?TOC_?\]\]?|\{\{toc\}\}|\$toc|\[\[_TOC_\]\])[ \t]*$", re.M | re.I)
_CONTENTS_SIGNS = ("[toc", "_toc", "{toc", "$toc")
"""One of them is in every such mark."""
_SNIPPET_MARK = re.compile(r"^[ \t]*(?:[;#/]*[ \t]*)?-{1,2}8<-{1,2}.{0,200}$", re.M)
_WIKI = re.compile(r"!?\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_FOOTNOTE = re.compile(r"^([ \t]{0,3})\[\^[^\]\s]{1,60}\]:[ \t]{0,9}", re.M)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")
_ICON = re.compile(r":(?:material|octicons|fontawesome|simple)-[\w-]{1,80}:")
_WORDED = re.compile(
    r"\b(?:title|alt|caption|label|text|content|summary|header|name|description)\s{0,3}[=:]\s{0,3}"
    r"(?:\"([^\"]{1,500})\"|'([^']{1,500})')"
)
_QUOTED = re.compile(r"^\s*(?:\"([^\"]{1,300})\"|'([^']{1,300})'|`([^`]{1,300})`)")
_PATH = re.compile(r"[\w./-]+\.[A-Za-z]{1,9}|[\w.-]+/[\w./-]+")
_PATH_TAGS = frozenset(
    ("link", "post_url", "ref", "relref", "include", "include_relative", "include_cached", "readfile", "embed-md")
)
_PATHS_IN_PLACE = frozenset(("link", "post_url", "ref", "relref"))
_NOTICES = (
    "note tip info warning caution danger important hint success notice alert callout attention error example question seealso "
    "abstract tldr bug failure quote deprecated admonition warn todo experimental beta security remark"
)
NOTICES = frozenset(_NOTICES.split())
_STYLE = re.compile(r"\b(?:style|type|color|class)\s{0,3}=\s{0,3}[\"']?(\w+)")
_FIRST_WORD = re.compile(r"\s{0,9}(\w+)(?!\s{0,3}=)\b")
_STYLED = frozenset(("hint", "callout", "alert", "notice", "admonition"))


def without_comments(text: str) -> str:
    """What an author commented out in a template's way must not reach a customer."""
    for opening, closing in _COMMENTS:
        text = without(text, opening, closing)
    return text


def without(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """Nothing but line ends left from each opening to the closing after it; an opening that is never closed stays."""
    kept: list[str] = []
    at = 0
    while start := opening.search(text, at):
        end = closing.search(text, start.end())
        if end is None:
            break
        kept += [text[at : start.start()], "\n" * text.count("\n", start.start(), end.end())]
        at = end.end()
    return "".join([*kept, text[at:]])


def spoken(text: str) -> str:
    """The text with its template marks turned into words and links."""
    if "{" in text:
        text = _OUTPUT.sub(_variable, _LIQUID.sub(_liquid, _HUGO.sub(_hugo, without_comments(_included(text)))))
        text = _ATTRIBUTES.sub("", _KRAMDOWN.sub("", _JSX_SPACE.sub(" ", text)))
    else:
        text = _included(text)
    if "[" in text:
        text = _without_notes(text)
    return _ICON.sub("", text) if ":" in text else text


def _without_notes(text: str) -> str:
    """Marks of footnotes, of tables of contents, of links between pages. Each is looked for where it may be."""
    lowered = text.lower()
    if any(sign in lowered for sign in _CONTENTS_SIGNS):
        text = _CONTENTS.sub("", text)
    if "[^" in text:
        text = _FOOTNOTE_MARK.sub("", _FOOTNOTE.sub(r"\1", text))
    return _WIKI.sub(lambda match: match[2] or match[1], text) if "[[" in text else text


def _included(text: str) -> str:
    """What is included and could not be had stays a link to it."""
    for mark in marks_in(text):
        text = mark.sub(r"[\1](\2)" if mark is MARKS[0] else r"\1[\2](\2)", text)
    return _SNIPPET_MARK.sub("", text) if "8<" in text else text


def titled(kind: str, title: str = "") -> str:
    """How a note begins: what it is, and what it is about."""
    kind, title = kind.strip().capitalize(), title.strip()
    if not kind or not title:
        return f"**{kind or title}:**" if kind or title else ""
    return f"**{kind}: {title}{'' if title[-1] in '.!?:' else '.'}**"


def _ended(words: str, match: re.Match[str]) -> str:
    """In as many lines as the mark took, apart from what follows."""
    close = match.string[match.end() : match.end() + 1]
    return words + (" " if words.endswith("**") and close and not close.isspace() else "") + "\n" * match[0].count("\n")


def _worded(arguments: str) -> str:
    found = (match[1] or match[2] for match in _WORDED.finditer(arguments))
    return " ".join(dict.fromkeys(" ".join(words.split()) for words in found))


def _liquid(match: re.Match[str]) -> str:
    name, arguments = match[1].lower(), match[2]
    if name in _PATH_TAGS:
        return _ended(_linked(name, arguments), match)
    words = _worded(arguments)
    if name in NOTICES:
        return _ended(titled(_kind(name, arguments), words), match)
    if name in ("tab", "step", "tabitem"):
        return _ended(_tab(arguments), match)
    return _ended(words, match)


def _hugo(match: re.Match[str]) -> str:
    name, arguments = match[3].lower().rpartition("/")[2], match[4]
    if match[2]:
        return _ended("", match)
    if name in _PATH_TAGS:
        return _ended(_linked(name, arguments), match)
    words = _worded(arguments)
    if name in NOTICES:
        return _ended(titled(_kind(name, arguments), words or _first_quoted(arguments)), match)
    if name in ("tab", "tabitem", "expand", "details", "collapse"):
        return _ended(_tab(arguments), match)
    return _ended(words, match)


def _kind(name: str, arguments: str) -> str:
    """What sort of note it is: by its argument where the mark's own name does not tell."""
    style = (_STYLE.search(arguments) or _FIRST_WORD.match(arguments)) if name in _STYLED else None
    return style[1] if style else name


def _tab(arguments: str) -> str:
    words = _worded(arguments) or _first_quoted(arguments)
    return f"**{words}**" if words else ""


def _first_quoted(arguments: str) -> str:
    match = _QUOTED.match(arguments)
    return next(filter(None, match.groups()), "") if match else ""


def _linked(name: str, arguments: str) -> str:
    path = _PATH.search(arguments)
    if path is None:
        return _worded(arguments)
    return path[0] if name in _PATHS_IN_PLACE else f"[{path[0]}]({path[0]})"


def _variable(match: re.Match[str]) -> str:
    """'{{ site.product_name }}' by its own last name: what it stands for is not known here. A link's address loses it."""
    named, ends = match[1].split("|")[0].strip().strip("\"'"), "\n" * match[0].count("\n")
    after = match.string[match.end() : match.end() + 1]
    before = match.string[max(0, match.start() - 1) : match.start()]
    if before in ("(", '"') and after in ("/", "#", '"', ")"):
        return ends
    return (named.rpartition(".")[2] if re.fullmatch(r"[\w.\[\]'\" -]+", named) else named) + ends
