"""What a drafted text may not contain before anyone sends it: addresses, numbers and promises that no source backs.

Deterministic and independent of the writer. Whatever a customer or an article smuggles into a model, it ends here.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from helpdesk.domain.mail_addresses import addresses
from helpdesk.domain.markup import clean, flat

ENDINGS = (
    "com|net|org|info|biz|io|co|ai|app|dev|xyz|site|online|shop|store|club|top|tk|ru|cn|eu|uk|de|fr|es|it|nl|pl|ch|at|be|se|dk|no|us|ca"
    "|au|br|in|jp|me|tv|cc|ly|gg|link|click|live|pro|tech|cloud|example|test"
)
_URL = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,20}://|\bwww\.|\b(?:ms-[\w-]+|search-ms|skype|magnet|bitcoin|ethereum|ldaps?|vbscript):(?=\S)"
    r"|\\\\(?=\w))[^\s<>\"'\)\]]+"
    rf"|(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,5}}(?:{ENDINGS})\b(?:/[^\s<>\"'\)\]]*)?(?![\w@])"
    r"|(?<![\w@.-])(?:[\w-]{2,63}\.){1,5}[a-z]{2,24}/[^\s<>\"'\)\]]+",
    re.I,
)
_DISGUISED = re.compile(r"\s?[\[({]\s?(?:(dot|punkt|point|punto|\.)|(?:at|@))\s?[\])}]\s?", re.I)
_PHONE = re.compile(r"(?<![\w.])\+?\d[\d\s()/.-]{6,18}\d(?![\w])")
_ACTIVE = re.compile(
    r"!\[[^\]]*\][(\[]|\b(?:javascript|data|vbscript|file):[^\s]|<(?:img|script|iframe|svg|object|embed)\b", re.I
)
_PLACEHOLDER = re.compile(
    r"\{[A-Za-z_][\w ]{0,30}\}|<(?:name|insert|your)[^>]{0,30}>|\[(?:name|insert|your|customer)[^\]]{0,30}\]", re.I
)
_PROMISE = re.compile(
    r"\b(?:(?:we|i)(?: will|['’]ll| shall| can| are going to| am going to) (?:\w+ )?(?:refund|compensate|reimburse|waive"
    r"|credit|replace|pay|cover|grant|honou?r)"
    r"|(?:your|the) (?:\w+ )?(?:has been|have been|is|was) (?:\w+ )?(?:refunded|cancell?ed|credited|reimbursed|waived|unlocked"
    r"|deleted)|money back"
    r"|(?:i|we)(?:'ve| have) (?:\w+ )?(?:refunded|cancelled|canceled|credited|issued|approved|granted|waived"
    r"|processed|reset|unlocked|deleted)"
    r"|(?:your|the|a) refund (?:has been|is|was|will be)|(?:full|partial|immediate) refund|refund of|we guarantee"
    r"|i guarantee|guaranteed|i promise|we promise|free of charge|legally|liab(?:le|ility)"
    r"|compensation|discount (?:of|code)|you (?:are|will be) entitled"
    r"|wir (?:werden )?(?:garantieren|übernehmen|ersetzen)|(?:rück)?erstatt\w*|garantier\w+|kostenlos|entschädig\w*"
    r"|rembours\w+|garantissons|gratuit\w*|garanti\w*|reembols\w+"
    r"|gratis|garantiza\w*|rimbors\w+|zwrot\w* pieniędzy)\b",
    re.I,
)
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d(?:[\d.,]*\d)?|\d(?:[\d.,]*\d)?\s?(?:[$€£¥]|(?:eur|euros?|usd|dollars?|gbp|pounds?|chf|pln|zł)\b)", re.I
)
"""Without the comma or full stop of the sentence it stands in."""
_PROFANE = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|bitch\w*|asshole\w*|bastards?|cunt\w*|dick(?:head)?s?|whore\w*|slut\w*|wank\w*"
    r"|twat\w*|retard\w*|idiots?|morons?"
    r"|scheiß\w*|scheiss\w*|arschl\w+|fick\w*|hurensohn|wichser\w*|putain|merde|connard\w*|salope\w*|mierda|puta\w*"
    r"|pendej\w+|cabr[oó]n\w*"
    r"|cazzo|stronz\w+|vaffanculo|merda|caralho|kurwa\w*|pierdol\w+|chuj\w*|godverdomme|klootzak\w*)\b",
    re.I,
)
_BLOB = re.compile(r"[A-Za-z0-9+/=_%-]{40,}|(?:[^\w\s]\s?){12,}")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,:]\d+)*(?:\s?%)?|\b[A-Z]{1,4}-?\d{1,6}\b")
_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[^\W\d_])\w{8,}\b")
"""Account numbers, wallets, keys: letters and digits in one word."""

_LISTED = re.compile(r"^\s*\d{1,3}[.)]\s", re.M)
_MARK = re.compile(r"\[\d{1,3}\]")
_WORD = re.compile(r"\w+")
OVERLAP = 8
"""Words in a row that no honest reply shares with the instructions."""


@dataclass(frozen=True)
class Grounds:
    """What a reply may stand on. `sources` are the cited passages, `ours` the desk's own name and signature. Numbers may be
    taken from `theirs`, the customer's own words; addresses, amounts and promises may not. `system` and `canary` are what
    must never come back out."""

    sources: str
    ours: str = ""
    theirs: str = ""
    hosts: frozenset[str] = field(default_factory=frozenset)
    system: str = ""
    canary: str = ""

    @cached_property
    def known(self) -> str:
        """In one spelling: what is written, and what of it a reader sees."""
        backing = f"{self.sources}\n{self.ours}"
        return f"{flat(backing)} {backing}".lower()

    def has(self, address: str) -> bool:
        """All of it, not as the end of a longer one: who owns `ample.com` does not own `example.com`."""
        return re.search(rf"(?<![\w@.-]){re.escape(address.lower())}(?![\w@-])", self.known) is not None


@dataclass(frozen=True)
class Veto:
    """Why a draft may not leave by itself: the rule's name, and what in the draft broke it ('' when all of it)."""

    code: str
    detail: str = ""


