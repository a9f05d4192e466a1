"""Notes, tabs and other blocks that documentation marks line by line: MkDocs, Docusaurus, MyST, GitHub, Microsoft; and what
MDX files begin with.

Each line stays one line. What MkDocs indents below a mark comes out level with it."""

import re
from dataclasses import dataclass, field

from helpdesk.adapters.markdown_articles.code_lines import fenced
from helpdesk.adapters.markdown_articles.shortcodes import titled

LONGEST_PICTURE = 6
"""Lines that the description of one picture may take."""

INDENT = 4
"""Columns by which MkDocs indents what belongs to a note or a tab."""

_MARKED = re.compile(
    r"([ \t]{0,40})(?:(!!!|\?\?\?\+?)[ \t]*([\w-]+)?(?:[ \t]+[\w-]+){0,5}[ \t]*(?:\"(.{0,300})\")?"
    r"|===[+!]*[ \t]+\"(.{1,300})\")[ \t]*$"
)
_COLONS = re.compile(r"([ \t>]{0,40}):{3,}[ \t]*(.{0,1000}?)[ \t]*$")
_PICTURE = re.compile(r":::image\b([^\n]{0,2000}?):::+(?!:)")
_DIRECTIVE = re.compile(r"\{?([A-Za-z][\w-]{0,40})\}?(?:[ \t]*\[(.{0,300})\]|[ \t]+([^{].{0,300}))?(?:[ \t]*\{.{0,200}\})?$")
_ALERT = re.compile(r"([ \t]{0,12}(?:>[ \t]?){1,5})\[!([A-Za-z]{2,20})\][-+]?[ \t]*(.{0,300})$")
_QUOTED_MARK = re.compile(r"([ \t]{0,12}(?:>[ \t]?){1,5})\[!(?:div|video)\b[ \t]*(.{0,500})\][ \t]*$", re.I)
_TAB_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\[([^\]]{1,200})\]\(#tabs?/[^)]{0,200}\)[ \t]*$")
_WORDED = re.compile(r"\b(?:alt-text|title|text|caption)\s{0,3}=\s{0,3}\"([^\"]{1,2000})\"")
_SOURCE = re.compile(r"\bsource\s{0,3}=\s{0,3}\"([^\"]{1,500})\"")
_IMPORT = re.compile(r"import[ \t]+(?:[\w$*{}, \t]{1,300}?[ \t]+from[ \t]+)?[\"'][^\"'\n]{1,300}[\"'][ \t]*;?[ \t]*$")
_IMPORT_BEGINS = re.compile(r"import[ \t]*\{[^}]{0,300}$")
_EXPORT = re.compile(r"export[ \t]+(?:const|let|var|default|function|async)\b.{0,2000}$")
_MARK_SIGNS = ("[!", "](#tab", "\nimport", "\nexport")
"""One of them is in every mark that `_marks` knows."""
_SILENT = (
    "row row-end column column-end columns container zone zone-end moniker moniker-end image-end code code-end else "
    "code-group steps details-end timeline tabs tab-set grid div center left right"
)
_UNSPOKEN = frozenset(_SILENT.split())


@dataclass
class Cleaned:
    """Lines under treatment. `together` are stretches (first, last) that belong in one passage if they fit, `tables` tables
    that are no markdown tables (first line, last line of the header row, last line). `moved` says of lines that took the words
    of an earlier one which that was."""

    lines: list[str]
    together: list[tuple[int, int]] = field(default_factory=list)
    tables: list[tuple[int, int, int]] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)


def unmarked(page: Cleaned) -> None:
    text = "\n".join(page.lines)
    if "!!!" in text or "???" in text or '=== "' in text:
        _dedented(page)
    if ":::" in text:
        _colons(page)
    _marks(page)


def _dedented(page: Cleaned) -> None:
    """MkDocs' notes and tabs: a mark, and below it what is indented further."""
    flags = fenced(page.lines)
    open_marks: list[tuple[int, int, bool]] = []  # indent in the source, line, is a note
    for number, line in enumerate(page.lines):
        if not line.strip():
            continue
        indent = _width(line)
        while open_marks and indent < open_marks[-1][0] + INDENT:
            _close(page, open_marks.pop(), number)
        shift = INDENT * len(open_marks)
        match = None if flags[number] else _MARKED.match(line)
        if match:
            open_marks.append((indent, number, bool(match[2])))
            words = titled(match[3] or "", match[4] or "") if match[2] else f"**{match[5]}**"
            page.lines[number] = " " * max(0, indent - shift) + ("" if match[4] == "" else words)
        elif shift:
            page.lines[number] = _without_indent(line, shift)
    while open_marks:
        _close(page, open_marks.pop(), len(page.lines))


