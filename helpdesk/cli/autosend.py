"""Answers that leave by themselves, in a terminal: how it stands, on, off, the stop and the way on."""

import asyncio
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from helpdesk.app import stop_sending
from helpdesk.cli.running import Json, Where, chosen, with_desk, without_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.autosend import Offer, SendingStatus
from helpdesk.domain.errors import BadInput, SettingsUnreadable
from helpdesk.domain.ids import OutboxId
from helpdesk.domain.sending import AutoReply
from helpdesk.services.desk import Desk
from helpdesk.settings import load
from helpdesk.ui import sending_words

autosend = typer.Typer(help="Answers that leave by themselves: off until proven and signed.", no_args_is_help=True)
SIGNED_SHOWN = 12
Words = Annotated[str, typer.Option("--words", metavar="TEXT", help="Why; it is kept.")]


def add_to(app: typer.Typer) -> None:
    app.add_typer(autosend, name="autosend")


@autosend.command()
def status(as_json: Json = False, workspace: Where = None) -> None:
    """Whether anything leaves by itself, by what right, and what was held back in the last seven days and why."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.certifying.heed_changes()
        now, offer, consents = await desk.sending.status(), await desk.sending.offer(), await desk.sending.consents()
        if as_json:
            terminal.result({"status": now, "offer": offer, "consents": consents})
        else:
            tell(terminal, now, offer)
            for one in consents[:SIGNED_SHOWN]:
                words = f": {one.words}" if one.words else ""
                terminal.say(f"{one.at.astimezone():%Y-%m-%d %H:%M} {sending_words.CONSENTS[one.kind]} by {one.agent}{words}")
        return True

    with_desk(workspace, as_json, work)


def tell(terminal: Terminal, now: SendingStatus, offer: Offer) -> None:
    terminal.say(f"{sending_words.MODES[now.mode]}. {sending_words.state(now, datetime.now(UTC))}")
    tell_offer(terminal, offer)
    if now.consent is not None:
        terminal.say(f"In their undo time: {now.waiting}. Left in the last seven days: {now.sent}.")
    if now.held:
        rows = sorted(now.held.items(), key=lambda pair: -pair[1])
        terminal.table(("drafts", "waited for a person because"), [(f"{n}", sending_words.held(why)) for why, n in rows])


def tell_offer(terminal: Terminal, offer: Offer) -> None:
    for sentence in offer.sentences:
        terminal.say(sentence)
    for caveat in offer.caveats:
        terminal.say(f"  {caveat}")
    if offer.sentences:
        terminal.say(sending_words.offered(offer))


@autosend.command()
def on(
    line: Annotated[
        float | None, typer.Option("--line", metavar="SCORE", help="Send from this score on without any proof. It is logged.")
    ] = None,
    sign: Annotated[str | None, typer.Option("--sign", metavar="TEXT", help="The words to be typed, for a script.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show what is proven, and let answers leave by themselves once the words it shows are typed."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        sending = desk.sending
        offer = await sending.offer() if line is None else await sending.offer_line(line)
        words, seen = sign, [one.id for one in offer.certificates]
        if words is None and offer.wanted:
            if not as_json:
                tell_offer(terminal, offer)
            words = await asked(terminal, f"Type this to sign it: {offer.wanted}")
        consent = await (sending.turn_on(words or "", seen) if line is None else sending.override(line, words or ""))
        return terminal.told(
            consent, f"On. {sending_words.signed_by(consent, datetime.now(UTC))} Stop it at once: helpdesk autosend stop"
        )

    with_desk(workspace, as_json, work)


async def asked(terminal: Terminal, question: str) -> str:
    """A line typed here; empty when nobody sits at the terminal."""
    terminal.note(question)
    typed: str = await asyncio.to_thread(sys.stdin.readline)
    return typed.strip()


@autosend.command()
def off(as_json: Json = False, workspace: Where = None) -> None:
    """Nothing leaves by itself any more; what has not left goes to the review queue. Turning on again needs a signature."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        back = await desk.sending.turn_off()
        return terminal.told({"off": True, "taken_back": back}, f"Off. {sending_words.went_back(back)}")

    with_desk(workspace, as_json, work)


@autosend.command()
def stop(words: Words = "", as_json: Json = False, workspace: Where = None) -> None:
    """Stop at once, also while the window has the workspace open: nothing of the desk's own leaves from now on."""
    place = chosen(workspace)

    async def work(terminal: Terminal) -> bool:
        try:
            agent = load(place.folder).agent_name
        except (SettingsUnreadable, BadInput):
            agent = ""
        await asyncio.to_thread(stop_sending, place, words, agent)
        if as_json:
            terminal.result({"stopped": True, "file": place.stop})
        else:
            terminal.say(
                "Stopped. Nothing leaves by itself any more; an open window takes back what has not left within a second. "
                "Allow it again: helpdesk autosend resume --words TEXT"
            )
        return True

    without_desk(as_json, work)


@autosend.command()
def resume(words: Words = "", as_json: Json = False, workspace: Where = None) -> None:
    """Clear a stop and every alarm, with words that say why sending may go on."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        cleared = await desk.sending.brake.resume(words)
        now = await desk.sending.status()
        return terminal.told(
            {"cleared": cleared, "mode": now.mode},
            f"Cleared: {cleared}. {sending_words.MODES[now.mode]}. {sending_words.state(now, datetime.now(UTC))}",
        )

    with_desk(workspace, as_json, work)


@autosend.command("list")
def list_sent(
    limit: Annotated[int, typer.Option("-n", min=1, max=100_000, help="How many.")] = 50,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """The answers that left by themselves, are about to, or were taken back; newest first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.sending.went(limit)
        if as_json:
            terminal.result(found)
        elif found:
            columns = ("reply", "ticket", "state", "when", "by", "sure", "to", "subject")
            terminal.table(columns, [cells(one) for one in found])
        else:
            terminal.say("Nothing has left by itself.")
        return True

    with_desk(workspace, as_json, work)


def cells(one: AutoReply) -> tuple[str, ...]:
    by = "no certificate" if one.certificate_id is None else f"certificate #{one.certificate_id}"
    at = f"{one.at.astimezone():%Y-%m-%d %H:%M}"
    state = sending_words.LEFT[one.state]
    return (f"{one.outbox_id}", f"{one.ticket_id}", state, at, by, f"{one.score:.0%}", one.recipient[:32], one.subject[:48])


@autosend.command()
def undo(
    reply: Annotated[int, typer.Argument(metavar="REPLY", help="As `helpdesk autosend list` shows it.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take back an answer that has not left; its draft waits in the review queue again."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        taken = await desk.sending.take_back(OutboxId(reply))
        return terminal.told({"reply": reply, "draft": taken.draft_id}, f"Taken back: draft {taken.draft_id} waits for review.")

    with_desk(workspace, as_json, work)
