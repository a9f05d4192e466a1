"""A template as a value that operations move: writing one, changing it and taking it out can be undone. The key is its name."""

from helpdesk.domain.change import Value
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ports import Records
from helpdesk.services.changing import KeyedFacet


async def _known(records: Records) -> dict[str, Value]:
    return {template.name: _value(template) for template in await records.templates.all()}


async def _put_one(records: Records, name: str, value: Value) -> None:
    if value is None:
        await records.templates.remove(name)
    else:
        priority, tags = Priority(value["priority"]), tuple(value["tags"])
        await records.templates.save(TicketTemplate(name, value["subject"], value["body"], priority, tags))


def _value(template: TicketTemplate) -> Value:
    tags = list(template.tags)
    return {"subject": template.subject, "body": template.body, "priority": template.priority.value, "tags": tags}


TEMPLATE_FACET = KeyedFacet("template", _known, _put_one)