def vetoes(text: str, grounds: Grounds) -> tuple[Veto, ...]:
    """One veto a broken rule, with the first thing that breaks it; empty when clean."""
    found = ((code, rule(text, grounds)) for code, rule in RULES.items())
    return tuple(Veto(code, " ".join(broken[0].split())[:80]) for code, broken in found if broken)


def unsupported_numbers(text: str, backing: str) -> tuple[str, ...]:
    """Numbers, dates and codes in `text` that `backing` does not have; list numbering and citation marks do not count."""
    bare = _LISTED.sub("", _MARK.sub("", text))
    known = set(_NUMBER.findall(flat(backing))) | set(_NUMBER.findall(backing))
    return tuple(n for n in dict.fromkeys(_NUMBER.findall(bare)) if n not in known and n.rstrip(" %") not in known)


def _undisguised(text: str) -> str:
    """With dots and at signs in the place of what only looks like none."""
    plain = unicodedata.normalize("NFKC", text).replace("\u3002", ".")
    return _DISGUISED.sub(lambda match: "." if match[1] else "@", plain)


def _links(text: str, grounds: Grounds) -> list[str]:
    return [
        url
        for url in (match.rstrip(".,;:!?)") for match in _URL.findall(_undisguised(text)))
        if not grounds.has(url) and not _allowed(url, grounds.hosts)
    ]


def _allowed(url: str, hosts: frozenset[str]) -> bool:
    if "://" in url and not url.lower().startswith(("http://", "https://")):
        return False
    host = re.split(r"[/?#:]", url.lower().partition("://")[2] or url.lower())[0]
    return "@" not in url and any(host == allowed or host.endswith(f".{allowed}") for allowed in hosts)


def _addresses(text: str, grounds: Grounds) -> list[str]:
    said = _undisguised(text)
    return [said[a:b] for a, b in addresses(said) if not grounds.has(said[a:b])]


def _phones(text: str, grounds: Grounds) -> list[str]:
    known = _digits(grounds.known)
    return [phone for phone in _PHONE.findall(text) if len(_digits(phone)) >= 7 and _digits(phone) not in known]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _unknown(pattern: re.Pattern[str]) -> Callable[[str, Grounds], list[str]]:
    def rule(text: str, grounds: Grounds) -> list[str]:
        return [match[0] for match in pattern.finditer(text) if match[0].lower() not in grounds.known]

    return rule


def _numbers(text: str, grounds: Grounds) -> list[str]:
    backing = f"{grounds.sources} {grounds.theirs} {grounds.ours}"
    strange = [code for code in _CODE.findall(text) if code.lower() not in backing.lower()]
    return [*unsupported_numbers(text, backing), *strange]


def _active(text: str, _: Grounds) -> list[str]:
    return [match[0] for match in _ACTIVE.finditer(text)]


def _leaked(text: str, grounds: Grounds) -> list[str]:
    """Runs of words that stand in the instructions and in no source."""
    said = _WORD.findall(text.lower())
    told = f" {' '.join(_WORD.findall(grounds.system.lower()))} "
    known = f" {' '.join(_WORD.findall(grounds.known))} "
    runs = (" ".join(said[at : at + OVERLAP]) for at in range(len(said) - OVERLAP + 1)) if grounds.system else ()
    return [run for run in runs if f" {run} " in told and f" {run} " not in known]


def _canary(text: str, grounds: Grounds) -> list[str]:
    bare = re.sub(r"[^0-9a-z]", "", text.lower())
    return ["(reference)"] if grounds.canary and (grounds.canary in bare or grounds.canary[::-1] in bare) else []


def _hidden(text: str, _: Grounds) -> list[str]:
    return ["(invisible characters)"] if clean(text) != text.replace("\r", "") else []


RULES: Mapping[str, Callable[[str, Grounds], list[str]]] = {
    "unsupported-link": _links,
    "unsupported-email": _addresses,
    "unsupported-phone": _phones,
    "active-content": _active,
    "placeholder": _unknown(_PLACEHOLDER),
    "unsupported-promise": _unknown(_PROMISE),
    "unsupported-amount": _unknown(_AMOUNT),
    "unsupported-number": _numbers,
    "profanity": _unknown(_PROFANE),
    "packed-text": _unknown(_BLOB),
    "hidden-text": _hidden,
    "prompt-leak": _leaked,
    "canary": _canary,
}
