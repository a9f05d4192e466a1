"""What a file a stranger sent calls itself, what it is, and what to think of it."""

from enum import StrEnum

HEAD = 600
"""Bytes of a file that `kind_of` looks at."""

RUNNING = frozenset(
    {
        *(
            "exe",
            "com",
            "scr",
            "pif",
            "cpl",
            "msi",
            "msp",
            "bat",
            "cmd",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
        ),
        *(
            "hta",
            "jar",
            "lnk",
            "url",
            "reg",
            "inf",
            "scf",
            "dll",
            "sys",
            "app",
            "command",
            "sh",
            "bash",
            "desktop",
            "run",
            "bin",
        ),
        *("appimage", "deb", "rpm", "pkg", "dmg", "iso", "img", "vhd", "vhdx", "xll", "chm", "hlp", "gadget", "application"),
        *("py", "pyw", "rb", "pl", "php", "apk", "ipa", "msix", "appx", "library-ms", "search-ms", "settingcontent-ms"),
    }
)
MACROS = frozenset(
    {"docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam", "sldm", "mht", "mhtml", "one"}
)
PAGES = frozenset({"html", "htm", "xhtml", "shtml", "svg", "svgz", "xml", "eml"})
ORDINARY = frozenset(
    {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "txt", "csv", "jpg", "jpeg", "png", "gif", "zip", "rtf"}
)
ARCHIVES = frozenset({"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "cab", "ace", "arj", "lzh", "z"})
_KINDS = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"#!", "script"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"PK\x03\x04", "zip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\xd0\xcf\x11\xe0", "office"),
)
_MEANT = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip", "docm", "xlsm", "pptm"), frozenset({"zip"})),
    **dict.fromkeys(("doc", "xls", "ppt", "msg"), frozenset({"office", "zip"})),
    **dict.fromkeys(("jpg", "jpeg"), frozenset({"jpeg"})),
    "pdf": frozenset({"pdf"}),
    "png": frozenset({"png"}),
    "gif": frozenset({"gif"}),
}


class Doubt(StrEnum):
    """RUNS: opening it starts a program. TWO_ENDINGS: it looks like a document and is none. MACROS: a document that may carry a
    program. PAGE: a page that may ask for passwords. REORDERED: characters in its name turn it round. ANOTHER_KIND: its bytes
    are not what its name says. PACKED: nobody sees what is in it before it is unpacked."""

    RUNS = "runs"
    TWO_ENDINGS = "two-endings"
    MACROS = "macros"
    PAGE = "page"
    REORDERED = "reordered"
    ANOTHER_KIND = "another-kind"
    PACKED = "packed"


def doubts(name: str) -> tuple[Doubt, ...]:
    """By its name alone, the gravest first."""
    parts = [part.strip().lower() for part in plain(name).split(".")]
    ending = parts[-1] if len(parts) > 1 else ""
    before = parts[-2] if len(parts) > 2 else ""
    found = {
        Doubt.TWO_ENDINGS: before in ORDINARY and ending in (RUNNING | MACROS | PAGES),
        Doubt.RUNS: ending in RUNNING,
        Doubt.MACROS: ending in MACROS,
        Doubt.PAGE: ending in PAGES,
        Doubt.REORDERED: plain(name) != name,
        Doubt.PACKED: ending in ARCHIVES,
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def kind_of(head: bytes) -> str:
    """By its first bytes; empty when they tell nothing."""
    return next((kind for start, kind in _KINDS if head.startswith(start)), "")


def doubts_of(name: str, head: bytes) -> tuple[Doubt, ...]:
    """By its name and its first HEAD bytes."""
    kind, ending = kind_of(head), plain(name).rpartition(".")[2].strip().lower()
    by_name = doubts(name)
    false = bool(kind) and ending in _MEANT and kind not in _MEANT[ending]
    runs = kind in ("program", "script") and Doubt.RUNS not in by_name
    return (*((Doubt.ANOTHER_KIND,) if false or runs else ()), *by_name)


def plain(name: str) -> str:
    """Without what turns it round or hides part of it."""
    return "".join(
        c
        for c in name
        if c.isprintable() and not ("\u200b" <= c <= "\u200f" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069")
    )
