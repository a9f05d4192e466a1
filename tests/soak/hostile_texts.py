"""Texts made to break a reader of markdown: patterns that take parsers forever, strings that trip programs, and real articles
damaged at random."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE = 50_000

NAUGHTY = {
    "nothing to see": [
        "",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u3000\u3000",
        "\u2800",
        "\u115f",
        "\r",
        "\x0b\x0c",
        "\u2028",
    ],
    "words programs reserve": [
        "null",
        "None",
        "undefined",
        "NaN",
        "true",
        "-Infinity",
        "__proto__",
        "constructor",
        "self",
        "CON",
        "nul",
    ],
    "numbers": [
        "0",
        "-0",
        "1e999",
        "0x7fffffff",
        "1/0",
        "9" * 400,
        "١٢٣",
        "1,000.00",
        "½",
        "2³",
        "0b1",
        "1_000",
        "\uff11\uff12",
    ],
    "dates": ["2026-13-45", "0000-00-00", "31.02.2026", "9999-12-31T23:59:60Z", "-0001-01-01", "2026-W54-8"],
    "quotes and slashes": [
        "'",
        '"',
        "''",
        '"""',
        "`",
        "\\",
        "\\\\",
        "\\n",
        "\\x00",
        "\\u0000",
        "/",
        "//",
        "</",
        "*/",
        "-->",
        "]]>",
        "%00",
    ],
    "format strings": [
        "%s%s%s%n",
        "{0}",
        "{}",
        "{0.__class__}",
        "%(name)s",
        "${x}",
        "#{x}",
        "$1",
        "{{7*7}}",
        "{%",
        "%}",
        "<%= x %>",
    ],
    "queries": [
        "1; DROP TABLE articles--",
        "' OR '1'='1",
        "NEAR(a b)",
        'a" AND "b',
        "*",
        "col:word",
        "^a",
        "a AND",
        "NOT",
        "(",
        "-- x",
    ],
    "commands": [
        "$(reboot)",
        "`reboot`",
        "| cat",
        "; ls",
        "&& rm -rf x",
        "%COMSPEC%",
        "\\\\host\\share",
        "file:///etc/hostname",
        "\x1b[2J",
    ],
    "markup": [
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "<svg/onload=z>",
        "<a href='javascript:q'>q</a>",
        "<!--",
        "<![CDATA[",
    ],
    "entities": ["&amp;amp;", "&#0;", "&#x110000;", "&unknown;", "&#xD800;", '<!DOCTYPE a [<!ENTITY b "c">]>', "&lt;b&gt;"],
    "yaml": [
        "!!python/object/apply:os.getcwd []",
        "&a [*a]",
        "? a",
        "- - - a",
        "a: b: c",
        "key: |",
        "%YAML 9.9",
        "<<: *x",
        "@a",
        "\t- x",
    ],
    "paths": [
        "../../../a",
        "..\\..\\a",
        "/etc/passwd",
        "C:\\a",
        "a\x00b",
        "a" * 300,
        "~",
        "~root",
        "./.././",
        "a/../a",
        "\u202egpj.md",
    ],
    "right to left": ["שלום עולם", "مرحبا بالعالم", "\u202eevil\u202c", "\u2067mixed\u2069 text", "abc אבג def", "\u200f"],
    "marks on marks": ["e" + "\u0301" * 300, "Z͑ͫ̓a̴l͎g̷o̸", "\u0e01" + "\u0e49" * 100, "ก็็็็็", "\u20e3" * 50, "i̇İıI"],
    "pictures": ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏿", "🇪🇺" * 50, "☺︎☺️", "\U0001f9d1\u200d\U0001f680", "\ufe0f", "\u200d"],
    "scripts": [
        "漢字仮名交じり文",
        "Ελληνικά",
        "кириллица",
        "ქართული",
        "ไทย",
        "አማርኛ",
        "தமிழ்",
        "𝒻𝒶𝓃𝒸𝓎",
        "Ｆｕｌｌ",
        "ﬃ ﬁ ß ẞ",
        "ǅ",
        "ſ",
    ],
    "no characters": [
        "\ufffe",
        "\uffff",
        "\U0001fffe",
        "\ue000",
        "\U000f0000",
        "\ufdd0",
        "\x7f",
        "\x85",
        "\x9f",
        "\xad",
        "\U000e0041",
    ],
    "markdown": [
        "# " * 50,
        "> " * 50,
        "- " * 50,
        "1. " * 50,
        "|" * 50,
        "|-" * 50,
        "*" * 99,
        "_" * 99,
        "`" * 99,
        "~" * 99,
        "[" * 99,
        "![](" * 30,
    ],
    "dialects": [
        "!!! note",
        '=== "a"',
        ":::",
        ":::tip",
        "{% raw %}",
        "{{< a >}}",
        "> [!NOTE]",
        '--8<-- "a"',
        "[[a]]",
        "[^1]",
        "{: .a}",
    ],
    "endless": [
        "a" * 20_000,
        "a " * 10_000,
        "a\n" * 5_000,
        "-" * 20_000,
        "=" * 20_000,
        "http://" + "a" * 5_000,
        "ABCDEF0123456789" * 500,
    ],
}


