"""What is proven so far: by drafter and topic, in an order a person can follow."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from helpdesk.domain.assessment import Backlog
from helpdesk.domain.certificate import POOLED, Goal
from helpdesk.domain.risk import Weighed
from helpdesk.domain.standing import DrafterStanding, Progress, Standing
from helpdesk.ui.insights.evidence import AGAINST, MISSING, PROVEN, evidence
from helpdesk.ui.insights.evidence_card import EvidenceCard

GOAL = Goal(1, 0.05, 0.1, (), (), "Ada", datetime(2026, 3, 2, tzinfo=UTC))
BY_CUT = (Weighed(0.9, 70, 0, 12.0, certified=True), Weighed(0.8, 117, 2, 8.0, certified=False))


def standing() -> Standing:
    topics = (
        Progress("app", (), against=True),
        Progress("billing", BY_CUT[1:], at_least=60, at_this_rate=None),
        Progress("orders", BY_CUT[1:], at_least=12, at_this_rate=20),
        Progress("returns", BY_CUT[:1]),
    )
    pooled = Progress(POOLED, BY_CUT, at_least=23, at_this_rate=61)
    drafters = tuple(DrafterStanding(writer, "fitted-4", "f", None, False, pooled, topics) for writer in ("excerpts", "ollama"))
    return Standing(GOAL, drafters, 0.25, Backlog(3, 1))


def test_what_is_proven_comes_first_and_then_what_is_nearest_to_it() -> None:
    first, second = evidence(standing()).drafters
    assert [topic.topic for topic in first.topics] == ["all topics", "returns", "orders", "billing", "app"]
    assert first.drafter != second.drafter
    together, returns, orders, billing, app = (topic.said for topic in first.topics)
    assert together == (
        ("proven from 0.90 on (by now 0 wrong of 70 checked)", PROVEN),
        ("from 0.80 on: by now 2 wrong of 117 checked, 23 more needed if none is wrong, 61 if errors go on as so far", MISSING),
    )
    assert returns == (("proven from 0.90 on (by now 0 wrong of 70 checked)", PROVEN),)
    assert orders[0][0].endswith("12 more needed if none is wrong, 20 if errors go on as so far")
    assert billing[0][0].endswith("60 more needed if none is wrong, never at this rate of errors")
    assert app == (("its own evidence says that more than the promised share is wrong", AGAINST),)


def test_one_figure_is_not_told_twice() -> None:
    without_errors = Progress(POOLED, BY_CUT[1:], at_least=38, at_this_rate=38)
    (only,) = evidence(
        Standing(GOAL, (DrafterStanding("excerpts", "fitted-4", "f", None, False, without_errors, ()),), 0.25)
    ).drafters
    assert only.topics[0].said[0][0].endswith("38 more needed if none is wrong")


def test_every_topic_has_a_row_of_its_own_under_its_drafter(qtbot: QtBot) -> None:
    card = EvidenceCard()
    qtbot.addWidget(card)
    card.resize(1100, 700)
    card.show_evidence(evidence(standing()))
    card.show()
    qtbot.wait(1)
    labels = sorted((label for label in card.findChildren(QLabel)), key=lambda label: (label.y(), label.x()))
    shown = [label.text() for label in labels]
    assert shown.count("orders") == 2
    assert shown.index("Quotations") < shown.index("all topics") < shown.index("returns") < shown.index("app")
    topic = next(label for label in labels if label.text() == "orders")
    beside = next(label for label in labels if label.text().startswith("from 0.80 on") and "12 more" in label.text())
    assert abs(topic.y() - beside.y()) <= 2
    assert topic.geometry().right() < beside.x()
    assert shown[-2:] == [
        "3 drafts drawn for checking wait for a decision; 1 of them count as wrong in three days.",
        "25% of drafts are drawn by lot and always checked by a person.",
    ]
    assert "Quotations, orders: from 0.80 on" in card.words()


def test_before_there_is_a_goal_one_line_says_so(qtbot: QtBot) -> None:
    card = EvidenceCard()
    qtbot.addWidget(card)
    card.show_evidence(evidence(standing()))
    card.show_evidence(evidence(Standing()))
    assert card.words() == "Nothing is being proven while there is no goal."
    card.show_evidence(evidence(Standing(GOAL)))
    assert card.words().startswith("No draft was checked for this goal yet.")
