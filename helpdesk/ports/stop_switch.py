"""The stop that works whoever holds the workspace."""

from typing import Protocol

from helpdesk.domain.sending import Stop


class StopSwitch(Protocol):
    """Its state lies outside the store, so that another process can pull it while the desk is open. It may be asked before
    every single reply: an answer takes no longer than a look at a file."""

    def standing(self) -> Stop | None:
        """What somebody pulled; None when nothing leaves a doubt that nobody did."""
        ...

    def pull(self, stop: Stop) -> None:
        """Raises ReadOnly, DiskFull."""
        ...

    def release(self) -> None:
        """Raises ReadOnly."""
        ...
