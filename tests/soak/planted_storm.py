"""The power goes while test drafts are planted, decided and cleared away: nothing planted is ever on its way to a customer."""

from helpdesk.domain.reply import without_markers
from tests.soak.station import Station
from tests.soak.storms import TICKETS_A_ROUND, filed_once, prepared, tickets

ON_THEIR_WAY = "SELECT o.body, s.true_text FROM outbox o JOIN test_drafts s ON s.draft_id = o.draft_id"


def planting(station: Station, kills: int) -> dict[str, int]:
    prepared(station)
    station.run("certificate", "goal", "--wrong", "5")
    told: set[int] = set()
    for round_ in range(kills):
        tickets(station, round_ * TICKETS_A_ROUND, TICKETS_A_ROUND)
        lines = station.acknowledged("tests.soak.planted_shift", station.chance.randrange(1, 3 * TICKETS_A_ROUND))
        told |= {int(line.split()[1]) for line in lines if line.startswith("tested ")}
        sound(station, told)
    station.acknowledged("tests.soak.planted_shift", 1_000_000)
    sound(station, told)
    open_still = list(station.rows("SELECT id FROM test_drafts WHERE outcome = ''"))
    assert not open_still, open_still
    planted = len(list(station.rows("SELECT id FROM test_drafts")))
    assert planted
    return {"kills": kills, "planted": planted, "filed": filed_once(station)}


def sound(station: Station, told: set[int]) -> None:
    assert station.is_sound()
    for body, true_text in station.rows(ON_THEIR_WAY):
        assert body == without_markers(true_text), body
    changed = list(
        station.rows("SELECT d.id FROM drafts d JOIN test_drafts s ON s.draft_id = d.id WHERE d.text != s.true_text")
    )
    assert not changed, changed
    decided = {draft for (draft,) in station.rows("SELECT draft_id FROM test_drafts WHERE outcome != ''")}
    assert told <= decided, sorted(told - decided)
