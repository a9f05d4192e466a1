"""Views of the desk's own: kept, named, put in order; each change can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpdesk.domain.change import Spot, Step, Value
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.markup import clean
from helpdesk.domain.ticket_query import LONGEST_NAME, SavedView, TicketQuery, as_json, from_json
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes, KeyedFacet

VIEW = "view"


def kept(view: SavedView | None) -> Value:
    return None if view is None else {"name": view.name, "query": as_json(view.query), "position": view.position}


def restored(view_id: int, value: dict[str, Any]) -> SavedView:
    return SavedView(view_id, value["name"], from_json(value["query"]), value["position"])


async def known_views(records: Records) -> dict[str, Value]:
    return {str(view.id): kept(view) for view in await records.views.all()}


async def put_view(records: Records, key: str, value: Value) -> None:
    if value is None:
        await records.views.remove(int(key))
    else:
        await records.views.put(restored(int(key), value))


VIEW_FACET = KeyedFacet(VIEW, known_views, put_view)
"""A view as a value that moves in operations; its key is the number."""


@dataclass(frozen=True)
class SavedViews:
    store: Store
    changes: Changes

    async def save(self, name: str, query: TicketQuery, view_id: int | None) -> SavedView:
        """Raises BadInput, NotFound."""
        name = " ".join(clean(name).split())
        if not name or len(name) > LONGEST_NAME:
            raise BadInput("view", 0, f"give it a name of at most {LONGEST_NAME} characters")

        async def work(records: Records) -> SavedView:
            known = await records.views.all()
            if any(one.name.casefold() == name.casefold() and one.id != view_id for one in known):
                raise BadInput(f"view {name}", 0, "another view has this name; choose another one")
            before = next((one for one in known if one.id == view_id), None)
            if view_id is not None and before is None:
                raise NotFound("view", str(view_id))
            place = before.position if before else 1 + max((one.position for one in known), default=0)
            made = SavedView(view_id or 0, name, replace(query, words=""), place)
            made = replace(made, id=await records.views.put(made))
            kind = "view.changed" if before else "view.made"
            await self.changes.record(records, kind, [step(made.id, before, made)], words={"name": name})
            return made

        return await self.store.write(work)

    async def remove(self, view_id: int) -> None:
        """Raises NotFound."""

        async def work(records: Records) -> None:
            before = next((one for one in await records.views.all() if one.id == view_id), None)
            if before is None:
                raise NotFound("view", str(view_id))
            await records.views.remove(view_id)
            await self.changes.record(records, "view.removed", [step(view_id, before, None)], words={"name": before.name})

        await self.store.write(work)

    async def arrange(self, ids: Sequence[int]) -> None:
        """Puts the desk's own views in this order; those not named follow."""

        async def work(records: Records) -> None:
            known = {one.id: one for one in await records.views.all()}
            order = [*(known.pop(one) for one in ids if one in known), *known.values()]
            steps = []
            for place, view in enumerate(order, 1):
                moved = replace(view, position=place)
                if moved != view:
                    await records.views.put(moved)
                    steps.append(step(view.id, view, moved))
            await self.changes.record(records, "view.arranged", steps)

        await self.store.write(work)


def step(view_id: int, before: SavedView | None, after: SavedView | None) -> Step:
    return Step(Spot(VIEW, None, str(view_id)), kept(before), kept(after))
