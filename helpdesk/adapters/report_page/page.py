"""Numbers as a page, and the numbers out of a page.

The page loads nothing and runs nothing: its policy forbids both, should anybody's words ever get past the escaping. The numbers
it is made of stand in it as JSON, and the same numbers always give the same bytes, so that a changed page can be told.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any

from helpdesk.adapters.report_page import words
from helpdesk.adapters.report_page.plots import Bar, Span, bars, columns, spans
from helpdesk.adapters.report_page.style import STYLE

NUMBERS = "numbers"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class HtmlReport:
    """Plays ReportPage."""

    def page(self, numbers: Mapping[str, Any]) -> str:
        title = f"Trial on old tickets: {numbers['trial']['name']}"
        parts = [
            _head(numbers, title),
            _tiles(numbers),
            _coverage(numbers),
            _errors(numbers),
            _comparison(numbers),
            _minutes(numbers),
            _gaps(numbers),
            _ground(numbers),
            f'<details><summary>All numbers</summary><pre id="{NUMBERS}">{escape(_json(numbers))}</pre></details>',
        ]
        return (
            f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
            + "\n".join(parts)
            + "\n</body>\n</html>\n"
        )

    def numbers(self, page: str) -> dict[str, Any]:
        reader = _NumbersIn()
        reader.feed(page)
        try:
            found = json.loads("".join(reader.said))
        except ValueError as error:
            raise ValueError("it holds no numbers of a report: it is no report of this program, or not a whole one") from error
        if not isinstance(found, dict) or "trial" not in found:
            raise ValueError("its numbers are not those of a report")
        return found


class _NumbersIn(HTMLParser):
    """The text of the element that holds the numbers."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "pre" and ("id", NUMBERS) in attrs:
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.said.append(data)


def _json(numbers: Mapping[str, Any]) -> str:
    return json.dumps(numbers, ensure_ascii=False, indent=1)


def _head(numbers: Mapping[str, Any], title: str) -> str:
    hidden = "Customers' personal data is masked." if numbers["masked"] else "It quotes customers as they wrote."
    return (
        f"<h1>{escape(title)}</h1>"
        f'<p class="soft">Made on {escape(words.moment(numbers["made_at"]))} by Helpdesk, from old tickets people have '
        f"already answered. {hidden}</p>"
    )


def _tiles(numbers: Mapping[str, Any]) -> str:
    counted, errors = numbers["tickets"], numbers["errors"]
    tried = counted["drafted"] + counted["no_draft"]
    shown = (
        (f"{counted['read']:,}", "old tickets with the reply a person sent"),
        (words.percent(counted["drafted"] / tried if tried else None), f"got a draft ({counted['drafted']:,} of {tried:,})"),
        (
            words.percent(errors["all"]["share"]),
            f"of judged drafts wrong ({errors['all']['wrong']} of {errors['all']['checked']})",
        ),
        (_saved(numbers["minutes"]), "saved a ticket (median)"),
    )
    return (
        '<div class="tiles">' + "".join(f'<div class="tile"><b>{escape(a)}</b>{escape(b)}</div>' for a, b in shown) + "</div>"
    )


def _saved(told: Mapping[str, Any]) -> str:
    return "not measured" if told["seconds"] is None else f"{told['seconds'] / 60:.1f} min"


def _coverage(numbers: Mapping[str, Any]) -> str:
    rows = numbers["coverage"]
    roles = (("send", "good"), ("review", "main"), ("escalate", "warn"))
    shown = [
        Bar(
            words.topic(row["topic"]),
            f"{row['drafted']} of {row['tickets']}",
            tuple((row[name] / row["tickets"], role) for name, role in roles),
        )
        for row in rows
    ]
    told = "; ".join(f"{bar.name}: {bar.figure} drafted" for bar in shown) or "Nothing was drafted."
    key = "".join(_key(role, f"{words.ROUTES[name]}: {sum(row[name] for row in rows):,}") for name, role in roles)
    tenths = [f"{number / 10:.1f}" for number in range(10)]
    scored = ", ".join(f"from {tenth}: {count}" for tenth, count in zip(tenths, numbers["scores"], strict=True))
    return (
        f"<h2>Coverage by topic</h2><p>Drafts by recommendation: {key}{_key('', 'no draft')}</p>"
        f"{bars('Coverage by topic', told, shown)}"
        f"<h2>How sure the drafts are</h2>{columns('Drafts by score', scored, numbers['scores'], tenths)}"
    )


def _key(role: str, said: str) -> str:
    return f'<i class="key {role}"></i><span>{escape(said)}</span>'


def _errors(numbers: Mapping[str, Any]) -> str:
    told = numbers["errors"]
    if not told["drawn"]:
        return "<h2>Expected errors</h2><p>No sample was judged yet, so nothing is claimed.</p>"
    named = (("all", "all drafts"), ("sendable", "no rule holds back"), ("recommended", "recommended to send"))
    rows = [_span(name, told[key]) for key, name in named]
    rows += [_span(f"score {band['from']:.1f} to {band['to']:.1f}", band) for band in told["bands"]]
    rows.append(_span("the person's reply", told["human"]))
    said = "; ".join(f"{row.name}: {words.interval(one)}" for row, one in zip(rows, _told(told), strict=True))
    liked = ", ".join(f"{words.PREFERRED[kind]} {count}" for kind, count in numbers["preference"].items())
    promised = "".join(f"<li>{escape(words.promise(one))}</li>" for one in numbers["promises"])
    unproven = "" if promised else "<p>Nothing is promised before the whole sample is judged.</p>"
    judged = told["all"]["checked"]
    return (
        f"<h2>Expected errors</h2><p>{judged} of a sample of {told['drawn']} judged ({told['wanted']} wanted, drawn from "
        f"{told['from']:,} drafts); intervals with {100 * told['confidence']:.0f}% confidence. {escape(words.JUDGED)}</p>"
        f"{spans('Share of wrong drafts', said, rows)}<p>Side by side: {escape(liked)}.</p><ul>{promised}</ul>{unproven}"
    )


