"""Who works at this desk, and who a ticket can be given to."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain.change import ASSIGNEE, Assign, Operation, OperationId, Spot, Step
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import AgentId, TicketId
from helpdesk.domain.people import Agent
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.ticket_panel import AgentLoad
from helpdesk.ports.store import Records
from helpdesk.services.changing.doing import told
from helpdesk.services.ticketing.bench import Bench
from helpdesk.services.ticketing.facets import AGENT, agent_value

LONGEST_NAME, LONGEST_ADDRESS = 120, 254
ME = "me"
NOBODY = "nobody"


@dataclass(frozen=True)
class Agents:
    bench: Bench

    async def all(self) -> list[Agent]:
        """By name."""
        return await self.bench.store.read(lambda records: records.people.agents())

    async def loads(self) -> list[AgentLoad]:
        return await self.bench.store.read(lambda records: records.people.loads())

    async def me(self) -> Agent:
        """Whoever the settings name; known to the desk from now on."""
        name = self.bench.agent
        known = named(await self.all(), name)
        return await self.bench.store.write(lambda records: introduced(records, name)) if known is None else known

    async def find(self, name: str) -> Agent:
        """By name, `me` for who works here. Raises NotFound."""
        agent = await self.me() if name.casefold() == ME else named(await self.all(), name)
        if agent is None:
            raise NotFound("agent", name)
        return agent

    async def assign(self, tickets: Sequence[TicketId], who: str) -> Operation | None:
        """To an agent by name, `me` or `nobody`. Raises NotFound for a name nobody here has."""
        if who.casefold() == NOBODY:
            return await self.bench.changes.apply(tickets, [Assign(None)], kind=ASSIGNEE)
        agent = await self.find(who)
        return await self.bench.changes.apply(tickets, [Assign(agent.name)], kind=ASSIGNEE)

    async def add(self, name: str, email: str = "") -> Agent:
        """Raises BadInput when the name is taken or none."""
        name, email = checked(name, email)

        async def work(records: Records) -> Agent:
            if named(await records.people.agents(), name):
                raise BadInput("agent", 0, f"there is an agent {name} already")
            made = await records.people.add_agent(name, email)
            step = Step(Spot(AGENT, None, str(made.id)), None, agent_value(made))
            await self.bench.changes.record(records, "agent.added", [step], words={"name": name})
            return made

        made = await self.bench.store.write(work)
        self.bench.tell(AGENT)
        return made

    async def change(self, agent_id: AgentId, name: str, email: str) -> Agent:
        """Tickets stay with the agent under the new name. Raises BadInput, NotFound."""
        name, email = checked(name, email)

        async def work(records: Records) -> Agent:
            known = await records.people.agents()
            before = next((one for one in known if one.id == agent_id), None)
            if before is None:
                raise NotFound("agent", str(agent_id))
            if any(one.id != agent_id and same(one.name, name) for one in known):
                raise BadInput("agent", 0, f"there is an agent {name} already")
            after = Agent(agent_id, name, email)
            await records.people.put_agent(agent_id, after)
            step = Step(Spot(AGENT, None, str(agent_id)), agent_value(before), agent_value(after))
            await self.bench.changes.record(records, "agent.changed", [step], words={"name": name})
            return after

        changed = await self.bench.store.write(work)
        self.bench.tell(AGENT)
        return changed

    async def remove(self, agent_id: AgentId) -> OperationId | None:
        """The agent's tickets are given to nobody. Raises NotFound."""

        async def work(records: Records) -> tuple[OperationId | None, tuple[Step, ...]]:
            gone = await records.people.agent(agent_id)
            if gone is None:
                raise NotFound("agent", str(agent_id))
            tickets = await records.people.tickets_of(agent_id)
            spots = [Spot(ASSIGNEE, ticket) for ticket in tickets]
            await records.changes.put(ASSIGNEE, [(spot, None) for spot in spots])
            await records.people.put_agent(agent_id, None)
            steps = [Step(spot, gone.name, None) for spot in spots]
            steps.append(Step(Spot(AGENT, None, str(agent_id)), agent_value(gone), None))
            words = {"name": gone.name, "tickets": len(tickets)}
            return await self.bench.changes.record(records, "agent.removed", steps, words=words), tuple(steps)

        made, moved = await self.bench.store.write(work)
        for event in told(moved):
            self.bench.publish(event)
        self.bench.tell(AGENT)
        return made


def checked(name: str, email: str) -> tuple[str, str]:
    name, email = one_line(name, LONGEST_NAME), one_line(email, LONGEST_ADDRESS)
    if not name or name.casefold() in (ME, NOBODY):
        raise BadInput("agent", 0, "give the agent a name")
    if email and (" " in email or "@" not in email.strip("@")):
        raise BadInput("agent", 0, f"'{email}' is not a mail address")
    return name, email


def same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()


async def introduced(records: Records, name: str) -> Agent:
    """Known to the desk from now on."""
    known = named(await records.people.agents(), name)
    return await records.people.add_agent(name, "") if known is None else known


def named(agents: Sequence[Agent], name: str) -> Agent | None:
    return next((one for one in agents if same(one.name, name)), None)
