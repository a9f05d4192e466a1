"""What the knowledge base was searched for, as a step of a draft keeps it: with personal data hidden."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.domain.evidence import Evidence
from helpdesk.domain.redaction import Vault

MOST_KEPT = 1_000
"""Characters of each text."""


def searched_for(evidence: Sequence[Evidence], vault: Vault) -> Mapping[str, Any]:
    """Empty where nothing was searched for."""
    every = [one.searched for one in evidence if one.searched is not None]
    if not every:
        return {}
    first, corrected = every[0], {typed: meant for one in every for typed, meant in one.corrected}
    return {
        "around": kept(first.around, vault),
        "asks": [[kept(one.own, vault), round(one.share, 3)] for one in every],
        "corrected": [[kept(typed, vault), meant] for typed, meant in corrected.items()],
        "kept_out": first.kept_out,
        "overdue": first.overdue,
        "path": evidence[0].path,
    }


def kept(text: str, vault: Vault) -> str:
    hidden = vault.hide(text)
    return hidden if len(hidden) <= MOST_KEPT else f"{hidden[:MOST_KEPT].rstrip()}…"
