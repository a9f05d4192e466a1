"""Personal data on labelled texts: what is covered is found, look-alikes are left alone, everything comes back."""

import pytest

from tests.evaluation.personal_data import FOLDER, measured

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the labelled texts are not here")


def test_what_customers_write_is_hidden_and_comes_back_word_for_word() -> None:
    tally = measured("synth_templates", every=8)
    for kind in ("EMAIL", "PHONE", "IBAN", "CARD", "ID/TAX"):
        assert tally.recall(kind) >= 0.95 or not tally.missed[kind], kind
        assert tally.leak_rate(kind) == 0, kind
    assert tally.precision("PHONE") >= 0.9
    assert tally.unrestored == 0


def test_order_numbers_versions_addresses_and_prices_are_not_personal() -> None:
    tally = measured("technical_no_pii", every=8)
    assert tally.kinds == []
    assert tally.unrestored == 0


def test_a_wrong_check_digit_makes_no_account_number() -> None:
    tally = measured("recogniser_edge_cases", every=2)
    assert tally.recall("IBAN") == 1
    assert tally.precision("IBAN") == 1
    assert tally.precision("CARD") == 1
