"""Groups of vectors."""

import math
from struct import pack

import pytest

from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.ports.grouping import Groups


def at(degrees: float) -> bytes:
    return pack("<2f", math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))


NEAR = math.cos(math.radians(12))
CIRCLE = [at(0), at(10), at(20), at(90), at(95), at(200), pack("<2f", 0.0, 0.0)]


def test_the_one_with_the_most_neighbours_takes_them_with_it() -> None:
    found = VectorGroups().groups(CIRCLE, [], NEAR)
    assert found == Groups((), ((1, 0, 2), (3, 4), (5,)))


def test_what_is_like_a_seed_joins_it_and_leaves_the_rest() -> None:
    found = VectorGroups().groups(CIRCLE, [at(93), at(300)], NEAR)
    assert found == Groups(((4, 3), ()), ((1, 0, 2), (5,)))


def test_the_order_of_what_is_given_changes_no_group() -> None:
    turned = CIRCLE[::-1]
    groups = VectorGroups().groups(turned, [], NEAR).fresh
    assert {frozenset(turned[place] for place in group) for group in groups} == {
        frozenset(CIRCLE[place] for place in group) for group in VectorGroups().groups(CIRCLE, [], NEAR).fresh
    }


def test_a_crowd_of_likes_is_one_group_and_nothing_is_no_group() -> None:
    assert len(VectorGroups().groups([at(0)] * 700, [], NEAR).fresh) == 1
    assert VectorGroups().groups([], [at(0)], NEAR) == Groups(((),), ())


def test_one_vector_is_compared_with_many_at_once() -> None:
    compared = VectorGroups().cosines(at(0), [at(0), at(90), at(60), CIRCLE[-1]])
    assert compared == pytest.approx([1.0, 0.0, 0.5, 0.0], abs=1e-6)
    assert VectorGroups().cosines(at(0), []) == []
