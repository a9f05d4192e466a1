"""The power goes while answers leave by themselves: between the gate and the outbox, in the undo time, at the hand-over."""

from collections.abc import Mapping

from tests.soak.station import Station
from tests.soak.storms import TICKETS_A_ROUND, filed_once, prepared, tickets

LINE = "0.5"
SIGNED = "Helpdesk may send by itself from 0.50 without proof"


class Unattended(Station):
    """Signs as Ada, has the shortest undo time, and is not alarmed by a hundred tickets in a minute."""

    @property
    def environment(self) -> Mapping[str, str]:
        own = {"AGENT_NAME": "Ada", "AUTO_UNDO_SECONDS": "30", "AUTO_SURGE_LEAST": "1000", "AUTO_PER_CUSTOMER": "20"}
        return {**super().environment, **{f"HELPDESK_{name}": value for name, value in own.items()}}


def auto_sending(station: Station, kills: int) -> dict[str, int]:
    """What the gate approved stands and is filed exactly once; what it held waits for a person; nothing is in between."""
    desk = Unattended(station.folder, station.chance)
    prepared(desk)
    desk.run("autosend", "on", "--line", LINE, "--sign", SIGNED)
    approved: set[int] = set()
    for round_ in range(kills):
        tickets(desk, round_ * TICKETS_A_ROUND, TICKETS_A_ROUND)
        lines = desk.acknowledged("tests.soak.auto_shift", desk.chance.randrange(1, 2 * TICKETS_A_ROUND))
        approved |= {int(line.split()[1]) for line in lines if line.startswith("approved ")}
        assert desk.is_sound()
        decided = {draft for (draft,) in desk.rows("SELECT draft_id FROM decisions WHERE kind = 'auto' AND undone = 0")}
        queued = {draft for (draft,) in desk.rows("SELECT a.draft_id FROM auto_replies a JOIN outbox o ON o.id = a.outbox_id")}
        assert approved <= decided == queued, f"approvals lost: {sorted(approved - decided)}, {sorted(decided ^ queued)}"
    desk.acknowledged("tests.soak.auto_shift", 1_000_000)
    states = {state for (state,) in desk.rows("SELECT DISTINCT state FROM drafts")}
    assert states <= {"sent", "in-review"}, states
    assert approved
    return {"kills": kills, "approved": len(approved), "filed": filed_once(desk)}
