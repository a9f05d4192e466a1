"""What every writer owes its callers, whoever writes."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import pairwise

import pytest

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.article import Audience
from helpdesk.domain.quoting import MARKER
from helpdesk.ports.writing import ReplyWriter
from tests.fakes import ollama_writing
from tests.fakes.evidence import passage, task
from tests.fakes.ollama_server import serving
from tests.fakes.scripted_writer import ScriptedWriter

STEPS = passage(1, "To reset the hub:\n\n1. Unplug the hub.\n2. Hold the button for 10 seconds.\n\nThe light turns green.")
OTHER = passage(2, "Invoices are kept for ten years.", "Invoices")


class ReplyWriterContract:
    """Subclasses give the fixture `writer`."""

    async def test_it_has_a_name_and_is_ready(self, writer: ReplyWriter) -> None:
        assert writer.name
        await writer.ready()

    async def test_every_mark_has_a_citation_and_every_quote_is_literal(self, writer: ReplyWriter) -> None:
        reply = await writer.write(task("How do I reset the hub?", [STEPS, OTHER]), lambda _: None)
        assert not reply.abstained
        assert {int(n) for n in MARKER.findall(reply.text)} == {c.n for c in reply.citations}
        for citation in reply.citations:
            source = next(p for p in (STEPS, OTHER) if p.id == citation.passage_id)
            first, last = (line - source.lines[0] for line in citation.lines)
            assert citation.quote in "\n".join(source.text.split("\n")[first : last + 1])
            assert citation.revision_id == source.revision_id

    async def test_what_grows_is_told_as_the_whole_text_so_far(self, writer: ReplyWriter) -> None:
        grown: list[str] = []
        await writer.write(task("How do I reset the hub?", [STEPS]), grown.append)
        assert grown
        assert all(later.startswith(earlier[:20]) for earlier, later in pairwise(grown))

    async def test_it_names_who_wrote(self, writer: ReplyWriter) -> None:
        reply = await writer.write(task("How do I reset the hub?", [STEPS]), lambda _: None)
        assert reply.writer == writer.name
        assert reply.prompt
        assert reply.complete

    async def test_without_evidence_it_abstains_and_says_so(self, writer: ReplyWriter) -> None:
        reply = await writer.write(task("How do I reset the hub?", []), lambda _: None)
        assert reply.abstained
        assert reply.missing
        assert reply.citations == ()

    async def test_a_message_that_asks_nothing_gets_no_text(self, writer: ReplyWriter) -> None:
        reply = await writer.write(replace(task("Thank you!", [STEPS]), asks=(), evidence=()), lambda _: None)
        assert (reply.abstained, reply.text) == (True, "")

    async def test_internal_passages_are_not_quoted(self, writer: ReplyWriter) -> None:
        secret = passage(3, "Reset the hub with master code 0000.", "Internal", audience=Audience.INTERNAL)
        reply = await writer.write(task("How do I reset the hub?", [secret, STEPS]), lambda _: None)
        assert "0000" not in reply.text
        assert secret.id not in {c.passage_id for c in reply.citations}


class TestExcerptsWriter(ReplyWriterContract):
    @pytest.fixture
    def writer(self) -> ReplyWriter:
        return ExcerptsWriter()


class TestOllamaWriter(ReplyWriterContract):
    @pytest.fixture
    async def writer(self) -> AsyncIterator[ReplyWriter]:
        async with serving() as server:
            server.says("Unplug the hub and hold the button for 10 seconds [1]. The light turns green. [1]")
            yield ollama_writing.writer(server)


class TestScriptedWriter(ReplyWriterContract):
    @pytest.fixture
    def writer(self) -> ReplyWriter:
        return ScriptedWriter()
