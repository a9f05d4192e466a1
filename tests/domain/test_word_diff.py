"""What changed between two texts, as a person reads it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.word_diff import Change, word_diff

TEXTS = st.text(alphabet="ab \n.,é", max_size=80) | st.lists(
    st.sampled_from(["one two\n", "three\n", "\n", "x"]), max_size=40
).map("".join)


def marked(older: str, newer: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[change.kind].format(change.text) for change in word_diff(older, newer))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_changes(older: str, newer: str) -> None:
    changes = word_diff(older, newer)
    assert "".join(change.text for change in changes if change.kind != "added") == older
    assert "".join(change.text for change in changes if change.kind != "removed") == newer
    assert all(change.text for change in changes)
    assert all(one.kind != other.kind for one, other in pairwise(changes))


def test_a_word_that_changed_is_told_alone() -> None:
    older = "Hold the button for five seconds.\n\nThen wait.\n"
    assert marked(older, older.replace("five", "ten")) == older.replace("five", "[-five-]{+ten+}")
    assert marked("a b c", "a x y c") == "a [-b-]{+x y+} c"
    assert marked("one.\n", "one.\ntwo.\n") == "one.\n{+two.\n+}"
    assert word_diff("same", "same") == (Change("same", "same"),)
    assert word_diff("", "") == ()


def test_a_citation_mark_changes_as_a_whole() -> None:
    assert marked("Press it. [1]", "Press it. [2]") == "Press it. [-[1]-]{+[2]+}"
    assert marked("Hold it. [1] Wait.", "Hold it. [12] Wait.") == "Hold it. [-[1]-]{+[12]+} Wait."
    assert marked("Long words here. [1]", "Short ones. [1]") == "[-Long words here-]{+Short ones+}. [1]"


def test_a_sentence_rewritten_is_not_scattered() -> None:
    assert marked("Call us any time.", "Write to support first.") == "[-Call us any time-]{+Write to support first+}."


def test_a_paragraph_that_moved_far_is_found_in_a_long_text() -> None:
    lines = [f"Line {n} says {n * 7}.\n" for n in range(3000)]
    moved = [*lines[1:2000], lines[0], *lines[2000:]]
    changes = [change for change in word_diff("".join(lines), "".join(moved)) if change.kind != "same"]
    assert [(change.kind, change.text) for change in changes] == [("removed", lines[0]), ("added", lines[0])]


def test_long_texts_of_the_same_few_lines_are_compared_too() -> None:
    older, newer = "a b\n" * 30_000, "a b\nc\n" * 20_000
    changes = word_diff(older, newer)
    assert "".join(change.text for change in changes if change.kind != "removed") == newer