def _told(errors: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return (errors["all"], errors["sendable"], errors["recommended"], *errors["bands"], errors["human"])


def _span(name: str, told: Mapping[str, Any]) -> Span:
    figure = f"{told['wrong']} of {told['checked']}" if told["checked"] else "–"
    return Span(name, figure, told["share"], told["low"], told["high"])


def _comparison(numbers: Mapping[str, Any]) -> str:
    told = numbers["comparison"]
    readings, facts = told["readings"], told["facts"]
    total = sum(readings.values()) or 1
    roles = {"same": "good", "partly": "main", "other": "warn", "differs": "bad"}
    shown = [Bar(words.READINGS[name], str(count), ((count / total, roles[name]),)) for name, count in readings.items()]
    spoken = ", ".join(f"{bar.name}: {bar.figure}" for bar in shown)
    meaning = "no embedder was there" if told["meaning"] is None else f"{told['meaning']:.2f}"
    alike = "–" if told["words"] is None else f"{told['words']:.2f}"
    cited = "–" if told["cited"] is None else f"{told['cited']:.1f}"
    return (
        f"<h2>Beside the person's reply</h2>{bars('Drafts beside replies', spoken, shown)}"
        f"<p>Numbers, dates, codes and links: {facts['agreeing']:,} in both, {facts['missing']:,} only in the person's reply, "
        f"{facts['extra']:,} only in the draft. Likeness by words (F1): {alike}; by meaning (cosine): {meaning}; passages "
        f"cited a draft: {cited}. A person's reply may be out of date or wrong as well: these figures sort, judges decide.</p>"
    )


def _minutes(numbers: Mapping[str, Any]) -> str:
    return (
        f"<h2>Minutes saved</h2><p><strong>{escape(words.minutes(numbers['minutes']))}</strong></p>"
        f'<p class="soft">{escape(words.MINUTES)} {escape(words.CONTROL)}</p>'
    )


def _gaps(numbers: Mapping[str, Any]) -> str:
    rows = [
        (
            words.topic(gap["topic"]),
            str(gap["tickets"]),
            str(gap["no_draft"]),
            str(gap["wrong"]),
            "\n".join(" ".join(example.split()) for example in gap["examples"] if example),
        )
        for gap in numbers["gaps"]
    ]
    head = ("nearest topic", "tickets", "no draft", "judged wrong", "for example")
    return "<h2>Knowledge gaps</h2>" + (
        _table(head, rows) if rows else "<p>Every drafted ticket got a draft nobody called wrong.</p>"
    )


def _ground(numbers: Mapping[str, Any]) -> str:
    trial, counted = numbers["trial"], numbers["tickets"]
    guessed = " (guessed from who answers)" if trial["guessed"] else ""
    drafters = [(d["writer"], d["model"] or "–", d["scorer"], d["fingerprint"], str(d["drafts"])) for d in numbers["drafters"]]
    refused = (
        "; ".join(f"{words.REFUSED.get(one['why'], one['why'])}: {one['count']:,}" for one in numbers["refused"]) or "nothing"
    )
    seconds = "–" if counted["seconds_a_draft"] is None else f"{counted['seconds_a_draft']:.1f} s"
    rows = [
        ("trial", f"{trial['number']}, read on {words.moment(trial['read_at'])}"),
        ("taken for us", f"{', '.join(trial['us']) or 'tables with answers beside the questions'}{guessed}"),
        ("tickets asked", " to ".join(counted["asked"]) or "without dates"),
        ("drafted", f"{' to '.join(counted['drafted_on']) or '–'}; {seconds} a draft"),
        ("not drafted", f"{counted['failed']:,} failed, {counted['waiting']:,} still wait"),
        ("control slice", f"{counted['control']:,} tickets"),
        ("left out when read", f"{counted['refused']:,}: {refused}"),
    ]
    return (
        f"<h2>What this stands on</h2>{_table(('', ''), rows)}<p>{escape(words.KNOWLEDGE)}</p>"
        f"{_table(('writer', 'model', 'score by', 'drafter', 'drafts'), drafters)}"
        '<p class="soft">helpdesk report --check FILE works every number out again from the store.</p>'
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """On a narrow screen each row stands as a block, its cells under each other with what they are."""
    named = [f' data-label="{escape(cell)}"' if cell else "" for cell in head]
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) if any(head) else ""
    body = "".join(
        "<tr>" + "".join(f"<td{name}>{escape(cell)}</td>" for name, cell in zip(named, row, strict=True)) + "</tr>"
        for row in rows
    )
    return f'<table class="rows">{f"<thead><tr>{heads}</tr></thead>" if heads else ""}<tbody>{body}</tbody></table>'
