"""From evidence to certificates: granting takes proof, taking away takes nothing but the news."""

from dataclasses import replace
from datetime import UTC, datetime

from helpdesk.domain.certificate import POOLED, Ended
from helpdesk.domain.draft import Fingerprint
from helpdesk.domain.drift import ALARM
from helpdesk.domain.granting import End, Found, Grant, TakeOut, changes
from helpdesk.domain.promise import caveats, headline, what_changed
from helpdesk.domain.risk import Weighing
from tests.fakes.certificates import certificate

GRID = (0.9, 0.8)
BLANK = certificate(datetime(2026, 11, 20, tzinfo=UTC), scorer="s", cut=1.0, checked=0, bound=1.0, coverage=0.34)


def weighed(right: int, wrong: int = 0, score: float = 0.95) -> Weighing:
    weighing = Weighing(GRID, BLANK.alpha, BLANK.delta)
    for number in range(right + wrong):
        weighing.add(score, number >= right)
    return weighing


def test_sixty_eight_right_answers_grant_a_certificate_and_sixty_seven_do_not() -> None:
    assert changes(Found({POOLED: weighed(67)}), BLANK) == []
    (granted,) = changes(Found({POOLED: weighed(68)}), BLANK)

    assert isinstance(granted, Grant)
    assert (granted.certificate.cut, granted.certificate.checked, granted.certificate.wrong) == (0.8, 68, 0)
    assert granted.certificate.bound <= BLANK.alpha


def test_what_stands_and_is_proven_still_stays_as_it_is() -> None:
    standing = replace(BLANK, id=7, cut=0.8)

    assert changes(Found({POOLED: weighed(80)}, (standing,)), BLANK) == []


def test_a_certificate_ends_as_soon_as_its_evidence_proves_it_no_more() -> None:
    standing = replace(BLANK, id=7, cut=0.8)
    (ended,) = changes(Found({POOLED: weighed(20, 4)}, (standing,)), BLANK)

    assert isinstance(ended, End)
    assert (ended.certificate.id, ended.by) == (7, Ended.EVIDENCE)


def test_when_more_is_proven_the_wider_certificate_takes_the_place_of_the_narrower() -> None:
    standing = replace(BLANK, id=7, cut=0.9)
    ended, granted = changes(Found({POOLED: weighed(80)}, (standing,)), BLANK)

    assert isinstance(ended, End)
    assert isinstance(granted, Grant)
    assert (ended.by, granted.certificate.cut) == (Ended.WIDER, 0.8)


def test_drift_ends_every_certificate_of_the_drafter_whatever_the_rest_proves() -> None:
    standing = (replace(BLANK, id=7, cut=0.8), replace(BLANK, id=8, cut=0.8, topic="hub"))
    found = Found({POOLED: weighed(80), "hub": weighed(80)}, standing, {7: ALARM, 8: 1.0})

    assert [(change.certificate.id, change.by) for change in changes(found, BLANK) if isinstance(change, End)] == [
        (7, Ended.DRIFT),
        (8, Ended.DRIFT),
    ]


def test_a_topic_whose_own_evidence_speaks_against_it_is_taken_out_and_stays_out() -> None:
    standing = replace(BLANK, id=7, cut=0.8)
    bad = Found({POOLED: weighed(400, 4), "billing": weighed(0, 4)}, (standing,))
    (taken,) = changes(bad, BLANK)

    assert taken == TakeOut(standing, ("billing",))
    out = replace(standing, out=("billing",))
    assert not out.speaks_of("billing")
    assert out.speaks_of("hub")
    assert changes(Found({POOLED: weighed(400, 4), "billing": weighed(40, 4)}, (out,)), BLANK) == []


def test_a_topic_with_proof_of_its_own_gets_its_own_certificate() -> None:
    found = changes(Found({POOLED: weighed(68), "hub": weighed(68), "billing": weighed(3)}), BLANK)

    assert [change.certificate.topic for change in found] == [POOLED, "hub"]
    assert not found[1].certificate.speaks_of("billing")


def test_the_sentence_a_manager_signs_names_promise_evidence_and_reach() -> None:
    certificate = replace(BLANK, checked=117, wrong=2, cut=0.8)

    assert headline(certificate) == (
        "Of answers sent automatically at most 5% are wrong (90% confidence). "
        "Evidence when it was granted: 2 wrong of 117 checked; 34% of tickets qualified."
    )
    assert caveats(certificate)[0].startswith("Reviewers are taken at their word")
    assert caveats(replace(certificate, sensitivity=0.82))[0] == (
        "Corrected for reviewers, who notice at least 82% of wrong drafts, as test drafts showed."
    )


def test_another_drafter_is_told_by_what_changed() -> None:
    now = Fingerprint("ollama", "llama3.2:3b@b", "p-1", "e", "c", "s", "g")
    before = {**vars(now), "model": "llama3.2:3b@a"}

    assert what_changed(before, now) == "the model changed: llama3.2:3b@a → llama3.2:3b@b"
    again = replace(now, ways="5 passages, tone formal")
    told = what_changed({**vars(now), "ways": "5 passages, tone neutral"}, again)
    assert told == "the settings for drafting changed: “tone neutral” → “tone formal”"
    held_back = what_changed({**vars(now), "guard": "4824e498"}, replace(now, guard="f8fc1e6f"))
    assert "what a person always decides" in held_back and "4824e498" not in held_back
    assert now.code != replace(now, guard="g-2").code
    assert len(now.code) == 12


def test_what_only_has_a_code_is_told_by_what_a_person_may_have_set() -> None:
    now = Fingerprint(
        "ollama", "m:3b@b", "reply-e4416fabe9bf-c94e1c", "e", "c", "s", "g", "5 passages, mix aa11bb, hides 12ab34"
    )
    before = vars(now)

    assert "the house rules" in what_changed({**before, "prompt": "reply-0123456789ab-c94e1c"}, now)
    window = what_changed({**before, "prompt": "reply-e4416fabe9bf-000000"}, now)
    assert "the context window" in window and "the house rules" not in window
    hidden = what_changed({**before, "ways": "5 passages, mix aa11bb, hides 000000"}, now)
    assert hidden.startswith("what is hidden as personal data changed")
    both = what_changed({**before, "ways": "4 passages, mix cc22dd, hides 12ab34"}, now)
    assert both.startswith("the settings for drafting changed: “4 passages” → “5 passages”; how hits of a search are weighed")
    codes = ("e4416f", "c94e1c", "12ab34", "aa11bb", "000000", "0123456")
    assert not any(code in said for said in (window, hidden, both) for code in codes)
