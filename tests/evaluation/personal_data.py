"""How much personal data is found, type by type, and what of it would still stand in a prompt.

`python -m tests.evaluation.personal_data` prints the table; the suite runs it on every eighth text. A span counts as found when
all of its letters and digits are hidden; something hidden where no span of a covered type lies is a false alarm.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain import party_names
from helpdesk.domain.redaction import Kind
from helpdesk.services.redacting import Redacting

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "pii"
SETS = ("recogniser_edge_cases", "synth_templates", "technical_no_pii", "wnut17_names")
REGIONS = ("US", "GB", "DE", "FR")
BY_TYPE = {"EMAIL_ADDRESS": "EMAIL", "PHONE_NUMBER": "PHONE", "IBAN_CODE": "IBAN", "CREDIT_CARD": "CARD", "PERSON": "NAME"}
NUMBERS = "ID/TAX"
UNCOVERED = frozenset(
    [
        "STREET_ADDRESS",
        "GPE",
        "ORGANIZATION",
        "DATE_TIME",
        "TITLE",
        "AGE",
        "NRP",
        "DOMAIN_NAME",
        "ZIP_CODE",
        "IP_ADDRESS",
        "MAC_ADDRESS",
        "URL",
        "CRYPTO",
        "UK_POSTCODE",
        "LOCATION",
        "IN_VEHICLE_REGISTRATION",
    ]
)


@dataclass
class Tally:
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    unrestored: int = 0

    def recall(self, kind: str) -> float:
        return self.found[kind] / max(1, self.found[kind] + self.missed[kind])

    def precision(self, kind: str) -> float:
        return self.found[kind] / max(1, self.found[kind] + self.alarms[kind])

    def f2(self, kind: str) -> float:
        recall, precision = self.recall(kind), self.precision(kind)
        return 5 * precision * recall / max(1e-9, 4 * precision + recall)

    def leak_rate(self, kind: str) -> float:
        return self.leaked[kind] / max(1, self.found[kind] + self.missed[kind])

    @property
    def kinds(self) -> list[str]:
        return sorted({*self.found, *self.missed, *self.alarms})


def measured(name: str, every: int = 1) -> Tally:
    """Of every n-th text of a set."""
    tally, formal = Tally(), FormalRecogniser(REGIONS)
    redacting = Redacting(formal)
    for number, line in enumerate((FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()):
        if number % every == 0:
            row = json.loads(line)
            _count(tally, row["text"], [(s, e, covered(t)) for s, e, t in row["spans"] if covered(t)], formal)
            vault = redacting.vault_of(row["text"])
            hidden = vault.hide(row["text"])
            tally.texts += 1
            tally.unrestored += vault.restore(hidden).text != row["text"]
            for start, end, kind in ((s, e, covered(t)) for s, e, t in row["spans"] if covered(t)):
                tally.leaked[kind] += row["text"][start:end] in hidden
    return tally


def covered(kind: str) -> str:
    """Our name for a labelled type; '' for one nobody asked to hide."""
    return "" if kind in UNCOVERED else BY_TYPE.get(kind, NUMBERS)


def _count(tally: Tally, text: str, gold: list[tuple[int, int, str]], formal: FormalRecogniser) -> None:
    places = [(f.start, f.end, f.kind) for f in (*formal.found(text), *party_names.found(text))]
    hidden = {at for start, end, _ in places for at in range(start, end)}
    for start, end, kind in gold:
        whole = all(at in hidden for at in range(start, end) if text[at].isalnum())
        (tally.found if whole else tally.missed)[kind] += 1
    for start, end, kind in places:
        if not any(start < right and left < end for left, right, _ in gold):
            tally.alarms[NUMBERS if kind in (Kind.ID, Kind.TAX) else str(kind)] += 1


def table() -> Iterator[str]:
    yield "set                     type    gold  recall  precision  F2     false  leak"
    for name in SETS:
        tally = measured(name)
        for kind in tally.kinds or ["-"]:
            gold = tally.found[kind] + tally.missed[kind]
            yield (
                f"{name:23} {kind:7} {gold:4}  {tally.recall(kind):.3f}   {tally.precision(kind):.3f}      {tally.f2(kind):.3f}"
                f"  {tally.alarms[kind]:4}  {tally.leak_rate(kind):.3f}"
            )
        yield f"{name:23} restored word for word: {tally.texts - tally.unrestored} of {tally.texts}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
