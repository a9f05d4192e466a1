"""The intents a new desk begins with, from resources/intents.toml."""

import tomllib

from helpdesk import paths
from helpdesk.domain.understanding import Intent
from helpdesk.services.understanding.intents import SeedIntent

FILE = "intents.toml"


def shipped() -> tuple[SeedIntent, ...]:
    told = tomllib.loads((paths.resources() / FILE).read_text("utf-8"))
    return tuple(
        SeedIntent(Intent(one["name"], one["description"], one.get("never_auto", False)), tuple(one["examples"]))
        for one in told["intent"]
    )
