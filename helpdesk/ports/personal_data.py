"""Text in, places of personal data out."""

from collections.abc import Sequence
from typing import Protocol

from helpdesk.domain.redaction import Finding


class PersonalData(Protocol):
    @property
    def kinds(self) -> Sequence[str]:
        """Names the desk's own patterns give, beside the built-in kinds."""
        ...

    def found(self, text: str) -> Sequence[Finding]:
        """Places in the text, in no order; they may overlap. Offline and without side effects."""
        ...
