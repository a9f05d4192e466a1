"""Passages cut into what may be quoted."""

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.sentences import BlockKind, blocks, sentences

ARTICLE = """# Reset

Do this, e.g. when it is stuck:

1. Press **reset**.
2. Wait 10 s.

   Longer in winter.

Then check Fig. 3. See [docs](https://x.example/z).

| A | B |
|---|---|
| 1 | 2 |
| 3 | 4 |

```sh
ls # not a heading

```
Ways:
- a
- b
"""


def cut(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def test_lists_rows_and_code_stay_whole_and_keep_their_lead_in() -> None:
    assert cut(ARTICLE) == [
        (BlockKind.STEPS, "Do this, e.g. when it is stuck:\n\n1. Press **reset**.\n2. Wait 10 s.\n\n   Longer in winter."),
        (BlockKind.SENTENCE, "Then check Fig. 3."),
        (BlockKind.SENTENCE, "See [docs](https://x.example/z)."),
        (BlockKind.ROW, "| 1 | 2 |"),
        (BlockKind.ROW, "| 3 | 4 |"),
        (BlockKind.CODE, "```sh\nls # not a heading\n\n```"),
        (BlockKind.LIST, "Ways:\n- a\n- b"),
    ]


def test_blocks_know_their_heading_and_rows_their_header() -> None:
    row = next(block for block in blocks(ARTICLE) if block.kind is BlockKind.ROW)
    assert (row.heading, row.header) == ("Reset", "| A | B |")


def test_a_long_bullet_list_is_offered_item_by_item_but_steps_are_not_torn() -> None:
    bullets = "\n".join(f"- bullet {n} " + "word " * 30 for n in range(12))
    steps = "\n".join(f"{n}. step {n} " + "word " * 30 for n in range(1, 13))
    assert [kind for kind, _ in cut(bullets)] == [BlockKind.LIST] * 12
    assert [kind for kind, _ in cut(steps)] == [BlockKind.STEPS]


def test_sentences_end_where_people_end_them() -> None:
    assert sentences("It costs 4.99 EUR, i.e. less. Really? Yes! See no. 5") == [
        "It costs 4.99 EUR, i.e. less.",
        "Really?",
        "Yes!",
        "See no.",
        "5",
    ]


@given(st.text(alphabet="ab .\n|-`#1)*:\u2028\r", max_size=200))
def test_whatever_the_text_every_block_is_a_slice_of_it_in_order(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start < block.end <= len(text)
        at = block.end
