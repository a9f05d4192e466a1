"""Personal data by its form: addresses, numbers with a check digit, and what the desk's own patterns say."""

from collections.abc import Sequence
from importlib import import_module

from helpdesk.domain.mail_addresses import addresses
from helpdesk.domain.own_patterns import OwnPattern
from helpdesk.domain.redaction import Finding, Kind

CERTAIN_FIRST = ("accounts", "documents", "phones")
"""Modules by how sure they are: a card number is no phone number, whatever a matcher of phones says."""


class FormalRecogniser:
    """`regions` are ISO 3166 codes of the countries whose national numbers customers write. The tables of numbers load with the
    first text: a window does not wait for them."""

    def __init__(self, regions: Sequence[str], own: Sequence[OwnPattern] = ()) -> None:
        self._regions = tuple(regions)
        self._own = tuple(own)

    @property
    def kinds(self) -> Sequence[str]:
        return [pattern.name for pattern in self._own]

    def found(self, text: str) -> Sequence[Finding]:
        found = [Finding(start, end, pattern.name) for pattern in self._own for start, end in pattern.places(text)]
        found += [Finding(start, end, Kind.EMAIL) for start, end in addresses(text)]
        for name in CERTAIN_FIRST:
            certain = tuple(found)
            for finding in import_module(f"{__name__}.{name}").found(text, self._regions):
                if all(finding.end <= known.start or known.end <= finding.start for known in certain):
                    found.append(finding)
        return found
