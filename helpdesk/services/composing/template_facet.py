"""A template as a value that operations move: writing one, changing it and taking it out can be undone."""

from collections.abc import Sequence

from helpdesk.domain.change import Spot, Value
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ports import Records

TEMPLATE = "template"


class TemplateFacet:
    """A spot's key is the template's name."""

    name = TEMPLATE

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = {template.name: template for template in await records.templates.all()}
        return [template_value(known.get(spot.key)) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        for spot, value in values:
            if value is None:
                await records.templates.remove(spot.key)
            else:
                priority, tags = Priority(value["priority"]), tuple(value["tags"])
                await records.templates.save(TicketTemplate(spot.key, value["subject"], value["body"], priority, tags))


def template_value(template: TicketTemplate | None) -> Value:
    if template is None:
        return None
    tags = list(template.tags)
    return {"subject": template.subject, "body": template.body, "priority": template.priority.value, "tags": tags}
