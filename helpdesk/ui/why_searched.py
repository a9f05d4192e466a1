"""What the knowledge base was searched for, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Iterator, Mapping
from typing import Any

from helpdesk.domain.evidence import SearchPath
from helpdesk.ui.language import percent, tr, trn
from helpdesk.ui.state_names import SEARCH_PATHS


def searched_lines(searched: Mapping[str, Any]) -> Iterator[str]:
    """One fact each; none where nothing was kept."""
    if not searched:
        return
    for own, share in searched["asks"]:
        if own:
            yield tr(
                "“{own}”, drawn by {share} to what the conversation around it brings", own=_line(own), share=percent(share)
            )
    yield tr("The conversation around it, as it was searched: “{around}”", around=_line(searched["around"]))
    for written, meant in searched["corrected"]:
        yield tr("“{written}” was taken for “{meant}”, for the knowledge base has no such word", written=written, meant=meant)
    yield tr("In all knowledge bases and languages, {path}", path=SEARCH_PATHS[SearchPath(searched["path"])])
    if kept_out := searched["kept_out"]:
        yield trn("{n} article stayed out: a draft, or archived", "{n} articles stayed out: drafts, or archived", kept_out)
    if overdue := searched["overdue"]:
        yield trn("{n} article stayed out: its review is overdue", "{n} articles stayed out: their review is overdue", overdue)


def _line(text: str) -> str:
    return " ".join(text.split())
