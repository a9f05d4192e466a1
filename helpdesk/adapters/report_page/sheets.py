"""Sheets of Insights as one page: pictures within it, nothing from outside, no script."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from helpdesk.adapters.report_page.style import STYLE
from helpdesk.domain.sheet import Cover, Sheet

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
PICTURES = "img{max-width:100%;height:auto;margin:.6rem 0;border:1px solid var(--line);border-radius:.5rem}"


class HtmlSheets:
    """Plays SheetPage."""

    def page(self, cover: Cover, sheets: Sequence[Sheet]) -> str:
        head = (
            f'<!doctype html>\n<html lang="{escape(cover.language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(cover.title)}</title>\n<style>{STYLE}{PICTURES}</style>\n</head>\n<body>\n"
        )
        top = f'<h1>{escape(cover.title)}</h1>\n<p class="soft">{escape(cover.said)}</p>\n'
        return head + top + "\n".join(_section(sheet, cover.numbers) for sheet in sheets) + "\n</body>\n</html>\n"


def _section(sheet: Sheet, numbers: str) -> str:
    parts = [f"<h2>{escape(sheet.title)}</h2>", f"<p>{escape(sheet.said)}</p>" if sheet.said else ""]
    if sheet.picture:
        alternative = escape(f"{sheet.title}. {sheet.said}")
        parts.append(f'<img src="data:image/png;base64,{b64encode(sheet.picture).decode()}" alt="{alternative}">')
    if sheet.note:
        parts.append(f'<p class="soft">{escape(sheet.note)}</p>')
    if sheet.rows:
        table = _table(sheet)
        parts.append(f"<details><summary>{escape(numbers)}</summary>{table}</details>" if sheet.picture else table)
    return "\n".join(filter(None, parts))


def _table(sheet: Sheet) -> str:
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in sheet.columns)
    head = f"<thead><tr>{names}</tr></thead>" if any(sheet.columns) else ""
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in sheet.rows)
    return f'<div class="wide"><table>{head}<tbody>\n{rows}</tbody></table></div>'
