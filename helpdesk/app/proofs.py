"""What decisions teach and prove, what may leave by itself, trials on old tickets, gaps."""

from dataclasses import replace

from helpdesk.adapters.channels.solved_files import SolvedFiles
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.comparing import ApartComparing
from helpdesk.adapters.machine import PsutilMachine
from helpdesk.adapters.report_page import HtmlReport
from helpdesk.adapters.score_fitting import NewtonFitting
from helpdesk.adapters.stop_file import StopFile
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.app.parts import Parts, Publish
from helpdesk.domain.ticket import ChannelName
from helpdesk.services.articles import Articles
from helpdesk.services.certifying import Assessing, Certifying, Consequences, Weigher
from helpdesk.services.gaps import Gaps
from helpdesk.services.gaps import Parts as GapParts
from helpdesk.services.history import History, Judging, Proof, Reading, Rehearsing, Reporting, Timing, TrialDrafting
from helpdesk.services.learning import Later, Learning, Refitting
from helpdesk.services.outbox import Outbox
from helpdesk.services.pipeline import Steps
from helpdesk.services.ratings import AskingChannel
from helpdesk.services.seeding import Seeding
from helpdesk.services.sending import Brake, ClockWatch, Gate, Leaving, Sending, Signing
from helpdesk.services.understanding import Understanding


def trials(parts: Parts, publish: Publish, steps: Steps, others: tuple[Understanding, TicketFiles, Weigher]) -> History:
    store, settings, clock = parts.store, parts.settings, parts.clock
    reading, tickets, weigher = others
    rehearsing = Rehearsing(steps, reading, parts.index, clock)
    idle = PsutilMachine() if settings.draft_when_idle else None
    return History(
        reading=Reading(store, clock, publish, SolvedFiles(tickets), reading.own_words),
        drafting=TrialDrafting(store, rehearsing, clock, publish, idle),
        judging=Judging(store, clock, publish, Proof(weigher, clock), settings.agent_name, settings.every_signature),
        timing=Timing(store, publish, settings.agent_name),
        reporting=Reporting(store, clock, parts.hiding, HtmlReport()),
    )


def gap_finding(parts: Parts, publish: Publish, shelf: Articles) -> Gaps:
    store, index, likeness, clock = parts.store, parts.index, parts.likeness, parts.clock
    computing = VectorGroups(), ApartComparing()
    return Gaps(GapParts(store, index, likeness, *computing, parts.hiding, shelf, parts.settings, clock, publish))


def proofs(parts: Parts, publish: Publish, gate: Gate, steps: Steps) -> tuple[Steps, Certifying, Consequences]:
    """What proves that answers may leave by themselves, with the steps of drafting that heed it, and what decisions do to
    it."""
    store, clock, settings = parts.store, parts.clock, parts.settings
    weigher, seeding = Weigher(clock, parts.scorers), Seeding(settings)
    assessing = Assessing(clock, settings, weigher, gate, seeding)
    return (
        replace(steps, assessing=assessing),
        Certifying(store, clock, publish, settings, weigher, assessing, steps.drafter),
        Consequences(clock, publish, weigher, seeding, settings.every_signature),
    )


def learned(parts: Parts, publish: Publish, certifying: Certifying) -> Learning:
    later = Later(parts.store, parts.clock, publish, parts.settings, certifying.weigh)
    return Learning(parts.store, parts.clock, parts.scorers, Refitting(NewtonFitting()), later)


def post(parts: Parts, publish: Publish) -> tuple[Sending, Outbox]:
    """What leaves, and who lets the desk's own answers go."""
    store, clock = parts.store, parts.clock
    channel = AskingChannel(parts.channel, store, clock, parts.settings)
    gate = Gate(clock, parts.settings, StopFile(parts.workspace.stop), ClockWatch(clock))
    leaving = Leaving(store, gate, publish)
    sending = Sending(store, gate, leaving, Brake(store, gate, leaving, publish), Signing(clock), publish)
    return sending, Outbox(store, clock, publish, dict.fromkeys(ChannelName, channel), leaving)


async def sent(sending: Sending, outbox: Outbox) -> bool:
    await sending.attend()
    return await outbox.flush() > 0
