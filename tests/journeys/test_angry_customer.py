"""An angry customer: a promise is missed, the desk raises the alarm, a rule helps, and the customer says how it was."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.events import PromisesTold
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import Action, ActionKind, Occasion
from helpdesk.domain.service_level import Promise
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.settings import Settings
from helpdesk.ui import inbox, preferences
from helpdesk.ui.inbox.due import DuePart
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.main_window.promise_news import PromiseNews
from helpdesk.ui.preferences.rule_card import OCCASIONS_IN_ORDER
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken

ANGRY = "I have waited for two weeks. Give me my money back or my lawyer will write to you!"
NOW = datetime.now(UTC)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    settings = Settings(writer="excerpts", threads=1, agent_name="Ida", ask_for_rating="every reply", undo_seconds=0)
    with inline_window(tmp_path / "desk", settings) as opened:
        yield opened


def test_an_angry_customer_is_neither_forgotten_nor_fobbed_off(window: InlineWindow) -> None:
    made = window.show(preferences.build, Place("preferences", section="Service levels"))
    assert isinstance(made, PreferencesScreen)
    assert unspoken(made) == []
    promise(window, made)
    watch_for_lawyers(made)
    news = PromiseNews(window.bridge, window.went.append, window.toasts.show_toast)
    ticket = arrives(window)
    the_desk_notices(window, ticket)
    part = the_agent_sees_it(window, ticket, news)
    answers_and_is_rated(window, ticket)
    assert part.widget.rating.text().startswith("Rated 2 of 5 on")
    takes_the_rule_back(window, made, ticket)


def promise(window: InlineWindow, made: PreferencesScreen) -> None:
    """A first reply within the hour, made in Preferences, last week."""
    card, hours = made.promises.levels, made.promises.calendars
    hours.name.setText("Always")
    for field in hours.days:
        field.setText("00:00-25:00")
    hours.save.click()
    assert "00:00-25:00 is no span of a day" in hours.words()
    for field in hours.days:
        field.setText("00:00-24:00")
    hours.save.click()
    card.name.setText("Everybody")
    card.spans[Promise.FIRST_REPLY].setText("soon")
    card.save.click()
    assert "no span of time" in card.words()
    card.spans[Promise.FIRST_REPLY].setText("1h")
    card.calendar.setCurrentIndex(1)
    card.doing.begin_line()
    card.doing.lines[0].value.choice.setCurrentIndex(list(Priority).index(Priority.URGENT))
    card.save.click()
    assert card.words() == "0 tickets were reckoned anew."
    (level,) = window.bridge.run(window.desk.service_levels.levels())
    assert (level.first_reply, level.calendar_id) == (60, 1)
    last_week = replace(level, changed_at=NOW - timedelta(days=7))
    window.bridge.run(window.desk.service_levels.store.write(lambda records: records.promises.save_level(last_week)))


def watch_for_lawyers(made: PreferencesScreen) -> None:
    """A rule, tried before it works."""
    card = made.promises.rules
    card.name.setText("Lawyers")
    card.occasion.setCurrentIndex(OCCASIONS_IN_ORDER.index(Occasion.ARRIVAL))
    card.which.turn.click()
    card.which.query.setText("colour:red")
    card.save.click()
    assert "colour" in card.words()
    card.which.query.setText("lawyer")
    card.doing.show_actions([Action(ActionKind.TAG, "legal"), Action(ActionKind.NOTE, "Mind the tone.")])
    card.rehearse.click()
    assert card.words().startswith("It would change 0 tickets")
    card.on.setChecked(True)
    card.save.click()
    assert card.words() == "Saved; it works from now on."


def arrives(window: InlineWindow) -> TicketId:
    """Written two hours ago; the desk has just fetched it."""
    message = IncomingMessage(
        ChannelName.FOLDER, "1", "Max", "max@example.org", "My money", ANGRY, NOW - timedelta(hours=2), message_id="<1@x>"
    )
    return window.bridge.run(window.desk.intake.receive(message))[0]


def the_desk_notices(window: InlineWindow, ticket: TicketId) -> None:
    run, desk = window.bridge.run, window.desk
    told: list[PromisesTold] = []
    window.bridge.listen(lambda event: told.append(event) if isinstance(event, PromisesTold) else None)
    run(desk.rules.work_off())
    while run(desk.service_levels.next()):
        pass
    assert told == [PromisesTold((), (ticket,))]
    found = run(desk.inbox.open(ticket))
    assert (found.ticket.priority, found.ticket.tags) == (Priority.URGENT, ("legal",))
    assert [m.body for m in found.messages if m.kind is MessageKind.INTERNAL_NOTE] == ["Mind the tone."]


def the_agent_sees_it(window: InlineWindow, ticket: TicketId, news: PromiseNews) -> DuePart:
    assert f"1 ticket is overdue: #{ticket}" in window.toasts.words()
    window.toasts.act()
    assert window.went[-1] == Place("inbox", ticket_id=ticket)
    screen = window.show(inbox.build, window.went[-1])
    assert isinstance(screen, InboxScreen)
    part = next(placed.part for placed in screen.parts if isinstance(placed.part, DuePart))
    assert part.widget.isVisible()
    assert part.widget.words.text().startswith("The first reply is overdue by 1 h")
    part.widget.all.click()
    assert part.popover is not None
    (told,) = part.popover.told()
    assert told.startswith("First reply: overdue by 1 h")
    part.left()
    assert part.popover.isHidden()
    return part


def answers_and_is_rated(window: InlineWindow, ticket: TicketId) -> None:
    run, desk = window.bridge.run, window.desk
    run(desk.inbox.reply(ticket, "I am sorry. The money is on its way."))
    run(desk.outbox.flush())
    (mail,) = window.workspace.outbox.glob("*.eml")
    mark = re.search(r"\[rating [a-z2-7]{32}\]", mail.read_text("utf-8"))
    assert mark is not None
    words = f"2\n\nWhen will it be here?\n\n> {mark[0]}"
    rated = IncomingMessage(ChannelName.FOLDER, "2", "Max", "max@example.org", "Re: My money", words, datetime.now(UTC))
    assert run(desk.intake.receive(rated)) == (ticket, True)
    assert window.toasts.words().startswith(f"Ticket {ticket} was rated 2 of 5")
    assert run(desk.inbox.open(ticket)).ticket.status is TicketStatus.OPEN


def takes_the_rule_back(window: InlineWindow, made: PreferencesScreen, ticket: TicketId) -> None:
    """Nobody is sued after all."""
    window.settle()
    log = made.promises.log
    assert log.listing.count() == 1
    log.listing.setCurrentRow(0)
    log.undo.click()
    assert log.words() == "Taken back: Rule Lawyers: Tag legal added."
    assert window.bridge.run(window.desk.inbox.open(ticket)).ticket.tags == ()
    assert made.promises.ratings.figures.text() == "2.0 of 5 on average; 1 of 1 asked have answered."
