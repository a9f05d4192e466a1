"""Tax, insurance and identity numbers, by their form and check digit; those only words announce are in `announced`."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from stdnum.at import vnr
from stdnum.au import abn, acn, tfn
from stdnum.be import nn
from stdnum.br import cnpj, cpf
from stdnum.ca import sin
from stdnum.ch import ssn as ahv
from stdnum.cl import rut
from stdnum.cz import rc
from stdnum.de import idnr
from stdnum.dk import cpr
from stdnum.es import nie, nif
from stdnum.eu import vat
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.it import codicefiscale
from stdnum.kr import brn, rrn
from stdnum.mx import curp
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.pl import nip, pesel
from stdnum.ro import cnp
from stdnum.se import personnummer
from stdnum.sg import uen
from stdnum.tr import tckimlik
from stdnum.us import itin, ssn
from stdnum.za import idnr as za_idnr

from helpdesk.adapters.personal_data import announced
from helpdesk.adapters.personal_data.announced import ID_WORDS, TAX_WORDS
from helpdesk.adapters.personal_data.surroundings import before, names_other_number
from helpdesk.domain.redaction import Finding, Kind

Check = Callable[[str], bool]
ANY: Check = lambda _: True  # noqa: E731


@dataclass(frozen=True)
class Form:
    """`pattern` finds candidates, one of `checks` must hold. With `needed` one of these words stands before."""

    kind: str
    pattern: re.Pattern[str]
    checks: tuple[Check, ...]
    needed: re.Pattern[str] | None = None


def _form(kind: str, pattern: str, *checks: Check, needed: re.Pattern[str] | None = None) -> Form:
    return Form(kind, re.compile(rf"(?<![A-Za-z0-9_/=+-])(?:{pattern})(?![A-Za-z0-9_/=-]|[.,]\d)"), checks or (ANY,), needed)


def _is_date(digits: str) -> bool:
    return 1 <= int(digits[2:4]) <= 12 and 1 <= int(digits[4:6]) <= 31


def _medicare(value: str) -> bool:
    digits = [int(c) for c in value if c.isdigit()]
    weighed = sum(d * w for d, w in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9), strict=False))
    return 2 <= digits[0] <= 6 and weighed % 10 == digits[8]


def _german_insurance(value: str) -> bool:
    """Check digit of a Krankenversichertennummer: the letter counts as two digits, every second one doubled."""
    digits = f"{ord(value[0]) - 64:02d}{value[1:9]}"
    weighed = sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(digits))
    return weighed % 10 == int(value[9])


def _travel_document(value: str) -> bool:
    """The check digit of machine-readable documents (ICAO 9303), over all but the last character."""
    weighed = sum(int(c, 36) * (7, 3, 1)[i % 3] for i, c in enumerate(value[:-1]))
    return value[-1].isdigit() and weighed % 10 == int(value[-1])


def _german_pension(value: str) -> bool:
    """Holds a birthday; a second number given for one adds 50 to its day."""
    value = value.replace(" ", "")
    return 1 <= int(value[4:6]) <= 12 and 1 <= int(value[2:4]) % 50 <= 31


def _prefixed_vat(value: str) -> bool:
    return bool(vat.is_valid(value))


FORMS = (
    _form(Kind.TAX, r"[A-Z]{2}[ ]?[0-9A-Z]{7,12}", _prefixed_vat),
    _form(Kind.TAX, r"CHE[- ]?\d{3}\.?\d{3}\.?\d{3}(?: ?(?:MWST|TVA|IVA))?"),
    _form(Kind.TAX, r"(?:0[1-9]|[12]\d|3[0-7])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]"),
    _form(Kind.TAX, r"[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]"),
    _form(Kind.TAX, r"\d{3}-\d{2}-\d{5}", brn.is_valid),
    _form(Kind.TAX, r"\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}", nip.is_valid),
    _form(Kind.TAX, r"\d{2} ?\d{3} ?\d{3} ?\d{3}", abn.is_valid, idnr.is_valid, tckimlik.is_valid),
    _form(Kind.TAX, r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}", cnpj.is_valid),
    _form(Kind.TAX, r"\d{8}[A-Z]|(?:19|20)\d{7}[A-Z]|[STR]\d{2}[A-Z]{2}\d{4}[A-Z]", ANY, needed=TAX_WORDS),
    _form(Kind.TAX, r"\d{8}[A-Z]|(?:19|20)\d{7}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z]", uen.is_valid),
    _form(Kind.ID, r"[A-Za-z]{6}\d{2}[A-Za-z]\d{2}[A-Za-z]\d{3}[A-Za-z]", codicefiscale.is_valid),
    _form(Kind.ID, r"\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]", nif.is_valid, nie.is_valid),
    _form(
        Kind.ID,
        r"\d{3}([-. ])\d{2}\1\d{4}|\d{3}-\d{6}|\d{5}-\d{4}",
        *(lambda v, c=c: c(re.sub(r"\D", "", v)) for c in (ssn.is_valid, itin.is_valid)),
    ),
    _form(Kind.ID, r"9\d\d-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}"),
    _form(Kind.ID, r"\d{6}-[1-8]\d{6}", _is_date),
    _form(Kind.ID, r"(?i:(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D])"),
    _form(Kind.ID, r"(?i:[A-Z9]{5}\d[0156]\d(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9]{3})"),
    _form(Kind.ID, r"[STFGM]\d{7}[A-Z]"),
    _form(Kind.ID, r"(?i:[MSRODG]\d{3}[A-Z]\d{4})"),
    _form(
        Kind.ID, r"[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}"
    ),
    _form(Kind.ID, r"\d{6}[-+A]\d{3}[0-9A-Y]", hetu.is_valid),
    _form(Kind.ID, r"(?:\d{2})?\d{6}[-+]\d{4}", personnummer.is_valid, cpr.is_valid),
    _form(Kind.ID, r"\d{6} \d{5}", fodselsnummer.is_valid),
    _form(Kind.ID, r"\d{3}\.\d{3}\.\d{3}-\d{2}", cpf.is_valid),
    _form(Kind.ID, r"\d{1,2}\.\d{3}\.\d{3}-[\dkK]", rut.is_valid),
    _form(Kind.ID, r"756\.?\d{4}\.?\d{4}\.?\d{2}", ahv.is_valid),
    _form(Kind.ID, r"[12] ?\d{2} ?[01]\d ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}", nir.is_valid),
    _form(Kind.ID, r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}", nn.is_valid),
    _form(Kind.ID, r"\d{3}[- ]\d{3}[- ]\d{3}", sin.is_valid, tfn.is_valid),
    _form(Kind.ID, r"\d{4} ?\d{5} ?\d", _medicare, needed=ID_WORDS),
    _form(Kind.ID, r"\d{4} \d{5} \d", _medicare),
    _form(Kind.ID, r"[A-Z]\d{9}", _german_insurance),
    _form(Kind.ID, r"\d{8}[A-Z]\d{3}|\d{2} \d{6} [A-Z] \d{3}", _german_pension),
    _form(Kind.ID, r"[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d", curp.is_valid),
    _form(Kind.ID, r"\d{6}/\d{3,4}", rc.is_valid),
    _form(Kind.ID, r"\d{13}", za_idnr.is_valid, cnp.is_valid, rrn.is_valid),
    _form(Kind.ID, r"\d{11}", pesel.is_valid),
    _form(Kind.ID, r"\d{9,10}", bsn.is_valid, nhs.is_valid, vnr.is_valid, acn.is_valid, needed=ID_WORDS),
    _form(Kind.ID, r"\d{3} \d{3} \d{4}", nhs.is_valid, needed=ID_WORDS),
    _form(Kind.ID, r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}\d", _travel_document),
)


def found(text: str, _: Sequence[str]) -> Iterator[Finding]:
    for form in FORMS:
        for match in form.pattern.finditer(text):
            if _holds(form, match[0]) and _stands(form, text, match.start()):
                yield Finding(match.start(), match.end(), form.kind)
    yield from announced.found(text)


def _holds(form: Form, value: str) -> bool:
    return any(check(value) for check in form.checks)


def _stands(form: Form, text: str, start: int) -> bool:
    left = before(text, start)
    if form.needed is not None:
        return bool(form.needed.search(left))
    return not names_other_number(text, start) or bool(ID_WORDS.search(left) or TAX_WORDS.search(left))
