"""The Sending page: read what is proven, sign it, stop it, take answers back, go on again with words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.autosend import Lack, Mode, Offer
from helpdesk.domain.certificate import Ended
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.events import SendingChanged
from helpdesk.domain.sending import AlarmKind, ConsentKind, Hold
from helpdesk.settings import Settings
from helpdesk.ui import sending_refusals, sending_words
from helpdesk.ui.insights import build
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.insights.sending_tab import SendingTab
from helpdesk.ui.kit import Place
from helpdesk.ui.language import speak
from helpdesk.ui.main_window.sending_banner import SendingBanner
from helpdesk.ui.translation import Interpreter
from tests.fakes.auto_desk import answered_by, proven_now
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(agent_name="Ada", writer="excerpts", threads=1)) as opened:
        yield opened


def show(window: InlineWindow) -> SendingTab:
    screen = window.show(build, Place("insights", section="sending"))
    assert isinstance(screen, InsightsScreen)
    tab = screen.tab("sending")
    assert isinstance(tab, SendingTab)
    return tab


def sets_a_goal(tab: SendingTab, window: InlineWindow) -> None:
    tab.goal.alpha.setCurrentIndex(1)
    tab.goal.never.setText("Billing,  refunds ,billing")
    tab.goal.set_goal.click()
    window.settle()
    assert not tab.goal.set_goal.isEnabled()
    tab.goal.never.setText("billing, refunds, prices")
    tab.goal.set_goal.click()
    assert tab.goal.set_goal.text() == "Yes, begin the evidence anew"
    tab.goal.never.setText("billing, refunds")
    assert not tab.goal.set_goal.isEnabled()
    assert "At most 2% of the answers may be wrong, with 90% confidence, never about billing, refunds." in tab.goal.words()


def signs(tab: SendingTab, window: InlineWindow) -> None:
    assert "5%" in tab.state.words()
    tab.state.sign.click()
    assert "You sign as Ada" in tab.signing.words()
    assert not tab.signing.sign.isEnabled()
    tab.signing.typed.setText("Helpdesk may send by itself; at most 5% may be wrong")
    tab.signing.sign.click()
    window.settle()
    assert not tab.signing.isVisible()
    assert "Signed by Ada" in tab.state.words()


def takes_one_back(tab: SendingTab, window: InlineWindow) -> None:
    assert tab.went.listing.count() == 2
    assert "certificate #1" in tab.went.listing.item(0).text()
    tab.went.listing.setCurrentRow(0)
    tab.went.take_back.click()
    window.settle()
    assert "Taken back" in tab.went.listing.item(0).text()
    assert not tab.went.take_back.isEnabled()


def allows_again(tab: SendingTab, window: InlineWindow) -> None:
    tab.state.resume.click()
    assert "Evidence" not in tab.signing.words()
    for words in ("ok", "read all the answers again"):
        assert "what you looked at" in tab.signing.words()
        tab.signing.typed.setText(words)
        tab.signing.sign.click()
        window.settle()
    assert "Proven answers leave by themselves" in tab.state.words()


def test_an_admin_sets_a_goal_reads_what_is_proven_signs_it_and_stops_it(window: InlineWindow) -> None:
    tab = show(window)
    assert "nothing leaves by itself" in tab.state.words()
    assert (tab.state.sign.isVisible(), tab.state.stop.isVisible()) == (False, False)
    sets_a_goal(tab, window)
    sending, run = window.desk.sending, window.bridge.run
    certificate = run(proven_now(window.desk))
    tab.refresh()
    signs(tab, window)
    assert unspoken(tab) == []
    for customer in ("one", "two"):
        run(answered_by(sending, customer, certificate))
    tab.refresh()
    takes_one_back(tab, window)
    tab.state.stop.click()
    window.settle()
    assert "1 answer went back" in window.toasts.words()
    assert "Ada stopped all sending" in tab.state.words()
    allows_again(tab, window)
    tab.state.off.click()
    window.settle()
    assert "Every answer is approved by a person" in tab.state.words()


def test_when_what_was_signed_stands_no_more_page_and_banner_say_why(window: InlineWindow) -> None:
    sending, run = window.desk.sending, window.bridge.run
    banner = SendingBanner(window.bridge, window.went.append, window.toasts.say)
    banner.desk_ready(window.desk)
    certificate = run(proven_now(window.desk))
    run(sending.turn_on(run(sending.offer()).wanted))
    ended = sending.gate.clock.now()
    run(sending.store.write(lambda r: r.certificates.end(certificate.id, Ended.DRAFTER, "the model changed: a → b", ended)))
    tab = show(window)
    told = "Nothing leaves by itself: what was signed is not proven any more (the model changed: a → b). Signed by Ada"
    assert told in tab.state.words()
    banner.heard(SendingChanged())
    window.settle()
    assert told in banner.banner.words()


def test_a_change_of_who_drafts_is_said_before_the_next_draft(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(agent_name="Ada", writer="excerpts", threads=1)
    with inline_window(tmp_path / "workspace", settings) as before:
        before.bridge.run(proven_now(before.desk))
        before.bridge.run(before.desk.sending.turn_on(before.bridge.run(before.desk.sending.offer()).wanted))
        tab = show(before)
        before.settle()
        assert "Proven answers leave by themselves" in tab.state.words()
    with inline_window(tmp_path / "workspace", replace(settings, passages=6)) as after:
        banner = SendingBanner(after.bridge, after.went.append, after.toasts.say)
        banner.desk_ready(after.desk)
        tab = show(after)
        after.settle()
        told = "not proven any more (the settings for drafting changed: “5 passages” → “6 passages”)"
        assert told in tab.state.words()
        assert told in banner.banner.words()


def test_nothing_can_be_pressed_before_it_is_known_how_it_stands(window: InlineWindow, qtbot: QtBot) -> None:
    screen = build(window.context())
    assert isinstance(screen, InsightsScreen)
    qtbot.addWidget(screen)
    screen.entered(Place("insights", section="sending"))
    tab = screen.tab("sending")
    assert isinstance(tab, SendingTab)
    assert not any(one.isVisibleTo(tab) for one in (tab.state.sign, tab.state.stop, tab.state.override, tab.goal.set_goal))
    screen.desk_ready(window.desk)
    assert tab.goal.set_goal.isVisibleTo(tab)


def test_shares_are_written_as_the_language_writes_them(qapp: QApplication) -> None:
    made = Interpreter(qapp)
    made.use("de")
    try:
        assert "67\N{NARROW NO-BREAK SPACE}%" in sending_words.offered(Offer((), (), (), 202, 300, 16.0, 180.0, "", ""))
    finally:
        made.use("system")
        speak()


def test_sending_without_proof_is_signed_in_its_own_words_and_said_above_every_screen(window: InlineWindow) -> None:
    banner = SendingBanner(window.bridge, window.went.append, window.toasts.say)
    banner.desk_ready(window.desk)
    assert banner.banner.isHidden()
    tab = show(window)
    tab.state.override.click()
    assert "Nobody knows how many of these answers are wrong" in tab.signing.words()
    tab.signing.typed.setText("Helpdesk may send by itself from 0.90 without proof")
    gate = window.desk.sending.gate
    object.__setattr__(gate, "settings", replace(window.settings, agent_name="Agent"))
    tab.signing.sign.click()
    window.settle()
    assert "set yours in Preferences" in tab.signing.words()
    object.__setattr__(gate, "settings", window.settings)
    tab.signing.line.setValue(0.85)
    tab.signing.typed.setText("Helpdesk may send by itself from 0.85 without proof")
    tab.signing.sign.click()
    window.settle()
    assert "Answers leave by themselves without proof." in banner.banner.words()
    assert "from 0.85 on" in tab.state.words()
    banner.banner.act()
    assert window.went == [Place("insights", section="sending")]
    banner.stop()
    window.settle()
    assert "Sending by itself is stopped." in banner.banner.words()
    assert "Nothing leaves by itself any more" in window.toasts.words()


def test_everything_that_has_a_code_has_words() -> None:
    spoken = (
        (Hold, sending_words.HOLDS),
        (Mode, sending_words.MODES),
        (ConsentKind, sending_words.CONSENTS),
        (AlarmKind, sending_words.ALARMS),
        (Lack, sending_refusals.LACKS),
        (OutboxState, sending_words.LEFT),
    )
    assert [code for codes, words in spoken for code in codes if not words.get(code)] == []
    assert sending_words.held("of a newer version") == "of a newer version"