def _close(page: Cleaned, mark: tuple[int, int, bool], end: int) -> None:
    _, first, is_note = mark
    last = end - 1
    while last > first and not page.lines[last].strip():
        last -= 1
    if is_note and last > first:
        page.together.append((first, last))


def _width(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _without_indent(line: str, columns: int) -> str:
    wide = line.expandtabs(4) if "\t" in line[: columns + 1] else line
    return wide[min(columns, len(wide) - len(wide.lstrip())) :]


def _colons(page: Cleaned) -> None:
    """Docusaurus', VuePress' and MyST's notes between lines of colons, and Microsoft's marks of the same look."""
    flags = fenced(page.lines)
    opened: list[int] = []
    for number in range(len(page.lines)):
        if flags[number] or ":::" not in page.lines[number]:
            continue
        line = page.lines[number] = _PICTURE.sub(lambda match: _picture(match[1]), _gathered(page.lines, number))
        match = _COLONS.match(line)
        if match is None:
            continue
        before, said = match[1], match[2].rstrip(": \t")
        words, opens = _directive(said) if said else ("", "")
        page.lines[number] = (before + words).rstrip()
        if opens:
            opened.append(number if opens == "note" else -1)
        elif (not said or said.endswith("-end")) and opened and (first := opened.pop()) >= 0:
            page.together.append((first, number - 1))


def _gathered(lines: list[str], number: int) -> str:
    """The line, with those that its picture's description goes on in; they are left blank."""
    line = lines[number]
    if ":::image" not in line or line.count(":::") > 1:
        return line
    for end in range(number + 1, min(number + LONGEST_PICTURE, len(lines))):
        if ":::" in lines[end]:
            line = " ".join([line, *(below.strip() for below in lines[number + 1 : end + 1])])
            lines[number + 1 : end + 1] = [""] * (end - number)
            break
    return line


def _directive(said: str) -> tuple[str, str]:
    """(the words it shows, what it opens: a note, a frame of no meaning, or nothing)."""
    name = re.match(r"[\w-]*", said.strip("{} "))
    kind = name[0].lower() if name else ""
    if kind in ("image", "code", "video", "include"):
        source, words = _SOURCE.search(said), " ".join(_WORDED.findall(said))
        return (_picture(said) if kind == "image" else f"[{source[1]}]({source[1]})" if source else words), ""
    if kind in _UNSPOKEN:
        return "", "" if kind.endswith("-end") or kind == "else" else "frame"
    match = _DIRECTIVE.match(said)
    if match is None:
        return said, ""
    return titled(match[1], match[2] or match[3] or ""), "note"


def _picture(said: str) -> str:
    source, words = _SOURCE.search(said), " ".join(_WORDED.findall(said))
    return f"![{' '.join(words.replace('[', '(').replace(']', ')').split())}]({source[1] if source else ''})"


def _marks(page: Cleaned) -> None:
    text = "\n".join(["", *page.lines])
    if not any(sign in text for sign in _MARK_SIGNS):
        return
    flags = fenced(page.lines)
    importing = False
    for number, line in enumerate(page.lines):
        if flags[number] or not line:
            continue
        if "[" in line:
            page.lines[number] = _alert(line) if "[!" in line or "](#tab" in line else line
        elif importing or line.startswith(("import", "export")):
            gone = importing or _IMPORT.match(line) or _IMPORT_BEGINS.match(line) or _EXPORT.match(line)
            importing = bool(gone) and (bool(_IMPORT_BEGINS.match(line)) or (importing and " from " not in line))
            page.lines[number] = "" if gone else line


def _alert(line: str) -> str:
    tab = _TAB_HEADING.match(line)
    if tab:
        return f"**{tab[1]}**"
    mark = _QUOTED_MARK.match(line)
    if mark:
        address = mark[2] if mark[2].startswith(("http://", "https://")) else ""
        return (mark[1] + (f"<{address}>" if address else "")).rstrip()
    alert = _ALERT.match(line)
    return alert[1] + titled(alert[2].lower(), alert[3]) if alert else line
