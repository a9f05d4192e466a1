"""Which lines of a markdown text are code: what stands there is shown to readers, never interpreted."""

import re

_FENCE = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t>]*(`{3,}|~{3,})([^`]*)$")
_LIST = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(r"    |\t").match


def fenced(lines: list[str]) -> bytearray:
    """1 for every line of a fenced block, its fences included. A fence that nobody closes reaches to the end."""
    flags = bytearray(len(lines))
    text = "\n".join(lines)
    if "```" not in text and "~~~" not in text:
        return flags
    mark = ""
    for number, line in enumerate(lines):
        if not mark and "```" not in line and "~~~" not in line:
            continue
        match = _FENCE.match(line)
        if mark:
            flags[number] = 1
            if match and match[1].startswith(mark) and not match[2].strip():
                mark = ""
        elif match and (match[1][0] == "~" or "`" not in match[2]):
            flags[number] = 1
            mark = match[1]
    return flags


def code_lines(lines: list[str]) -> bytearray:
    """Fenced and indented code. Indented text that goes on a list is none."""
    flags = fenced(lines)
    if not any(map(_INDENTED, lines)):
        return flags
    after_blank, in_list = True, False
    for number, line in enumerate(lines):
        if not line or line.isspace():
            after_blank = True
            continue
        if flags[number]:
            after_blank = False
            continue
        indented = _INDENTED(line) is not None
        if indented and not in_list:
            flags[number] = after_blank or (number > 0 and flags[number - 1])
        elif not indented:
            in_list = bool(_LIST.match(line)) or (in_list and (line[0] == " " or not after_blank))
        after_blank = False
    return flags
