"""An operation in two lines of the drawer."""

from helpdesk.domain.change import Operation
from helpdesk.ui.change_words import said_of, who
from helpdesk.ui.kit.row_look import RowLook, Tag
from helpdesk.ui.language import day_and_clock, tr


def operation_look(row: Operation) -> RowLook:
    """What was done above, when and by whom below; what was taken back is quiet and says so."""
    back = (Tag(tr("Taken back"), strong=True),) if row.undone else ()
    return RowLook(said_of(row), back, Tag(when_and_who(row)), quiet=row.undone)


def when_and_who(row: Operation) -> str:
    return f"{day_and_clock(row.at)} · {who(row)}"
