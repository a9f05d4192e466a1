"""What is wrong with a query somebody typed, in a sentence that says what would do."""

from collections.abc import Callable, Mapping

from helpdesk.domain.query_fault import QueryTrouble, Wrong
from helpdesk.ui.language import tr
from helpdesk.ui.query_tongue import names_of

MOST_NAMED = 15


def said(wrong: Wrong) -> str:
    return SAID.get(wrong.trouble, _unknown_field)(wrong)


def _named(wrong: Wrong) -> str:
    return ", ".join(names_of(wrong.field, wrong.allowed[:MOST_NAMED]))


def _unknown_field(wrong: Wrong) -> str:
    if wrong.allowed:
        return tr("There is no field “{word}”. Did you mean {names}?", word=wrong.word, names=_named(wrong))
    return tr("There is no field “{word}”. To search for it as text, put it in quotes.", word=wrong.word)


def _no_value(wrong: Wrong) -> str:
    if wrong.allowed:
        return tr("{field}: needs a value: {names}.", field=wrong.field, names=_named(wrong))
    return tr("{field}: needs a value, without a blank after the colon.", field=wrong.field)


SAID: Mapping[QueryTrouble, Callable[[Wrong], str]] = {
    QueryTrouble.UNKNOWN_FIELD: _unknown_field,
    QueryTrouble.UNKNOWN_VALUE: lambda wrong: tr(
        "{field}: cannot be “{word}”. It can be {names}.", field=wrong.field, word=wrong.word, names=_named(wrong)
    ),
    QueryTrouble.UNKNOWN_AGENT: lambda wrong: tr(
        "No agent is called “{word}”. There are {names}.", word=wrong.word, names=_named(wrong)
    ),
    QueryTrouble.NO_VALUE: _no_value,
    QueryTrouble.NOT_A_DATE: lambda wrong: tr(
        "“{word}” is no date. Write 2026-05-31, 2026-05 or 2026, or a span like 7d or 12h.", word=wrong.word
    ),
    QueryTrouble.NOT_A_NUMBER: lambda wrong: tr("“{word}” is no number. Write {field}:<60% or {field}:>0.8.", **_both(wrong)),
    QueryTrouble.NOT_WITHOUT: lambda wrong: tr("{field}: cannot be turned round with a minus; use < or >.", field=wrong.field),
    QueryTrouble.NOT_EITHER: lambda wrong: tr(
        "“{word}” asks different things, which cannot be alternatives. Write {field}: before each when all of them shall hold.",
        word=wrong.word,
        field=wrong.field,
    ),
}


def _both(wrong: Wrong) -> dict[str, str]:
    return {"word": wrong.word, "field": wrong.field}
