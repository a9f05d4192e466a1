"""What the desk hides of a text or a ticket before a model, a log or its memory gets it."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.cli.typed import text_of
from helpdesk.domain.ids import TicketId
from helpdesk.domain.redaction import Vault
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    app.command()(redact)


def redact(
    source: Annotated[
        str, typer.Argument(metavar="FILE|TICKET", help="A text file, - for standard input, or a ticket number.")
    ],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show what would be hidden, and by which name. Nothing is changed."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        vault, texts = await opened(desk, source)
        hidden = [vault.hide(text) for text in texts]
        if as_json:
            names = {placeholder: surface for surface, placeholder in vault.by_surface.items()}
            terminal.result({"texts": hidden, "hidden": names})
            return True
        for text in hidden:
            terminal.say(text)
        terminal.say()
        if vault.by_surface:
            terminal.table(("placeholder", "stands for"), [(name, surface) for surface, name in vault.by_surface.items()])
        else:
            terminal.say("Nothing in it would be hidden.")
        return True

    with_desk(workspace, as_json, work)


async def opened(desk: Desk, source: str) -> tuple[Vault, list[str]]:
    """The vault and what was said, oldest first. Raises BadInput, NotFound."""
    if source.isdigit():
        conversation = await desk.inbox.open(TicketId(int(source)))
        said = [conversation.ticket.subject, *(message.body for message in conversation.messages)]
        return desk.redacting.vault(conversation), said
    text = text_of(source)
    return desk.redacting.vault_of(text), [text]
