"""Templates of new tickets."""

from dataclasses import dataclass, replace

from helpdesk.domain.errors import BadInput
from helpdesk.domain.macro import filled
from helpdesk.domain.markup import clean
from helpdesk.domain.ticket_template import TicketTemplate, fault_in
from helpdesk.ports import Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.composing.template_facet import TEMPLATE_FACET
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Templates:
    store: Store
    settings: Settings
    changes: Changes

    async def all(self) -> list[TicketTemplate]:
        """By name."""
        return await self.store.read(lambda records: records.templates.all())

    async def save(self, template: TicketTemplate) -> bool:
        """True when it is new; else the one of that name is as given now. Raises BadInput."""
        tags = dict.fromkeys(" ".join(clean(tag).split()).casefold() for tag in template.tags)
        wanted = TicketTemplate(
            " ".join(clean(template.name).split()),
            " ".join(clean(template.subject).split()),
            clean(template.body).strip(),
            template.priority,
            tuple(tag for tag in tags if tag),
        )
        if fault := fault_in(wanted):
            raise BadInput(f"template {wanted.name}".strip(), 0, fault)

        async def work(records: Records) -> bool:
            before = await TEMPLATE_FACET.value(records, wanted.name)
            is_new = await records.templates.save(wanted)
            await records.log.note("template.saved", name=wanted.name)
            await self.changes.record_kept(records, TEMPLATE_FACET, wanted.name, before)
            return is_new

        return await self.store.write(work)

    async def remove(self, name: str) -> None:
        """Raises NotFound."""

        async def work(records: Records) -> None:
            await self.changes.take_away(records, TEMPLATE_FACET, name)
            await records.log.note("template.removed", name=name)

        await self.store.write(work)

    def filled(self, template: TicketTemplate) -> TicketTemplate:
        """With {agent} and {company} filled in."""
        values = {"agent": self.settings.agent_name, "company": self.settings.company}
        return replace(template, subject=filled(template.subject, values), body=filled(template.body, values))
