"""Files of this computer that an agent attaches."""

from pathlib import Path
from typing import Protocol

from helpdesk.domain.conversation import Attachment


class AttachedFiles(Protocol):
    async def read(self, path: Path, most: int) -> Attachment:
        """The whole file; of a larger one the first `most` + 1 bytes. Raises BadInput."""
        ...
