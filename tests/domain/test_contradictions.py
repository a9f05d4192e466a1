"""Articles that disagree, and the many that only look as if they did."""

from datetime import UTC, datetime

import pytest

from helpdesk.domain.agreement import Conflict
from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.contradictions import disagreements
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId


def passage(text: str, title: str = "Returns", heading: str = "", number: int = 1) -> Passage:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    name = f"{number} {title} {heading} {text}"
    return Passage(
        PassageId(number), ArticleId(number), RevisionId(number), "kb", f"{number}.md", title, heading, text, (1, 9), 20, name,
        Audience.PUBLIC, at,
    )  # fmt: skip


def found(one: str, other: str, **where: str) -> list[tuple[Conflict, tuple[str, str]]]:
    ours, theirs = passage(one), passage(other, number=2, **{"title": "How to return a parcel", **where})
    return [(made.what, made.figures) for made in disagreements(ours, theirs)]


def test_the_same_measure_of_the_same_thing_is_found_however_it_is_worded() -> None:
    one = "Boxes may be open. You have **30 days from delivery** to send it back, for any reason."
    other = "Goods may be returned within **14 days of delivery** without giving a reason."
    assert found(one, other) == [(Conflict.NUMBER, ("30", "14"))]
    (made,) = disagreements(passage(one), passage(other, "Return a parcel", number=2))
    assert one[slice(*made.one)].startswith("You have")
    assert other[slice(*made.other)] == other


def test_another_number_month_or_a_denial_in_a_sentence_worded_alike_is_found() -> None:
    said = "The parcel leaves our warehouse in Leeds on day 3 after the order was paid."
    assert found(said, said.replace("3", "5")) == [(Conflict.NUMBER, ("3", "5"))]
    dated = "The old return labels of the shop are valid until March for every parcel."
    assert found(dated, dated.replace("March", "May 2")) == []
    assert found(dated, dated.replace("March", "April")) == [(Conflict.NUMBER, ("March", "April"))]
    plain = "Parcels with opened boxes and used batteries can be returned to the warehouse."
    assert found(plain, plain.replace("can", "cannot")) == [(Conflict.DENIAL, ("", ""))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We answer within 10 working days.", "A team lead answers within 5 working days."),
        ("Proceed to step 4 of the return of the parcel now.", "Proceed to step 7 of the return of the parcel now."),
        (
            "```\nremote: counting objects of the parcel 85 done\n```",
            "```\nremote: counting objects of the parcel 91 done\n```",
        ),
        ("Hold the button of the Lantern for 5 seconds, please do.", "Hold the button of the Relay for 9 seconds, please do."),
        ("Code E-17 means that the parcel is lost since 3 days.", "Code E-21 means that the parcel is lost since 9 days."),
        ("| Basic | 5 parcels a month in the return plan |", "| Large | 50 parcels a month in the return plan |"),
        ("![Shot at 1.36](parcel/1.png) of the return screen here", "![Shot at 1.39](parcel/2.png) of the return screen here"),
        (
            "Tell the warehouse in Leeds whether or not the parcel was opened before.",
            "Tell the warehouse in Leeds whether the parcel was opened before.",
        ),
        (
            "We skip every parcel of the return that lacks its label in the warehouse.",
            "We do not pick every parcel of the return that lacks its label in the warehouse.",
        ),
        ("You have 30 days for it. You have 14 days for it.", "You have 14 days for it. You have 30 days for it."),
    ],
)
def test_what_speaks_of_different_things_is_left_alone(one: str, other: str) -> None:
    assert found(one, other) == []


def test_articles_about_different_versions_or_named_things_are_not_compared() -> None:
    said = "The parcel leaves our warehouse in Leeds on day 3 after the order was paid."
    assert found(said, said.replace("3", "5"), title="Return a parcel, release 4.2") == []
    assert found(said, said.replace("3", "5"), heading="Example") == []
    plain = "Parcels with opened boxes and used batteries can be returned to the warehouse."
    assert found(plain, plain.replace("can", "cannot"), title="Return parcels without a label") == []
