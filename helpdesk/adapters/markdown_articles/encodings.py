"""In which encoding a text file was written, when it does not say so.

UTF-8 proves itself. UTF-16 without a mark shows by its zero bytes. Of the rest only what people's machines really wrote is
considered, and the Western code page wins wherever it fits as well."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = "cp1252"
TURKISH = "cp1254"
PLAUSIBLE = (
    *(WESTERN, "cp1250", "cp1251", "cp1253", TURKISH, "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5", "iso8859_15"),
    *("koi8_r", "cp866", "mac_roman", "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874", "iso2022_jp"),
)
SAMPLE = 50_000
ZEROS = 0.05
"""Share of zero bytes on one side of the byte pairs, and hardly any on the other, that tells UTF-16."""
NEARLY = 0.05

_HIGH = re.compile(rb"[\x80-\xff]")
_SHIFTED = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_TURKISH_LETTERS = re.compile(rb"[\xfd\xfe\xf0\xdd\xde\xd0]")
_ICELANDIC_LETTERS = re.compile(rb"[\xe1\xe6\xfa\xc1\xc6\xda]")


def decoded(content: bytes) -> str:
    """A broken byte becomes U+FFFD and costs no more than itself."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    pairs = paired(content)
    if pairs:
        return content.decode(pairs, "replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        lenient = content.decode("utf-8", "replace")
        broken = lenient.count("\ufffd")
        whole = sum(1 for c in lenient if c > "\x7f") - broken
        return lenient if whole >= broken else content.decode(guessed(content), "replace")
    return content.decode("iso2022_jp", "replace") if _SHIFTED.search(content) else text


def paired(content: bytes) -> str:
    """Which UTF-16 it is, without a mark; empty when it is none."""
    sample = content[:SAMPLE]
    least = max(1, int(ZEROS * len(sample) / 2))
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if high >= least and 4 * low <= high:
        return "utf-16-le"
    return "utf-16-be" if low >= least and 4 * high <= low else ""


def guessed(content: bytes) -> str:
    """The code page of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes  # heavy, and wanted by few files

    first = _HIGH.search(content)
    start = max(0, first.start() - SAMPLE // 10) if first else 0
    sample = content[start : start + SAMPLE]
    found = list(from_bytes(sample, cp_isolation=list(PLAUSIBLE), preemptive_behaviour=False))
    if not found:
        return WESTERN
    best = found[0]
    for match in found:
        as_good = match.chaos <= best.chaos + NEARLY / 2 and match.coherence >= best.coherence - NEARLY
        if as_good and WESTERN in match.could_be_from_charset:
            return TURKISH if looks_turkish(sample) else WESTERN
    return str(best.encoding)


def looks_turkish(sample: bytes) -> bool:
    """Turkish and Icelandic letters share their bytes; Icelandic has others besides."""
    return bool(_TURKISH_LETTERS.search(sample)) and not _ICELANDIC_LETTERS.search(sample)
