"""The Gaps tab: a proposal is read, changed, accepted, dismissed and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import Citation, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.gap_proposal import GapKind
from helpdesk.domain.handling import Handling
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.quoting import best_block, cited
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records, Store
from helpdesk.ui import gap_words
from helpdesk.ui.insights import build
from helpdesk.ui.insights.gaps_detail import CHANGE, EDIT, EVIDENCE
from helpdesk.ui.insights.gaps_rows import GapRow
from helpdesk.ui.insights.gaps_tab import GapsTab
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken

QUOTE = "A refund takes five working days to reach your account."


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    """One desk, in the order of a working day: a draft is rejected as incomplete, another question nobody could answer."""
    folder = tmp_path_factory.mktemp("gaps")
    with inline_window(folder / "workspace") as opened:
        opened.imports(folder / "shop", refunds=f"# Refunds\n\n{QUOTE}\n")
        yield opened


def tab_of(window: InlineWindow) -> GapsTab:
    screen = window.show(build, Place("insights", section="gaps"))
    assert isinstance(screen, InsightsScreen)
    tab = screen.tab("gaps")
    assert isinstance(tab, GapsTab)
    return tab


def asked(window: InlineWindow, subject: str) -> DraftId:
    """A customer asks, and a draft that quotes the article waits for review."""
    store: Store = window.desk.gaps.parts.store

    async def work(records: Records) -> DraftId:
        (passage,) = await records.knowledge.passages([key for key, _ in await records.knowledge.unembedded("none")])
        citations: tuple[Citation, ...] = (cited(passage, best_block(QUOTE, passage), 1),)
        at = window.desk.gaps.parts.clock.now()
        mail = IncomingMessage(ChannelName.FILE, subject, "Grace Miller", "grace@example.org", subject, subject, at)
        ticket_id, _ = await records.tickets.receive(mail)
        draft_id = await records.drafts.request(ticket_id)
        reply = WrittenReply(f"{QUOTE} [1]", citations, False, "", True, "excerpts", "", "p")
        verdict, mark = Verdict(0.8, Route.REVIEW, (), {}, ()), Fingerprint("excerpts", "", "p", "e", "c", "s")
        await records.drafts.answered(draft_id, reply, verdict, mark)
        return draft_id

    return window.bridge.run(store.write(work))


def test_no_proposal_can_be_accepted_before_one_is_on_display(window: InlineWindow, qtbot: QtBot) -> None:
    tab = GapsTab(window.context())
    qtbot.addWidget(tab)
    assert not tab.pane.isVisibleTo(tab)
    assert not tab.rows.isVisibleTo(tab)


def test_a_quiet_desk_says_that_there_is_nothing_to_mend(window: InlineWindow) -> None:
    tab = tab_of(window)
    assert "Nothing to mend" in tab.nothing.words()
    assert unspoken(tab) == []
    tab.states.segment(2).click()
    window.settle()
    assert "does not come back" in tab.nothing.words()


def test_a_rejected_draft_becomes_a_proposal_with_its_evidence(window: InlineWindow) -> None:
    draft_id = asked(window, "Is a refund of a gift card paid out?")
    window.bridge.run(window.desk.review.reject(draft_id, 1, RejectReason.INCOMPLETE))
    tab = tab_of(window)
    shown = tab.presenter.shown
    assert shown is not None
    assert shown.proposal.kind is GapKind.ADDITION
    assert "1 ticket, about 3 min" in tab.pane.words()
    assert "draft rejected: 1" in tab.pane.words()
    assert tab.pane.views.current() == EDIT
    tab.pane.to(EVIDENCE)
    assert "leaves something out 1" in tab.pane.said.toPlainText().lower()
    tab.pane.evidence.row_opened.emit(0)
    tab.pane.evidence.row_opened.emit(1)
    assert [place.screen for place in window.went] == ["knowledge", "inbox"]
    assert window.went[1].ticket_id == TicketId(1)
    assert unspoken(tab) == []


def test_gaps_of_one_title_are_told_apart_by_what_was_asked_else_by_their_number(window: InlineWindow) -> None:
    tab = tab_of(window)
    shown = tab.presenter.shown
    assert shown is not None

    def rows(*cores: str) -> list[str]:
        alike = [replace(shown.proposal, id=number, core=core) for number, core in enumerate(cores, start=7)]
        apart = gap_words.told_apart([*alike, replace(shown.proposal, id=1, title="Another one")])
        assert 1 not in apart
        return [GapRow(one, Handling(3.0, 0), apart[one.id]).below for one in alike]

    assert rows("Two cards\nMay I?", "My lamp\nWhere is it?")[0] == "Addition · “Two cards” · 1 ticket, about 3 min"
    assert rows("Refund\nMay I?", "Refund\nWhere is it?")[1].startswith("Addition · “Where is it?” · ")
    assert [row.split(" · ")[1] for row in rows("Refund\nSame", "Refund\nSame")] == ["#7", "#8"]
    assert "Ticket 1 asked: “" in tab.pane.words()


def test_nothing_is_accepted_before_somebody_wrote_the_answer(window: InlineWindow) -> None:
    tab = tab_of(window)
    tab.pane.accept.click()
    window.settle()
    assert "in your own words" in tab.pane.banner.words()


def test_what_is_typed_is_shown_as_a_change_kept_and_accepted(window: InlineWindow) -> None:
    tab = tab_of(window)
    tab.pane.editor.setPlainText(f"{QUOTE}\n\nGift cards are paid out as a voucher.")
    window.settle()
    assert tab.pane.changes.drawn("added") == ["\n\nGift cards are paid out as a voucher."]
    assert "No open draft and no sent answer cites this article." in tab.pane.words()
    tab = tab_of(window)
    assert "voucher" in tab.pane.editor.text()
    tab.pane.accept.click()
    window.settle()
    assert "has it now" in window.toasts.words()
    (base,) = window.bridge.run(window.desk.knowledge.bases())
    assert "voucher" in (Path(base.folder) / "refunds.md").read_text("utf-8")
    tab.states.segment(1).click()
    window.settle()
    assert tab.presenter.shown is not None
    assert tab.pane.accept.isHidden()


def test_a_dismissed_proposal_is_taken_back_by_the_toast_or_from_its_list(window: InlineWindow) -> None:
    draft_id = asked(window, "Is the refund paid in Norwegian crowns?")
    window.bridge.run(window.desk.review.reject(draft_id, 1, RejectReason.NOT_THE_QUESTION))
    tab = tab_of(window)
    assert "No article answers this" in tab.pane.words()
    assert tab.pane.base.currentText() == "shop"
    assert tab.pane.path.text().endswith(".md")
    tab.pane.dismiss.click()
    window.settle()
    assert "does not come back" in window.toasts.words()
    assert "Nothing to mend" in tab.nothing.words()
    tab.states.segment(2).click()
    window.settle()
    tab.pane.bring_back.click()
    window.settle()
    tab.states.segment(0).click()
    window.settle()
    assert tab.presenter.shown is not None
    tab.pane.to(CHANGE)
    tab.presenter.look()
    window.settle()
    assert tab.presenter.shown is not None
