"""What a message is, before it is answered; and the desk's own intents."""

from helpdesk.services.understanding.intents import IntentBook, SeedIntent
from helpdesk.services.understanding.seeds import shipped
from helpdesk.services.understanding.understanding import Readers, Understanding

__all__ = ["IntentBook", "Readers", "SeedIntent", "Understanding", "shipped"]
