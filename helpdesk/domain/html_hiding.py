"""What an HTML mail keeps from its reader's eyes: by style, place, size, or ink of the colour of the paper."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

_UNSEEN_ELEMENTS = frozenset(
    {"script", "style", "head", "title", "template", "svg", "math", "noscript", "object", "iframe", "select"}
)
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0?(?:\.0\d*|0*)?\s*(?:;|!|$)|mso-hide\s*:\s*all"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|(?:text-indent|left|top|margin-left)\s*:\s*-(?:\d{3,}|\d{2,}(?:\.\d+)?r?em)"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    r"|transform\s*:[^;]{0,60}(?:translate[xy]?\([^;)]{0,20}-\d{3,}|scale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]))"
)
_FLAT = re.compile(r"(?:^|;)\s*(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)")
_CUT_OFF = re.compile(r"(?:^|;)\s*overflow\s*:\s*hidden")
_SIZE = re.compile(r"(?:^|;)\s*(?:font-size\s*:\s*|font\s*:[^;]{0,40}?(?<![\w.#%-]))(\d*\.?\d+)(px|pt|em|rem|%)?(?=[\s/;!]|$)")
_INK = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)")
_PAPER = re.compile(r"(?:^|;)\s*background(?:-color|-image)?\s*:\s*([^;!]+)")
_COLOUR = re.compile(r"#([0-9a-f]{3,8})\b|rgba?\(([^)]{1,60})\)|\b([a-z]{3,20})\b")
_NAMED = {"white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240), "black": (0, 0, 0)}
_STYLE_LIMIT, _SHEET_LIMIT = 2_000, 200_000
ALIKE = 20
"""Steps out of 255 in every channel by which ink must differ from its paper to be read."""
SMALLEST = 2.0
"""Pixels under which nobody reads."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Look:
    """How words look at some place. Colours are None where nobody can tell them (an image, a name we do not know)."""

    ink: Colour | None = None
    paper: Colour | None = (255, 255, 255)
    clear: bool = False
    tiny: bool = False

    @property
    def is_seen(self) -> bool:
        same = self.ink and self.paper and all(abs(a - b) <= ALIKE for a, b in zip(self.ink, self.paper, strict=True))
        return not (self.tiny or self.clear or same)

    def within(self, tag: str, given: Mapping[str, str], style: str) -> "Look":
        """Inside an element: what it does not say stays as it was, but that links have a colour of their own."""
        look = replace(self, ink=None, clear=False) if tag == "a" else self
        if paper := given.get("bgcolor") or "".join(_PAPER.findall(style)[-1:]):
            look = replace(look, paper=look.paper if paper.strip() in ("transparent", "none", "inherit") else _colour(paper)[0])
        if given.get("background"):
            look = replace(look, paper=None)
        if ink := "".join(_INK.findall(style)[-1:]) or given.get("color", ""):
            colour, clear = _colour(ink)
            look = look if ink.strip() == "inherit" else replace(look, ink=colour, clear=clear)
        if sizes := _SIZE.findall(style):
            number, unit = float(sizes[-1][0]), sizes[-1][1]
            relative = unit in ("em", "%") and number > 0
            look = replace(look, tiny=look.tiny if relative else number < (0.1 if unit == "rem" else SMALLEST))
        return look


def _colour(said: str) -> tuple[Colour | None, bool]:
    """(red, green, blue) or None, and whether it is see-through."""
    said = said.lower()
    found = _COLOUR.search(said)
    if "url(" in said or "gradient" in said or not found:
        return None, False
    if found[1]:
        digits = found[1] if len(found[1]) >= 6 else "".join(c * 2 for c in found[1])
        red, green, blue = (int(digits[at : at + 2] or "0", 16) for at in (0, 2, 4))
        return (red, green, blue), digits[6:] == "00"
    if found[2]:
        parts = [float(part) for part in re.findall(r"\d*\.?\d+", found[2])]
        whole = (int(parts[0]), int(parts[1]), int(parts[2])) if len(parts) >= 3 else None
        return whole, len(parts) > 3 and parts[3] < 0.1
    return _NAMED.get(found[3]), found[3] == "transparent"


@dataclass(frozen=True)
class Sheet:
    """Declarations of a mail's own style sheets, by simple selector (`p`, `.note`, `p.note`, `#top`)."""

    rules: Mapping[str, str]

    @classmethod
    def of(cls, html: str) -> "Sheet":
        rules: dict[str, str] = {}
        for selector, declared in _rules("".join(_sheets(html))[:_SHEET_LIMIT]):
            for one in (part.strip() for part in selector.split(",")):
                if re.fullmatch(r"[\w.#-]+", one):
                    rules[one] = f"{rules.get(one, '')};{declared}"
        return cls(rules)

    def style(self, tag: str, given: Mapping[str, str]) -> str:
        """All that is declared for an element, its own attribute last; lower case, without comments."""
        names = [f".{name}" for name in given.get("class", "").lower().split()[:20]]
        wanted = [tag, *names, *(f"{tag}{name}" for name in names), f"#{given.get('id', '').lower()}"]
        declared = [self.rules[name] for name in wanted if name in self.rules]
        own = given.get("style", "")[:_STYLE_LIMIT]
        return ";".join([*declared, _without_comments(own.lower())])


def _sheets(html: str) -> Iterator[str]:
    lowered, at = html.lower(), 0
    while (start := lowered.find("<style", at)) >= 0 and (end := lowered.find("</style", start)) >= 0:
        yield lowered[lowered.find(">", start) + 1 : end].replace("<!--", "").replace("-->", "")
        at = end + 1


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Those that always hold: what stands in a condition, as for small screens, does not."""
    depth = 0
    for part in _without_comments(css).split("}"):
        selector, opened, declared = part.partition("{")
        depth += part.count("{")
        if opened and depth == 1:
            yield selector, declared
        depth = max(0, depth - 1)


def _without_comments(css: str) -> str:
    first, *rest = css.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def hides(tag: str, given: Mapping[str, str], style: str) -> bool:
    """Whether nothing in this element can be seen, whatever its parts say."""
    hidden = tag in _UNSEEN_ELEMENTS or "hidden" in given or _HIDING.search(style)
    return bool(hidden or (_FLAT.search(style) and _CUT_OFF.search(style)))
