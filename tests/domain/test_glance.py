"""A passage on one line, as a person reads it."""

import pytest

from helpdesk.domain.glance import glance


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (
            "## How do I import mail?\n\n```sh\nhelpdesk import a_b.md *.eml\n```\n\nA **folder** too.",
            "How do I import mail? helpdesk import a_b.md *.eml A folder too.",
        ),
        ("Look:\n\n```\nhelpdesk tickets import", "Look: helpdesk tickets import"),
        ("~~~yaml\nname: x\n~~~\nDone.", "name: x Done."),
        (
            "| Light | Do |\n|---|---|\n| **Red** | wait |\n| Off | plug it in |\n",
            "Light: Red; Do: wait. Light: Off; Do: plug it in.",
        ),
        ("| Light | Do |", "Light Do"),
        ("| Red | wait |\n| Off | plug", "Red wait Off plug"),
        (
            "## Low battery\n\n- At **15 %** it says `E-02`.\n- [ ] Change both.\n",
            "Low battery: • At 15 % it says E-02. • Change both.",
        ),
        ("> [!NOTE]\n> See [the page](../page.md).\n\n---\n\nMore.", "Note: See the page. More."),
        ("1. Pull\n2. Push", "1. Pull 2. Push"),
        ("`a | b` & 5 - 3 <br> x", "a b & 5 - 3 x"),
        ("", ""),
    ],
)
def test_what_is_read_of_a_passage(source: str, read: str) -> None:
    assert glance(source) == read
