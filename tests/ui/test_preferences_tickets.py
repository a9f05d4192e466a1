"""Agents and fields of tickets in Preferences."""

import pytest

from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.screen import PreferencesScreen
from helpdesk.ui.preferences.tickets_section import TicketsSection
from tests.fakes.inline_window import InlineWindow, unspoken


def listed(card: object) -> list[str]:
    listing = card.listing  # type: ignore[attr-defined]
    return [listing.item(row).text() for row in range(listing.count())]


@pytest.fixture(scope="module")
def section(window: InlineWindow) -> TicketsSection:
    made = window.show(build, Place("preferences", section="Tickets"))
    assert isinstance(made, PreferencesScreen)
    assert unspoken(made.tickets) == []
    return made.tickets


def test_agents_are_added_renamed_and_removed_in_place(window: InlineWindow, section: TicketsSection) -> None:
    agents = section.agents
    assert listed(agents) == ["Agent (you) · 0 open tickets"]
    agents.name.setText("Bob")
    agents.add.click()
    assert agents.words() == "Added: Bob"
    agents.name.setText("bob")
    agents.add.click()
    assert "there is an agent bob already" in agents.words()
    agents.listing.setCurrentRow(1)
    agents.name.setText("Robert")
    agents.change.click()
    assert listed(agents) == ["Agent (you) · 0 open tickets", "Robert · 0 open tickets"]
    agents.listing.setCurrentRow(1)
    agents.remove.click()
    assert listed(agents) == ["Agent (you) · 0 open tickets"]
    window.bridge.run(window.desk.changes.undo_last())
    assert listed(agents) == ["Agent (you) · 0 open tickets", "Robert · 0 open tickets"]


def test_fields_are_described_and_removed_in_place(section: TicketsSection) -> None:
    fields = section.fields
    fields.name.setText("Plan")
    fields.kind.setCurrentIndex(3)
    assert not fields.choices.isHidden()
    fields.choices.setText("Basic")
    fields.save.click()
    assert "2 to 100 different values" in fields.words()
    fields.choices.setText("Basic, Plus")
    fields.save.click()
    assert listed(fields) == ["Plan: Choice [plan]"]
    fields.listing.setCurrentRow(0)
    fields.remove.click()
    assert (listed(fields), fields.words()) == ([], "Removed.")
