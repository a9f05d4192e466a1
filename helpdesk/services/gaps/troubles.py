"""Tickets whose drafts did not do, and which of them are about the same."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from helpdesk.domain.asks import asks_in
from helpdesk.domain.everyday_words import share_a_word
from helpdesk.domain.gap_proposal import GapKind, GapState, Proposal
from helpdesk.domain.gaps import Course, Trouble, trouble_of
from helpdesk.domain.ids import TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.progress import Report
from helpdesk.domain.terms import telling_stems
from helpdesk.domain.words import content
from helpdesk.ports import Records
from helpdesk.ports.grouping import Groups
from helpdesk.ports.ticket_vectors import TicketWords
from helpdesk.services.assistance.likeness import text_of
from helpdesk.services.gaps.parts import Parts

DAYS = 90
"""What lies longer back was mended or does not matter any more."""

MOST_PROPOSALS = 5_000
LONG_AGO = datetime.min.replace(tzinfo=UTC)
OF_QUESTIONS = (GapKind.NEW_ARTICLE, GapKind.ADDITION)


@dataclass(frozen=True)
class Gathered:
    """`words` are those of every ticket in trouble; `stems` counts in how many of them each stem stands. `known` are the
    proposals that are open or decided."""

    troubles: Mapping[TicketId, Trouble]
    words: Mapping[TicketId, TicketWords]
    stems: Mapping[str, int]
    known: tuple[Proposal, ...]


@dataclass(frozen=True)
class Group:
    """Tickets about the same, the most typical first. `core` is that of the open proposal about them, '' without one."""

    tickets: tuple[TicketId, ...]
    core: str = ""


async def gathered(parts: Parts) -> Gathered:
    """Of the last DAYS. What was asked before an accepted proposal came in is settled by it; thanks ask nothing."""
    since = parts.clock.now() - timedelta(days=DAYS)

    async def look(records: Records) -> tuple[list[Course], list[TicketWords], list[Proposal]]:
        courses = await records.gaps.courses(since)
        known = await records.gaps.listed([GapState.OPEN, GapState.ACCEPTED, GapState.DISMISSED], MOST_PROPOSALS)
        words = await records.ticket_vectors.words_of([one.ticket_id for one in courses if trouble_of(one)])
        return courses, words, known

    return await asyncio.to_thread(_weighed, *await parts.store.read(look))


def _weighed(courses: Sequence[Course], words: Sequence[TicketWords], known: Sequence[Proposal]) -> Gathered:
    settled = {ticket: one.decided_at for one in known if one.state is GapState.ACCEPTED for ticket in one.tickets}
    asked = {one.ticket_id: one for one in words if _asks(one)}
    found = [trouble for course in courses if course.ticket_id in asked and (trouble := trouble_of(course))]
    troubles = {one.ticket_id: one for one in found if one.at > (settled.get(one.ticket_id) or LONG_AGO)}
    stems = Counter(stem for one in asked.values() for stem in telling_stems(text_of(one)))
    return Gathered(troubles, {ticket: asked[ticket] for ticket in troubles}, stems, tuple(known))


def _asks(words: TicketWords) -> bool:
    """A message of no words has them in its subject."""
    body = new_words(words.body)
    return bool(asks_in(body if content(body) else words.subject, words.subject))


async def grouped(parts: Parts, found: Gathered, tickets: Sequence[TicketId], report: Report) -> list[Group]:
    """Of these tickets, the largest group first. What is like the question of a dismissed proposal is left out for good, what
    is like that of an open one keeps its name. Raises what Likeness.vectors raises."""
    vectors = await parts.likeness.vectors([found.words[ticket] for ticket in tickets if ticket in found.words], report)
    named = [one for one in found.known if one.kind in OF_QUESTIONS and one.state is not GapState.ACCEPTED]
    cores = await parts.index.embed([one.core for one in named]) if named else []
    ids = sorted(vectors)
    given = [vectors[ticket] for ticket in ids]
    same_length = [(one, core) for one, core in zip(named, cores, strict=True) if given and len(core) == len(given[0])]
    made = await asyncio.to_thread(parts.grouping.groups, given, [core for _, core in same_length], parts.least)
    texts = [text_of(found.words[ticket]) for ticket in ids]
    parted = await asyncio.to_thread(_by_words, made, [one.core for one, _ in same_length], texts) if parts.by_words else made
    kept = [
        Group(tuple(ids[place] for place in places), one.core)
        for (one, _), places in zip(same_length, parted.joined, strict=True)
        if places and one.state is GapState.OPEN
    ]
    fresh = [Group(tuple(ids[place] for place in places)) for places in parted.fresh]
    return sorted([*kept, *fresh], key=lambda group: (-len(group.tickets), group.tickets[0]))


def _by_words(made: Groups, cores: Sequence[str], texts: Sequence[str]) -> Groups:
    """Only what shares a telling word with the core stays in its group: the built-in embedder takes the small words of a
    language its articles are not written in for rare ones. Who leaves stands alone."""
    alone = list[tuple[int, ...]]()

    def staying(core: str, places: Sequence[int]) -> tuple[int, ...]:
        stays = share_a_word(core, [texts[place] for place in places]) if places else []
        alone.extend((place,) for place, here in zip(places, stays, strict=True) if not here)
        return tuple(place for place, here in zip(places, stays, strict=True) if here)

    joined = tuple(staying(core, places) for core, places in zip(cores, made.joined, strict=True))
    fresh = [(places[0], *staying(texts[places[0]], places[1:])) for places in made.fresh]
    return Groups(joined, (*fresh, *alone))
