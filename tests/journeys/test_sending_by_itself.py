"""From a goal to answers that leave by themselves, and back: proven by decisions made here, signed in the window, stopped."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpdesk.app import sent
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.ticket import ChannelName
from helpdesk.settings import Settings
from helpdesk.ui.insights import build
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.insights.sending_tab import SendingTab
from helpdesk.ui.kit import Place
from tests.fakes.clock import FixedClock
from tests.fakes.inline_window import InlineWindow, inline_window

QUESTION = "The light of my hub blinks red. What do I have to do to reset the hub?"
UNDO_SECONDS = 120
MOST_DRAWN = 20
"""So many drafts in a row are never all drawn by lot."""


class Office:
    """A desk behind a window, and customers who all ask the same."""

    def __init__(self, window: InlineWindow, clock: FixedClock, outbox: Path) -> None:
        self.window = window
        self.clock = clock
        self.outbox = outbox
        self.asked = 0

    def page(self) -> SendingTab:
        screen = self.window.show(build, Place("insights", section="sending"))
        assert isinstance(screen, InsightsScreen)
        tab = screen.tab("sending")
        assert isinstance(tab, SendingTab)
        return tab

    def customer_asks(self) -> Draft:
        """The draft as it is when the pipeline has finished with it."""
        desk, run = self.window.desk, self.window.bridge.run
        self.clock.advance(minutes=20)
        self.asked += 1
        who = f"customer{self.asked}@example.org"
        mail = IncomingMessage(
            ChannelName.FOLDER, who, "Grace", who, "Hub", QUESTION, self.clock.now(), message_id=f"<{self.asked}@example.org>"
        )
        run(desk.intake.receive(mail))
        ((draft_id, _),) = run(desk.pipeline.waiting())
        return run(desk.pipeline.answer(draft_id))

    def agent_approves(self, draft: Draft) -> None:
        self.window.bridge.run(self.window.desk.review.approve(draft.id, draft.revision))

    def time_passes(self, seconds: float) -> None:
        """And the lane that sends looks after it."""
        self.clock.advance(seconds=seconds)
        self.window.bridge.run(sent(self.window.desk.sending, self.window.desk.outbox))
        self.window.settle()

    def one_that_leaves_by_itself(self) -> Draft:
        """Those drawn by lot are approved like any other."""
        for _ in range(MOST_DRAWN):
            draft = self.customer_asks()
            if draft.state is DraftState.APPROVED:
                return draft
            self.agent_approves(draft)
        raise AssertionError(self.window.bridge.run(self.window.desk.sending.status()))

    def automatic_mails(self) -> list[str]:
        mails = [file.read_text("utf-8") for file in self.outbox.glob("*.eml")]
        return [mail for mail in mails if "Auto-Submitted: auto-replied" in mail]


@pytest.fixture
def office(qtbot: QtBot, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    clock = FixedClock(datetime(2031, 3, 3, 9, 0, tzinfo=UTC))
    monkeypatch.setattr("helpdesk.app.SystemClock", lambda: clock)
    outbox = tmp_path / "outbox"
    outbox.mkdir()
    settings = Settings(
        agent_name="Ada", writer="excerpts", threads=1, outbox_folder=str(outbox), undo_seconds=0, test_share=0.0
    )
    with inline_window(desk, settings) as window:
        yield Office(window, clock, outbox)


def test_answers_leave_by_themselves_once_that_is_proven_and_signed_and_until_it_is_stopped(office: Office) -> None:
    page = office.page()
    page.goal.alpha.setCurrentIndex(page.goal.alpha.count() - 1)
    page.goal.own.setValue(20.0)
    page.goal.set_goal.click()
    office.window.settle()
    while not page.state.sign.isVisible():
        assert office.asked < 40, page.evidence.words()
        office.agent_approves(office.customer_asks())
        page.refresh()
    assert office.automatic_mails() == []

    page.state.sign.click()
    page.signing.typed.setText("Helpdesk may send by itself; at most 20% may be wrong")
    page.signing.sign.click()
    office.window.settle()
    assert "Proven answers leave by themselves" in page.state.words()

    draft = office.one_that_leaves_by_itself()
    office.time_passes(UNDO_SECONDS - 1)
    assert office.automatic_mails() == []
    office.time_passes(2)
    (mail,) = office.automatic_mails()
    assert f"X-Correlation-ID: {draft.correlation}" in mail

    page.state.stop.click()
    office.window.settle()
    following = office.customer_asks()
    assert following.state is DraftState.IN_REVIEW
    office.time_passes(UNDO_SECONDS + 1)
    assert len(office.automatic_mails()) == 1
    assert "stopped all sending" in page.state.words()
