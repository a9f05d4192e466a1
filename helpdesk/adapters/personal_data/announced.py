"""Numbers that have no form of their own: the words before say whose they are. "My passport number is …"."""

import re
from collections.abc import Iterator

from helpdesk.domain.redaction import Finding, Kind

TAX_WORDS = re.compile(
    r"\b(?:tax(?:payer)?|vat|tin|itin|ein|gst|gstin|abn|tfn|steuer\w*|ust|umsatzsteuer\w*|nif|nip|cif|iva|tva|siret|siren"
    r"|p\.? ?iva|partita iva|(?:numéro|n°|número) (?:de )?(?:fiscal|contribuinte)|fiscal (?:number|code)"
    r"|codice fiscale|cnpj|rfc|mwst|btw|moms|utr|(?-i:PAN)|uen|brn|사업자등록번호)\b",
    re.I,
)
ID_WORDS = re.compile(
    r"\b(?:ssn|(?-i:SIN)|nhs|nino|ni(?= (?:number|no)\b)|npi|dea|mbi|bsn|burgerservicenummer|pesel|dni|nie|cpf|rut|curp|cpr"
    r"|hetu|nric|(?-i:FIN)|aadhaar|lanr|kvnr|ahv|social security|social insurance|national (?:insurance|identity|id)|insurance"
    r"|medicare|health card|patient|provider|identity|passport|travel document|voter|certificate|id card|id|personal id"
    r"|driv(?:er|ing)['\u2019]?s? licen[cs]e|medical licen[cs]e|licen[cs]e plate|licen[cs]e(?! keys?\b)"
    r"|routing|aba(?= (?:no|number|routing|\d))|sort code|bank account|kontonummer"
    r"|reisepass\w*|(?-i:Pass)|personalausweis\w*|ausweis\w*|führerschein\w*|sozialversicherung\w*|sv-nummer|versicher\w+"
    r"|krankenversicher\w+|carte d['\u2019]identité|passeport|permis de conduire|sécurité sociale|pasaporte"
    r"|carnet de conducir|seguridad social|carta d['\u2019]identità|passaporto|tessera sanitaria|patente"
    r"|paspoort|rijbewijs|dowód(?: osobisty)?|paszport\w*|personnummer|fødselsnummer|kennitala"
    r"|여권|운전면허|주민등록번호)\b",
    re.I,
)
_THINGS = re.compile(
    r"\b(?:orders?|device|devices|hardware|firmware|product|article|model|build|version|app|bundle|package|vendor|session|error"
    r"|event|request|transaction|message|thread|process|job|task|log|commit|node|port|gateway|hub|sensor|zigbee|network|cell"
    r"|tracking|shipment|parcel|ticket|case|invoice|feature|channel|room|scene|rule|reference"
    r"|patch|issue|bug|vlan|unique|geräte|bestell|artikel|sitzungs)[ _-]$|[?&/_.=-]$",
    re.I,
)
"""Right before "ID" they say that it is not a person's; so do the marks of an address on the web."""
_BEFORE_ID = 16
_ANNOUNCED = re.compile(
    rf"(?P<tax>{TAX_WORDS.pattern})?(?(tax)|{ID_WORDS.pattern})"
    r"(?:[\s.:#=-]+(?:(?:number|numbers|num|nummer|numéro|número|numero|numer|no|nr|identifier|identification|id|idnr|code|card"
    r"|identifikationsnummer|is|was|ist|lautet|est|es|è|é|the|my|plus)\b|n°))*"
    r"(?:[-.]?(?:nummer|nr|no)\b)?"
    r"[\s.:#=(]{1,3}(?P<value>[A-Za-z]{0,3}[ -]?\d[0-9A-Za-z]*(?:[ ./-]?\d[0-9A-Za-z]*){0,8})(?![\w@])",
    re.I,
)
FEWEST_DIGITS, LONGEST = 5, 24


def found(text: str) -> Iterator[Finding]:
    for match in _ANNOUNCED.finditer(text):
        value = match["value"]
        if sum(c.isdigit() for c in value) < FEWEST_DIGITS or len(value) > LONGEST or _of_a_thing(text, match):
            continue
        yield Finding(match.start("value"), match.end("value"), Kind.TAX if match["tax"] else Kind.ID)


def _of_a_thing(text: str, match: re.Match[str]) -> bool:
    left = text[max(0, match.start() - _BEFORE_ID) : match.start()]
    return match[0][:2].lower() == "id" and bool(_THINGS.search(left))
