"""The desk's own synonyms."""

from helpdesk.domain.synonyms import by_stem, checked, meant


def test_each_word_means_the_other() -> None:
    known = by_stem({"refund": ("money back", "reimbursement")})
    assert set(meant(["refund"], known)["refund"]) == {"monei", "back", "reimburs"}
    assert meant(["reimburs"], known)["reimburs"] == ("refund", "monei", "back")


def test_a_phrase_means_something_only_when_all_of_it_is_asked() -> None:
    known = by_stem({"money back": ("refund",)})
    assert meant(["monei"], known) == {}
    assert meant(["monei", "back"], known) == {"back": ("refund",)}


def test_what_was_typed_is_trimmed_and_kept_once() -> None:
    assert checked({" Refund ": [" money  back ", "money back", "refund"]}) == {"Refund": ("money back",)}