def pathological(size: int = SIZE) -> Iterator[tuple[str, str]]:
    """What CommonMark's own list of slow inputs is about, and the same for tables, tags, templates and front matter."""
    n = size
    yield from {
        "nested strong emphasis": "*a **a " * n + "b" + " a** a*" * n,
        "emphasis never opened": "a_ " * n,
        "emphasis never closed": "_a " * n,
        "links never opened": "a]" * n,
        "links never closed": "[a" * n,
        "mismatched marks": "*a_ " * n,
        "marks of three kinds": "a***b" * n + "c_ " * n,
        "links and emphasis": "[ a_" * n,
        "brackets and parentheses": "[ (](" * n,
        "pictures and links": "![[]()" * n,
        "nested brackets": "[" * n + "a" + "]" * n,
        "nested quotes": "> " * n + "a",
        "nested lists": "".join("  " * depth + "* a\n" for depth in range(min(n, 800))),
        "backticks of every length": "".join("e" + "`" * length for length in range(min(n, 1_000))),
        "destinations never closed": "[a](<b" * n,
        "link titles never closed": '[a](b "' * n,
        "comments never closed": "</" + "<!--" * n,
        "declarations": "<!A" * n + "<?" * n,
        "empty tags": "<>" * n,
        "tags never closed": "<a " * n,
        "attributes never closed": "<a href='" * n,
        "references": "".join(f"[{number}]: x\n" for number in range(n)) + "[1]" * n,
        "one reference, many uses": "[a]: u\n\n" + "[a]" * n,
        "headings by underlining": "a\n-\n" * n,
        "headings": "# a\n" * n,
        "a wide table": "|" + "x|" * n + "\n|" + "-|" * n,
        "tables one after the other": "aaa\nbbb\n-|\n" * (n // 4),
        "empty entries": "1.\n" * n,
        "breaks": "a  \n" * n,
        "fences": "```\n" * n,
        "a fence of many backticks": "`" * n + "\n",
        "entities": "&nbsp;" * n + "&" * n,
        "zero bytes": "abc\0de\0" * n,
        "html tables": "<table>" * n + "<tr><td>" * n,
        "rows in a line": "<table>" + "<tr><td>a</td></tr>" * n + "</table>",
        "blocks never closed": "<div>\n" * n + "<details><summary>" * n,
        "scripts never closed": "<script>" * n,
        "templates never closed": "{% " * n + "{{< " * n + "{{" * n,
        "template comments": "{% comment %}" * n + "{/*" * n,
        "attribute lists": "{.a " * n + "{" + ".a " * n,
        "notes": "!!! note\n" * n + ":::note\n" * n + "> [!NOTE]\n" * n,
        "notes in notes": "".join("    " * depth + "!!! note\n" for depth in range(min(n, 400))),
        "tabs": '=== "a"\n' * n + "<Tabs><TabItem label='a'>" * n,
        "footnotes": "[^a]: b\n" * n + "[^a" * n,
        "wiki links": "[[" * n + "[[a|" * n,
        "includes": "[!INCLUDE[" * n + "--8<--\n" * n,
        "imports": "import {\n" * n,
        "flow in front matter": "---\na: " + "[" * min(n, 15_000) + "\n---\nText.",
        "aliases in front matter": "---\na: &a [x]\n"
        + "".join(f"b{k}: &b{k} [*a,*a]\n" for k in range(min(n, 1_000)))
        + "---\nText.",
        "json front matter": '{"a":' * min(n, 5_000) + "1",
        "toml front matter": "+++\n" + "[a.b]\n" * min(n, 4_000) + "+++\nText.",
        "sentences": "a. " * n + "e.g. " * n,
        "one long word": "x" * 20 * n,
        "one long line": "word " * 8 * n,
        "blank lines": "\n" * 20 * n + "a",
        "spaces": " " * 20 * n + "a",
        "tabs and spaces": "\t" * n + "a",
    }.items()


def naughty(longest: int) -> Iterator[tuple[str, str]]:
    """Every string of at most that length, alone and in every place where an author could put one."""
    for category, strings in NAUGHTY.items():
        for number, one in enumerate(strings):
            if len(one) <= longest:
                yield f"{category} {number}", one
                yield f"{category} {number} everywhere", everywhere(one)


def everywhere(one: str) -> str:
    parts = (
        f"---\ntitle: {one}\ntags: [{one}]\naudience: {one}\nreview_by: {one}\n---\n# {one}\n\n{one} in a text.\n",
        f"- {one}\n- b\n\n1. {one}\n\n> {one}\n",
        f"| {one} | b |\n|---|---|\n| a | {one} |\n\n```{one}\n{one}\n```\n",
        f'[{one}]({one} "{one}") ![{one}]({one}) `{one}` <b title="{one}">{one}</b>\n',
        f'!!! note "{one}"\n    {one}\n\n:::tip {one}\n{one}\n:::\n\n{{% include {one} %}} {{{{ {one} }}}}\n',
    )
    return "\n".join(parts)


@dataclass(frozen=True)
class Wound:
    """Where a text is hit, and what it is hit with."""

    start: int
    end: int
    chance: random.Random
    texts: Sequence[bytes]
    words: Sequence[bytes]


def damaged(texts: Sequence[bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """The texts with one to six injuries each."""
    chance = random.Random(seed)
    words = [one.encode("utf-8", "surrogatepass") for strings in NAUGHTY.values() for one in strings if len(one) < 200]
    for number in range(count):
        text = bytearray(chance.choice(texts))
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(text) + 1)
            end = min(len(text), start + int(chance.expovariate(1 / 60)))
            chance.choice(INJURIES)(text, Wound(start, end, chance, texts, words))
        yield f"damaged {seed}-{number}", bytes(text)


def lost(text: bytearray, at: Wound) -> None:
    del text[at.start : at.end]


def stuttered(text: bytearray, at: Wound) -> None:
    text[at.start : at.start] = text[at.start : at.end] * at.chance.randint(1, 40)


def scribbled(text: bytearray, at: Wound) -> None:
    text[at.start : at.end] = at.chance.randbytes(at.chance.randint(1, 12))


def replaced(text: bytearray, at: Wound) -> None:
    text[at.start : at.end] = at.chance.choice(at.words)


def inserted(text: bytearray, at: Wound) -> None:
    text[at.start : at.start] = b"\n" + at.chance.choice(at.words) * at.chance.randint(1, 30) + b"\n"


def crossed(text: bytearray, at: Wound) -> None:
    other = at.chance.choice(at.texts)
    text[at.start :] = other[at.chance.randrange(len(other)) :]


def shuffled(text: bytearray, at: Wound) -> None:
    lines = bytes(text).split(b"\n")
    at.chance.shuffle(lines)
    text[:] = b"\n".join(lines)


def recoded(text: bytearray, at: Wound) -> None:
    text[:] = bytes(text).decode("utf-8", "replace").encode(at.chance.choice(("utf-16", "utf-16-le", "utf-8-sig")))


def swapped(text: bytearray, at: Wound) -> None:
    mark = at.chance.choice((b" ", b"\n", b"#", b"|", b"-"))
    text[:] = bytes(text).replace(mark, at.chance.choice(at.words))[:200_000]


INJURIES = (lost, stuttered, scribbled, replaced, inserted, crossed, shuffled, recoded, swapped)
