"""What a file says of itself at its top is what YAML makes of it, however quickly it is read."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.adapters.markdown_articles.metadata_block import metadata

KEYS = st.sampled_from(["title", "ms.date", "Tags", "x-y_z", "a b", "- a", "  title", "", "'q'", "?"])
SIGNS = st.sampled_from([": ", ":", ":  ", " : ", " ", ":\t", ""])
PLAIN = ["no", "07/08/2025", "a, b", "Émile’s | “x”", "50% & more", "a  ", "a ? b", "null", ""]
MARKED = [
    "a: b",
    "a #b",
    "#",
    "a#b",
    "[a, b]",
    "{a: b}",
    "'a'",
    '"a',
    "|",
    ">-",
    "- a",
    "*a",
    "&a b",
    "!!int 5",
    "@a",
    "`a`",
    "%a",
]
WORDS = st.sampled_from([*PLAIN, *MARKED, "~", "---", "a\tb", "http://a.b/c", "<<"])
USUAL = st.tuples(st.sampled_from(["title", "ms.date"]), st.just(": "), WORDS)
LINES = st.lists((USUAL | USUAL | st.tuples(KEYS, SIGNS, WORDS)).map("".join), min_size=1, max_size=3)


@settings(max_examples=400)
@given(LINES)
def test_it_says_what_yaml_makes_of_it(lines: list[str]) -> None:
    try:
        made = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    found = metadata(["---", *lines, "---"])
    if isinstance(made, dict) and all(isinstance(key, str) for key in made) and not any("!!" in line for line in lines):
        assert found is not None
        assert found[1] == {key.lower(): value for key, value in made.items()}


def test_a_value_keeps_what_is_no_mark_there() -> None:
    found = metadata(["---", "title: Posting | Business Central  ", "", "ms.date: 2025-08-07", "ms.custom:", "---", "Text"])
    assert found == (6, {"title": "Posting | Business Central", "ms.date": "2025-08-07", "ms.custom": ""})
