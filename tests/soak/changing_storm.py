"""The power goes while many tickets are changed, merged and taken back: an operation is whole or was never there."""

from tests.soak.station import Station

NEWEST = "SELECT max(id) FROM change_steps GROUP BY ticket_id, facet, key"
VALUES = {
    "tag": "EXISTS (SELECT 1 FROM json_each(k.tags) WHERE json_each.value = s.key)",
    "status": "k.status",
    "merged-into": "k.merged_into",
    "home": "(SELECT ticket_id FROM messages WHERE messages.id = CAST(s.key AS INTEGER))",
}
"""What the newest step on a value must be the same as."""


def changing(station: Station, kills: int) -> dict[str, int]:
    """Counts. Raises AssertionError when something acknowledged is gone, or a value is another than its last step says."""
    operations = 0
    for _ in range(kills):
        heard = station.acknowledged("tests.soak.changer", station.chance.randint(3, 12))
        told = [int(line.split()[1]) for line in heard]
        assert station.is_sound()
        operations = station.count("operations")
        gone = [number for number in told if number and not station.count(f"operations WHERE id = {number}")]
        assert not gone, f"acknowledged and gone: {gone}"
        held_to(station)
    return {"kills": kills, "operations": operations, "steps": station.count("change_steps")}


def held_to(station: Station) -> None:
    silent = "('touched', 'draft')"
    kept = f"(SELECT count(*) FROM change_steps s WHERE s.operation_id = o.id AND s.facet NOT IN {silent})"
    assert not station.count(f"operations o WHERE o.steps <> {kept}"), "an operation has lost some of its steps"
    for facet, value in VALUES.items():
        after = "coalesce(json_extract(s.after, '$'), 0)"
        joined = "change_steps s JOIN tickets k ON k.id = s.ticket_id"
        other = f"{joined} WHERE s.facet = '{facet}' AND s.id IN ({NEWEST}) AND {after} <> coalesce({value}, 0)"
        assert not station.count(other), f"{facet}: not what its last step says"
