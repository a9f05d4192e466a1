"""The insides of what helps with a ticket: rows of text that never interpret what they show."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from helpdesk.domain.article import trail_shown
from helpdesk.domain.thread_summary import Summary
from helpdesk.services.assistance import Similar, SimilarTicket, SuggestedArticle
from helpdesk.ui import assist_words, theme, wording
from helpdesk.ui.kit import Label, button, column, row
from helpdesk.ui.kit.line_button import LineButton
from helpdesk.ui.language import day, day_of_year, lowered, number, percent, tr
from helpdesk.ui.reason_words import reason_said

LONGEST_ANSWER = 400


def summary_part(summary: Summary | None, ask_model: Callable[[], object]) -> QFrame:
    if summary is None:
        return column(Label(tr("Nothing was said on this ticket yet."), "muted"), None)
    parts: list[QWidget] = [Label(assist_words.summary_span(summary), "caption", wraps=True)]
    if summary.told:
        parts.append(Label(summary.told, wraps=True, selectable=True))
        parts.append(
            Label(
                tr("Told by {by}. The lines below are the customer's and your own words.", by=summary.by), "caption", wraps=True
            )
        )
    for line in summary.lines:
        said = f"{assist_words.SUMMARY_LINES[line.kind]}, {day_of_year(line.at)}: {line.text}"
        parts.append(Label(said, wraps=True, selectable=True))
    if summary.why_not:
        parts.append(
            Label(tr("The model did not sum it up: {why_not}.", why_not=reason_said(summary.why_not)), "caption", wraps=True)
        )
    if not summary.told:
        ask = button(tr("Have the model sum it up"), "quiet", name=tr("Have the model sum up this conversation"))
        ask.clicked.connect(ask_model)
        parts.append(row(ask, None))
    return column(*parts, None, gap=theme.XS)


def similar_part(similar: Similar, open_ticket: Callable[[int], object]) -> QFrame:
    parts = [one for ticket in similar.tickets for one in _ticket(ticket, open_ticket)]
    if not parts:
        parts.append(Label(_none_alike(similar), "muted", wraps=True))
    elif similar.compared < similar.answered:
        rest = similar.answered - similar.compared
        parts.append(
            Label(
                tr("{rest} answered tickets are still being read; more may be found later.", rest=number(rest)),
                "caption",
                wraps=True,
            )
        )
    return column(*parts, None, gap=theme.XS)


def _none_alike(similar: Similar) -> str:
    if similar.why_not:
        return tr("Nothing to show: {why_not}.", why_not=reason_said(similar.why_not))
    if not similar.answered:
        return tr("No ticket was answered yet. Answered tickets like this one will be shown here.")
    return tr("None of {compared} answered tickets is like this one.", compared=number(similar.compared))


def _ticket(ticket: SimilarTicket, open_ticket: Callable[[int], object]) -> list[QWidget]:
    alike = tr("{similarity} alike", similarity=percent(ticket.similarity))
    opened = LineButton(
        f"#{ticket.ticket_id}  {ticket.subject.strip() or tr('(no subject)')}",
        "row",
        name=tr("Open ticket {ticket_id}, {subject}, {alike}", ticket_id=ticket.ticket_id, subject=ticket.subject, alike=alike),
        end=f"   {alike}",
    )
    opened.clicked.connect(lambda _=False, ticket_id=int(ticket.ticket_id): open_ticket(ticket_id))
    asked = Label(tr("Asked: {short}", short=_short(ticket.asked, LONGEST_ANSWER // 2)), "caption", wraps=True)
    when = f"{day(ticket.answered_at)}, {lowered(wording.STATUSES[ticket.status])}"
    answer = Label(
        tr("Answered {when}: {short}", when=when, short=_short(ticket.answer, LONGEST_ANSWER)), wraps=True, selectable=True
    )
    return [opened, _under(asked), _under(answer)]


def _under(words: Label) -> Label:
    """Where the words of the row above begin."""
    words.setIndent(theme.S + 1)
    return words


def articles_part(articles: Sequence[SuggestedArticle], open_article: Callable[[int], object]) -> QFrame:
    if not articles:
        return column(Label(tr("No article is about what this ticket asks."), "muted", wraps=True), None)
    parts: list[QWidget] = []
    for article in articles:
        trail = trail_shown(article.title, article.heading)
        opened = LineButton(trail, "row", name=tr("Open the article {trail}", trail=trail))
        opened.clicked.connect(lambda _=False, article_id=int(article.article_id): open_article(article_id))
        audience = "" if article.audience == "public" else f", {lowered(wording.AUDIENCES[article.audience])}"
        words = tr("; has {matched}", matched=", ".join(article.matched[:6])) if article.matched else ""
        place = tr(
            "{kb}/{path}, lines {first}–{last}{audience}{words}",
            kb=article.kb,
            path=article.path,
            first=article.lines[0],
            last=article.lines[1],
            audience=audience,
            words=words,
        )
        parts += [opened, _under(Label(place, "caption", wraps=True))]
    return column(*parts, None, gap=theme.XS)


def _short(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + "…"
