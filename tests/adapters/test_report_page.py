"""The report as a page: it needs nothing, runs nothing, and says in words what it draws."""

from copy import deepcopy
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from helpdesk.adapters.report_page import HtmlReport
from helpdesk.domain.comparison import compared
from helpdesk.domain.history import Judged, Judgement, OldState, OldTicket, Preferred, SolvedTicket, Trial, TrialState
from helpdesk.domain.ids import HistoryId, HistoryTicketId
from helpdesk.domain.report_card import OTHERS, Framing, numbers
from tests.fakes.trial_desk import RIGHT, draft_of

NOW = datetime(2026, 11, 20, tzinfo=UTC)
HOSTILE = "</pre><script>alert(1)</script><img src=x onerror=y>&amp;"
TRIAL = Trial(HistoryId(3), HOSTILE, "old.mbox", TrialState.DONE, ("acme.example",), False, "s", 8, {"forward": 2}, (), NOW)


def old(number: int, *, judged: Judged | None = None, place: int = 0, handled: float | None = None) -> OldTicket:
    ticket = SolvedTicket(str(number), HOSTILE, "How?", "Jo", "jo@home.example", RIGHT, NOW, NOW, control=number % 4 == 0)
    bare = OldTicket(HistoryTicketId(number), TRIAL.id, ticket, OldState.DRAFTED, handled=handled, place=place)
    said = Judgement(Preferred.BOTH, judged, Judged.RIGHT, "Ada", NOW) if judged else None
    return OldTicket(
        bare.id, TRIAL.id, ticket, OldState.DRAFTED, draft=draft_of(bare, NOW), place=place, judgement=said, handled=handled
    )


def told(*, judged: int = 8) -> dict[str, Any]:
    tickets = [
        old(n, judged=Judged.WRONG if n == 1 else Judged.RIGHT, place=n) if n <= judged else old(n, handled=60.0 + n)
        for n in range(1, 41)
    ]
    return numbers(TRIAL, tickets, Framing(NOW, masked=True), {HistoryTicketId(1): HOSTILE})


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Tags()
    reader.feed(page)
    return reader.seen


def test_the_numbers_come_out_as_they_went_in() -> None:
    report, given = HtmlReport(), told()
    page = report.page(given)
    assert report.numbers(page) == given
    assert report.page(report.numbers(page)) == page


def test_words_of_customers_stay_words() -> None:
    page = HtmlReport().page(told())
    names = {tag for tag, _ in tags(page)}
    assert names.isdisjoint({"script", "img", "iframe", "link", "object", "a", "form", "base"})
    assert not any(name.startswith("on") or name in {"src", "href"} for _, attributes in tags(page) for name in attributes)


def test_its_own_policy_forbids_loading_and_running() -> None:
    policy = next(
        a["content"] for tag, a in tags(HtmlReport().page(told())) if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy


def test_every_plot_is_told_in_words() -> None:
    page = HtmlReport().page(told())
    plots = [f"<svg{piece.partition('</svg>')[0]}</svg>" for piece in page.split("<svg")[1:]]
    assert len(plots) == 4
    for plot in plots:
        drawn = ElementTree.fromstring(plot)
        assert drawn.attrib["role"] == "img"
        assert drawn.findtext("title")
        assert drawn.findtext("desc")
        width = float(drawn.attrib["viewBox"].split()[2])
        assert all(float(one.get("x", 0)) + float(one.get("width", 0)) <= width + 1 for one in drawn.iter("rect"))


def test_nothing_is_claimed_without_labels_or_times() -> None:
    tickets = [old(n) for n in range(1, 9)]
    page = HtmlReport().page(numbers(TRIAL, tickets, Framing(NOW, masked=True), {}))
    assert "nothing is claimed" in page
    assert "Not measured." in page
    empty = HtmlReport().page(numbers(TRIAL, [], Framing(NOW, masked=True), {}))
    assert "Nothing was drafted." in empty


def test_errors_have_exact_intervals() -> None:
    page = HtmlReport().page(told())
    assert "1 of 8 wrong: 12.5% (0.6% to 47.1%)" in page


def test_what_is_drawn_can_be_read_off() -> None:
    many = numbers(TRIAL, [old(n) for n in range(1, 61)], Framing(NOW, masked=True), {})
    many["coverage"] = [{**many["coverage"][0], "topic": name} for name in ("", OTHERS)]
    page = HtmlReport().page(many)
    assert "Made on 20 November 2026, 00:00 UTC" in page
    assert ">no article<" in page
    assert ">all other topics<" in page
    assert '<i class="key good"></i><span>sure enough:' in page
    judged = HtmlReport().page(told())
    assert [f">{share}%</text>" in judged for share in (0, 25, 50, 75, 100)] == [True] * 5


def test_several_drafters_prove_nothing_together() -> None:
    given = told()
    assert [one["drafters"] for one in given["promises"]] == [1, 1, 1]
    mixed = deepcopy(given)
    mixed["promises"][0]["drafters"] = 2
    assert "2 different drafters" in HtmlReport().page(mixed)


@pytest.mark.parametrize("page", ["", "<pre id='numbers'>", '<pre id="numbers">{"trial"</pre>', "x" * 1000])
def test_what_is_none_of_ours_says_so(page: str) -> None:
    with pytest.raises(ValueError, match="report"):
        HtmlReport().numbers(page)


def test_a_comparison_without_an_embedder_says_so() -> None:
    assert compared(RIGHT, RIGHT).meaning is None
    assert "no embedder was there" in HtmlReport().page(told())


def test_every_cell_of_a_table_says_what_it_is_where_a_narrow_screen_stacks_them() -> None:
    seen = tags(HtmlReport().page(told()))
    heads = [attributes for tag, attributes in seen if tag == "th"]
    cells = [attributes.get("data-label") for tag, attributes in seen if tag == "td" and "data-label" in attributes]
    assert all(attributes == {"scope": "col"} for attributes in heads)
    assert {"nearest topic", "tickets", "no draft", "judged wrong", "for example", "writer", "drafts"} <= set(cells)
