"""What followed of a transaction, to be told after its commit."""

from dataclasses import dataclass, field

from helpdesk.domain.ids import OutboxId


@dataclass(frozen=True)
class Heeded:
    """What followed for certificates. `changed`: what may be sent is another than before; `promoted`: another scorer judges
    now."""

    changed: bool = False
    promoted: bool = False

    def __or__(self, other: "Heeded") -> "Heeded":
        return Heeded(self.changed or other.changed, self.promoted or other.promoted)


@dataclass(frozen=True)
class Delivered:
    """Of a draft that was stored; `outbox_id` is the reply the desk queued itself."""

    heeded: Heeded = field(default_factory=Heeded)
    outbox_id: OutboxId | None = None
