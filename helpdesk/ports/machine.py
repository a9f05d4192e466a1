"""The computer itself: may it be asked for long work now?"""

from typing import Protocol


class Machine(Protocol):
    def strained(self) -> str:
        """Why long work should wait, as a clause ('it runs on battery'); empty when it may go on."""
        ...
