"""Views every desk has. Their names are words of the program."""

from helpdesk.domain.condition import ME, NOBODY, Condition, Conditions, Field, Operator
from helpdesk.domain.ticket_query import SavedView, Sort, SortBy, TicketQuery


def _is(field: Field, *values: str) -> Condition:
    return Condition(field, Operator.IS, values)


UNSOLVED = _is(Field.STATUS, "new", "open", "pending", "on-hold")
TO_DO = _is(Field.STATUS, "new", "open")
AWAKE = Condition(Field.SNOOZED, Operator.UNSET)
BUILT_IN = tuple(
    SavedView(-number, name, query, number)
    for number, (name, query) in enumerate(
        (
            ("To do", TicketQuery(Conditions((TO_DO, AWAKE)))),
            ("Mine", TicketQuery(Conditions((UNSOLVED, _is(Field.ASSIGNEE, ME), AWAKE)))),
            ("Unassigned", TicketQuery(Conditions((UNSOLVED, _is(Field.ASSIGNEE, NOBODY), AWAKE)))),
            (
                "Waiting for us",
                TicketQuery(
                    Conditions((UNSOLVED, _is(Field.WAITING, "customer"), AWAKE)), Sort(SortBy.WAITING, descending=False)
                ),
            ),
            (
                "Overdue",
                TicketQuery(Conditions((UNSOLVED, _is(Field.DUE_STATE, "soon", "missed"))), Sort(SortBy.DUE, descending=False)),
            ),
            (
                "Drafts to review",
                TicketQuery(Conditions((_is(Field.DRAFT, "in-review"),)), Sort(SortBy.CONFIDENCE, descending=False)),
            ),
            ("Snoozed", TicketQuery(Conditions((Condition(Field.SNOOZED, Operator.SET),)))),
            ("Mentions", TicketQuery(Conditions((_is(Field.MENTIONED, ME),)))),
            ("Solved", TicketQuery(Conditions((_is(Field.STATUS, "solved", "closed"),)))),
            ("All", TicketQuery()),
        ),
        1,
    )
)
