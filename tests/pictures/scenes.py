"""What there is to see: every screen and the states an agent meets, each reached as an agent reaches it, by keys and clicks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from helpdesk.domain.ids import TicketId
from helpdesk.gui import WindowRun
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.toast import SECONDS
from tests.pictures import hand

Step = str | Callable[[WindowRun], object]
SAMPLE, WORKED = "sample", "worked"
SCREENFULS = 22
"""No page of the window is longer, whatever the text size."""


@dataclass(frozen=True)
class Scene:
    """`steps`, keys to press or things to do, are taken one after the other when the place is on display and something is
    chosen there; `text` is typed last into whatever has the focus. `ground` names the workspace (grounds.py); a scene that
    changes what is kept there, or that shows how it is opened, is the only one of its ground or the last."""

    name: str
    place: Place
    steps: tuple[Step, ...] = ()
    text: str = ""
    ground: str = SAMPLE
    chooses: bool = True
    apart: bool = False
    screenful: int = 0
    """How far the page is to be scrolled; a shorter page has no such scene."""
    after: tuple[Step, ...] = ()
    """What takes back what is kept of it, so that later scenes do not show it."""


def plain(name: str, place: Place, *steps: Step, ground: str = SAMPLE) -> Scene:
    """One where nothing is chosen beforehand."""
    return Scene(name, place, steps, ground=ground, chooses=False)


def down(name: str, place: Place, screenful: int, ground: str = SAMPLE) -> Scene:
    """A long page, so many screenfuls from its top."""
    return Scene(name, place, (partial(hand.scroll, screenful),), ground=ground, chooses=False, screenful=screenful)


INBOX, REVIEW, KNOWLEDGE, PREFERENCES = Place("inbox"), Place("review"), Place("knowledge"), Place("preferences")
TICKET = Place("inbox", ticket_id=TicketId(12))
click = partial(partial, hand.click)


def answered(_: WindowRun) -> None:
    """Somebody was asked, a server or the desk, and has answered or not."""
    hand.rest(3 * hand.SETTLED)


def views(run: WindowRun) -> None:
    """They are shown where they had made room."""
    hand.click("Show the views", run)


def faded(_: WindowRun) -> None:
    """What a toast said has been read."""
    hand.rest(round(1_000 * SECONDS))


TABS = ("today", "confidence", "sending", "trends", "trial", "gaps")

EVERYDAY = (
    Scene("review", REVIEW),
    Scene("review-why", REVIEW, ("Y", answered)),
    Scene("review-rewrite", REVIEW, ("W",)),
    Scene("review-earlier", REVIEW, ("H",)),
    Scene("review-source", REVIEW, ("Alt+1",)),
    Scene("review-reject", REVIEW, ("R",)),
    Scene("review-escalate", REVIEW, ("E",)),
    Scene("review-hint", REVIEW, ("G",)),
    Scene(
        "review-changed",
        REVIEW,
        ("I", partial(hand.write, text="Good that you ask first. "), "Ctrl+Shift+D"),
        after=("Esc", "I", "Ctrl+Z"),
    ),
    Scene("inbox", INBOX),
    Scene("inbox-search", INBOX, ("/",), "status:new router"),
    Scene("inbox-nothing-found", INBOX, ("/",), "nobody ever wrote this"),
    Scene("inbox-fault", INBOX, ("/",), "status:asleep before:yesteryear"),
    Scene("inbox-reply", INBOX, ("R",), "Dear customer, "),
    Scene("inbox-note", INBOX, ("M",), "Called them, they wait for the parcel."),
    Scene(
        "inbox-forward",
        INBOX,
        ("Shift+F",),
        "returns@warehouse.example",
        after=(click("Discard what was to be forwarded"), "Esc", "R", faded),
    ),
    Scene("inbox-history", INBOX, ("H",)),
    Scene("inbox-requester", INBOX, ("Y",)),
    Scene("inbox-tags", INBOX, ("T",)),
    Scene("inbox-assign", INBOX, ("G",)),
    Scene("inbox-snooze", INBOX, ("Z",)),
    Scene("inbox-marked", INBOX, ("X", "J", "X")),
    Scene("inbox-summary", INBOX, ("S",)),
    Scene("inbox-similar", INBOX, ("L",)),
    Scene("inbox-articles", INBOX, ("A",), after=("A",)),
    Scene("inbox-reading", INBOX, ("E",)),
    Scene("inbox-original", INBOX, ("]", "Shift+O"), apart=True),
    Scene("inbox-changes", INBOX, ("Shift+A",), after=("Shift+A",)),
    Scene("inbox-new", INBOX, ("N",)),
    Scene("inbox-outbox", INBOX, ("O",)),
    Scene("ticket-apart", INBOX, ("Ctrl+Shift+N",), apart=True),
    Scene("palette", INBOX, ("Ctrl+K",), "merge"),
    Scene("keys", INBOX, ("?",)),
    Scene("knowledge", KNOWLEDGE),
    Scene("knowledge-history", KNOWLEDGE, ("Esc", "H")),
    Scene("knowledge-edit", KNOWLEDGE, ("Esc", "E")),
    Scene("knowledge-impact", KNOWLEDGE, ("Esc", "M")),
    Scene("knowledge-synonyms", KNOWLEDGE, ("Esc", "Y")),
    Scene("knowledge-search", KNOWLEDGE, ("Esc", "/"), "calibrate the valve"),
    Scene("knowledge-runs", KNOWLEDGE, ("Esc", "U")),
    Scene("knowledge-base", KNOWLEDGE, ("Esc", hand.narrow, "B")),
    Scene("knowledge-rebuilding", KNOWLEDGE, (click("Build the search index anew"),), chooses=False, after=(faded, faded)),
    *(plain(f"insights-{tab}", Place("insights", section=tab)) for tab in TABS),
    plain("insights-export", Place("insights", section="today"), click("Export tickets and numbers")),
    *(down(f"preferences-{n:02}", PREFERENCES, n) for n in range(SCREENFULS)),
    Scene("help", Place("help")),
    plain("inbox-view", INBOX, views, click("New view")),  # In large text the views stay shown: the last one here.
)
MANY = (Scene("review-together", REVIEW, ("B",), ground="storm"),)
AFTER_WORK = (
    Scene("worked-review", REVIEW, ground=WORKED),
    Scene("worked-ticket", TICKET, ground=WORKED, chooses=False),
    Scene("worked-requester", TICKET, ("Y",), ground=WORKED, chooses=False),
    Scene("worked-history", TICKET, ("H",), ground=WORKED, chooses=False),
    Scene("worked-changes", TICKET, ("Shift+A",), ground=WORKED, chooses=False),
    Scene("worked-failures", KNOWLEDGE, ("Esc", "U"), ground=WORKED),
    plain("worked-outbox", INBOX, "O", ground=WORKED),
    *(plain(f"worked-{tab}", Place("insights", section=tab), ground=WORKED) for tab in TABS),
    *(down(f"worked-{tab}-below", Place("insights", section=tab), 1, WORKED) for tab in TABS if tab != "gaps"),
    *(down(f"worked-preferences-{n:02}", PREFERENCES, n, WORKED) for n in range(SCREENFULS)),
)
CONFIDENCE, SENDING = Place("insights", section="confidence"), Place("insights", section="sending")
PROVEN = (
    plain("certified-confidence", CONFIDENCE, ground="certified"),
    plain("certified-sending", SENDING, ground="certified"),
    plain("certified-consent", SENDING, click("Read what is proven and turn sending on"), answered, ground="certified"),
    plain("sending-confidence", CONFIDENCE, ground="sending"),
    down("sending-confidence-below", CONFIDENCE, 1, "sending"),
    plain("sending-sending", SENDING, ground="sending"),
    down("sending-sending-below", SENDING, 1, "sending"),
    *(plain(f"paused-{place.section or place.screen}", place, ground="paused") for place in (REVIEW, SENDING)),
    plain("paused-drift", CONFIDENCE, partial(hand.scroll, SCREENFULS), ground="paused"),
    *(plain(f"overridden-{place.section or place.screen}", place, ground="overridden") for place in (REVIEW, SENDING)),
    *(plain(f"stopped-{place.section or place.screen}", place, ground="stopped") for place in (REVIEW, SENDING)),
    plain("stopped-again", SENDING, click("Allow sending again after a stop or an alarm"), answered, ground="stopped"),
)
SERVERS = tuple(
    plain(f"server-{state}", Place("preferences", section="Drafting"), answered, ground=f"server-{state}")
    for state in ("unconfirmed", "not-installed", "not-running", "no-model", "only-cloud", "lacks-capability", "ready")
)
TROUBLE = (
    plain("empty", INBOX, ground="empty"),
    plain("empty-review", REVIEW, ground="empty"),
    plain("empty-knowledge", KNOWLEDGE, ground="empty"),
    *(plain(f"empty-{tab}", Place("insights", section=tab), ground="empty") for tab in TABS),
    plain("empty-outbox", INBOX, "O", ground="empty"),
    plain("tour-2", INBOX, click("Next step of the tour"), ground="empty"),
    plain("unreadable-settings", INBOX, ground="unreadable-settings"),
    plain("damaged-store", INBOX, ground="damaged-store"),
    plain("damaged-index", KNOWLEDGE, ground="damaged-index"),
    Scene("mail-failing", INBOX, ("O",), ground="mail-failing"),
    plain("mail-failing-preferences", Place("preferences", section="Channels"), ground="mail-failing"),
)
SCENES = (*EVERYDAY, *MANY, *AFTER_WORK, *PROVEN, *SERVERS, *TROUBLE)
